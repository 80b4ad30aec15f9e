import type { SellerLot } from "@shangxing/provenance/types/http"
import { describe, expect, it } from "vitest"

import { lotChoices, packNotes } from "./packing"

const sealed: SellerLot = {
  id: "lot_1",
  code: "JS-1118",
  status: "sealed",
  grade: "一级",
  product_kind: "苹果",
  harvested_from: "2026-11-01",
  harvested_to: "2026-11-03",
  expires_on: "2027-03-01",
  net_g: 3_600_000,
  packed_g: 2_360_000,
  unpacked_g: 1_240_000,
  unsold_g: 1_240_000,
  household_count: 41,
  certificate_number: "C-1",
}

function hindrances(...lots: Partial<SellerLot>[]) {
  return lotChoices(
    lots.map((lot) => ({ ...sealed, ...lot })),
    "2026-11-21",
  ).map(({ hindrance }) => hindrance)
}

describe("lotChoices", () => {
  it("offers a sealed lot with its certificate on its last day", () => {
    expect(hindrances({ expires_on: "2026-11-21" })).toEqual([null])
  })

  it("says what an open or uncertified lot lacks, after the lots that can be packed", () => {
    expect(hindrances({ status: "open" }, {}, { certificate_number: null })).toEqual([
      null,
      "open",
      "no_certificate",
    ])
  })

  it("leaves out lots that are done with", () => {
    expect(
      hindrances({ unpacked_g: 0 }, { status: "recalled" }, { expires_on: "2026-11-20" }),
    ).toEqual([])
  })
})

describe("packNotes", () => {
  const lots = [{ id: "lot_1", code: "JS-1118", leftG: 30_000 }]

  it("counts what all pack sizes take of one lot", () => {
    const notes = packNotes(lots, [
      { key: "0", lotId: "lot_1", units: 4, unitG: 2500 },
      { key: "1", lotId: "lot_1", units: 5, unitG: 5000 },
    ])
    expect(notes.get("0")).toEqual({
      code: "JS-1118",
      leftG: 30_000,
      useG: 10_000,
      takenG: 35_000,
      mostUnits: 2,
    })
    expect(notes.get("1")?.mostUnits).toBe(4)
  })

  it("keeps silent about a lot it does not know", () => {
    expect(packNotes(lots, [{ key: "0", lotId: "lot_9", units: 1, unitG: 1 }]).size).toBe(0)
  })
})
