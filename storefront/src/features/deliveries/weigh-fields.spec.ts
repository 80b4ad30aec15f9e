import { describe, expect, it } from "vitest"

import {
  blankWeighing,
  checkWeighing,
  floorOf,
  netOf,
  payableOf,
  readWeighing,
  typedAgain,
  weighedRow,
  wholeOf,
} from "./weigh-fields"

const fields = {
  ...blankWeighing,
  clientId: "device-1",
  household: "hh_1",
  productKind: "apple",
  grade: "一级",
  gross: "512.5",
  tare: "18",
  price: "4.20",
}

describe("wholeOf", () => {
  it.each([
    ["512.5", 3, 512_500],
    ["５１２．５", 3, 512_500],
    ["4.2", 2, 420],
    ["¥4", 2, 400],
    ["4.205", 2, null],
    ["-4", 2, null],
    ["", 2, null],
    ["四", 2, null],
  ] as const)("reads %j", (typed, digits, whole) => expect(wholeOf(typed, digits)).toBe(whole))
})

describe("a weighing", () => {
  it("pays net weight times price, less what is taken off", () => {
    expect(netOf(fields)).toBe(494_500)
    expect(payableOf({ ...fields, deduction: "120" })).toEqual({
      amount: 207_690,
      payable: 195_690,
    })
    expect(payableOf({ ...fields, price: "" })).toBeNull()
  })

  it("says which field is wrong", () => {
    expect(checkWeighing(fields)).toEqual({})
    expect(checkWeighing({ ...fields, household: "", gross: "abc" })).toEqual({
      household: "missing",
      gross: "number",
    })
    expect(checkWeighing({ ...fields, tare: "600" })).toEqual({ tare: "tare_over" })
    expect(checkWeighing({ ...fields, deduction: "1" })).toEqual({ deductionLabel: "pair" })
    expect(checkWeighing({ ...fields, worker: "站长" })).toEqual({ consent: "pair" })
  })

  it("goes over the wire in grams and fen, with the household's yes", () => {
    const at = "2026-11-22T01:00:00.000Z"
    expect(weighedRow({ ...fields, code: "４０９２" }, at)).toMatchObject({
      client_id: "device-1",
      net_g: 494_500,
      deduction_g: 18_000,
      price_fen_per_kg: 420,
      deductions: [],
      confirmation: { via: "household_code", code: "4092" },
      weighed_at: at,
    })
    expect(weighedRow(fields, at).confirmation).toBeNull()
  })
})

describe("typedAgain", () => {
  it("gives back what was typed, but for the household's code", () => {
    const row = weighedRow({ ...fields, code: "4092" }, "2026-11-22T01:00:00.000Z")
    const form = new FormData()
    for (const [name, value] of Object.entries(typedAgain(row))) form.append(name, value)
    expect(readWeighing(form)).toEqual({ ...fields, clientId: "", price: "4.2" })
  })
})

describe("floorOf", () => {
  it("takes the grade's own floor, the highest of several agreements", () => {
    const floor = (grade: string | null, fen_per_kg: number) => ({
      product_kind: "apple",
      grade,
      fen_per_kg,
      agreement: "YY-1 · 1",
    })
    const floors = [floor(null, 900), floor("一级", 420), floor("一级", 460)]
    expect(floorOf(floors, fields)?.fen_per_kg).toBe(460)
    expect(floorOf(floors, { ...fields, grade: "次果" })?.fen_per_kg).toBe(900)
    expect(floorOf(floors, { ...fields, productKind: "pear" })).toBeNull()
  })
})
