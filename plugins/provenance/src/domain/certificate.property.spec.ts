import fc from "fast-check"

import { certificateRefusal, isBlend } from "./certificate"

const producer = fc.constantFrom("sel_1", "sel_2", "sel_3")
const number = fc.constantFrom("C-1", "C-2", "C-3")
const day = fc.integer({ min: 10, max: 30 }).map((n) => `2026-10-${n}`)
const lot = fc.record({
  harvestedTo: day,
  sealedOn: day,
  inputs: fc.array(fc.record({ producer, certificateNumber: fc.option(number) }), { maxLength: 4 }),
  producers: fc.array(producer, { maxLength: 2 }),
})

describe("certificateRefusal", () => {
  it("never lets a blend go under a certificate of its parts", () => {
    fc.assert(
      fc.property(lot, number, day, (blend, claimed, issuedOn) => {
        fc.pre(isBlend(blend))
        fc.pre(blend.inputs.some(({ certificateNumber }) => certificateNumber === claimed))
        expect(
          certificateRefusal({ number: claimed, issuedOn }, blend, "2026-11-22"),
        ).not.toBeNull()
      }),
    )
  })

  it("accepts a later day wherever it accepts an earlier one", () => {
    fc.assert(
      fc.property(lot, day, day, (any, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const on = (issuedOn: string) =>
          certificateRefusal({ number: "C-9", issuedOn }, any, "2026-11-22")
        expect(on(early) === null && on(late) !== null).toBe(false)
      }),
    )
  })
})
