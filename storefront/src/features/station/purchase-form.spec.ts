import { describe, expect, it } from "vitest"

import { fenOfYuan, readPurchase, typedPurchase } from "./purchase-form"

const typed = (change: Record<string, string> = {}) => {
  const form = new FormData()
  const fields = {
    household_id: "hh_1",
    bought_on: "2026-11-20",
    goods: "复合肥",
    quantity: "２",
    unit: "袋",
    paid: "238",
    local_price: "135.5",
    price_document: "价签 12",
    how: "spoken",
    note: "户主在站里说同意",
    form_id: "form-0001",
    ...change,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return typedPurchase(form)
}

describe("readPurchase", () => {
  it("reads full-width digits and yuan exactly", () => {
    expect(readPurchase(typed())).toEqual({
      ok: true,
      body: expect.objectContaining({ quantity: 2, paid_fen: 23_800, local_price_fen: 13_550 }),
    })
  })

  it("sends a code and no note, or a note and no code", () => {
    expect(readPurchase(typed({ how: "code", code: "4092" }))).toMatchObject({
      body: { how: "code", code: "4092" },
    })
    expect(readPurchase(typed({ how: "nonsense" }))).toMatchObject({ body: { how: "spoken" } })
  })

  it("leaves out a local price that nobody documented", () => {
    expect(readPurchase(typed({ local_price: "", price_document: "" }))).toMatchObject({
      body: { local_price_fen: null, price_document: null },
    })
  })

  it("says what is missing or wrong, field by field", () => {
    const change = {
      household_id: "",
      quantity: "1.5",
      paid: "abc",
      bought_on: "",
      local_price: "x",
    }
    expect(readPurchase(typed(change))).toEqual({
      ok: false,
      errors: {
        household_id: "missing",
        quantity: "number",
        paid: "amount",
        bought_on: "day",
        local_price: "amount",
      },
    })
  })
})

describe("fenOfYuan", () => {
  it.each([
    ["0.01", 1],
    ["1,234.5", 123_450],
    ["1.234", null],
    ["-1", null],
    ["", null],
  ])("reads %s", (text, fen) => {
    expect(fenOfYuan(text)).toBe(fen)
  })
})
