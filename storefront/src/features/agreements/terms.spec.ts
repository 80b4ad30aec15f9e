import { describe, expect, it } from "vitest"

import { floorsOf, floorsText, termsOf } from "./terms"

describe("floors", () => {
  it("are a grade and a price a line, and a price alone for the rest", () => {
    const floors = [
      { grade: "一级", fen_per_kg: 460 },
      { grade: null, fen_per_kg: 300 },
    ]
    expect(floorsOf("一级　4.6\n\n３")).toEqual(floors)
    expect(floorsOf(floorsText(floors))).toEqual(floors)
    expect(floorsOf("一级")).toBeNull()
    expect(floorsOf("")).toEqual([])
  })
})

describe("termsOf", () => {
  const form = (change: Record<string, string> = {}) => {
    const data = new FormData()
    const fields = {
      mode: "order",
      product_kind: "apple",
      floors: "一级 4.60",
      rebate_kind: "basis_points",
      rebate_value: "2.5",
      household: "hh_1",
      promised_hh_1: "2000",
      ...change,
    }
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    return data
  }

  it("reads percent as basis points, kilograms as grams", () => {
    expect(termsOf(form())).toMatchObject({
      terms: {
        rebate_value: 250,
        households: [{ household_id: "hh_1", promised_g: 2_000_000 }],
      },
    })
    expect(termsOf(form({ promised_hh_1: "", rebate_kind: "none" }))).toMatchObject({
      terms: { rebate_value: null, households: [{ household_id: "hh_1", promised_g: null }] },
    })
  })

  it.each<[string, Record<string, string>]>([
    ["floors", { floors: "一级" }],
    ["promised_hh_1", { promised_hh_1: "many" }],
    ["rebate_value", { rebate_value: "" }],
    ["rebate_value", { rebate_kind: "fen_per_kg", rebate_value: "x" }],
  ])("says that %s is no number with %j", (wrong, change) => {
    expect(termsOf(form(change))).toEqual({ wrong })
  })
})
