import { certificateRefusal, isBlend, type CertifiedLot } from "./certificate"

const TODAY = "2026-11-22"
const harvest: CertifiedLot = {
  harvestedTo: "2026-10-20",
  sealedOn: "2026-10-25",
  inputs: [],
  producers: ["sel_1"],
}
const sorted = { ...harvest, inputs: [{ producer: "sel_1", certificateNumber: "C-1" }] }
const blend = {
  ...harvest,
  producers: [],
  inputs: [
    { producer: "sel_1", certificateNumber: "C-1" },
    { producer: "sel_2", certificateNumber: null },
  ],
}

describe("certificateRefusal", () => {
  it.each([
    ["a harvest", harvest, "C-9", "2026-10-20", null],
    ["a harvest still to come", harvest, "C-9", "2026-10-19", "certificate_too_early"],
    ["no number", harvest, "  ", "2026-10-21", "certificate_invalid"],
    ["no day", harvest, "C-9", "yesterday", "certificate_invalid"],
    ["a day to come", harvest, "C-9", "2026-11-23", "certificate_invalid"],
    ["a sorted lot under its source's", sorted, "C-1", "2026-10-20", null],
    ["a blend under one of its parts'", blend, "C-1", "2026-10-25", "certificate_reused"],
    ["a blend under its own", blend, "C-2", "2026-10-25", null],
    ["a blend before it was mixed", blend, "C-2", "2026-10-24", "certificate_too_early"],
  ] as const)("judges %s", (_what, lot, number, issuedOn, refusal) => {
    expect(certificateRefusal({ number, issuedOn }, lot, TODAY)).toBe(refusal)
  })
})

describe("isBlend", () => {
  it("counts the seller's own deliveries as a producer", () => {
    expect(isBlend({ ...sorted, producers: ["sel_2"] })).toBe(true)
    expect(isBlend(sorted)).toBe(false)
  })
})
