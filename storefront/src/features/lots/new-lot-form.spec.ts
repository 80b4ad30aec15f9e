import { describe, expect, it } from "vitest"

import { lotOf, overtakenField } from "./new-lot-form"

function posted(fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  const typed = { code: "YY1", product_kind: "苹果", grade: "80", expires_on: "2027-03-31" }
  for (const [name, value] of Object.entries({ ...typed, ...fields })) form.append(name, value)
  return form
}

describe("lotOf", () => {
  it("reads kilograms as grams, and takes only from lots of which something is taken", () => {
    const form = posted({ take_lot_1: "1２.5", take_lot_2: "", unknown: "3", process_id: "" })
    form.append("delivery", "dlv_1")
    form.append("delivery", "dlv_2")
    expect(lotOf(form)).toEqual({
      lot: {
        code: "YY1",
        product_kind: "苹果",
        grade: "80",
        expires_on: "2027-03-31",
        delivery_ids: ["dlv_1", "dlv_2"],
        input_lots: [{ lot_id: "lot_1", net_g: 12_500 }],
        unattributed_g: 3000,
        process_id: null,
      },
    })
    expect(lotOf(posted({ out: "10" }))).toMatchObject({ lot: { net_g: 10_000 } })
  })

  it.each([
    ["take_lot_2", { take_lot_1: "1", take_lot_2: "x", out: "y" }],
    ["unknown", { unknown: "-1" }],
    ["out", { out: "1.2345" }],
  ])("says that %s is no weight with %j", (wrong, fields) => {
    expect(lotOf(posted(fields))).toEqual({ wrong })
  })
})

describe("overtakenField", () => {
  const lots = [
    { id: "lot_1", unpacked_g: 12_500 },
    { id: "lot_10", unpacked_g: 400 },
  ]

  it("finds the lot of which more is asked than is left", () => {
    expect(overtakenField({ take_lot_1: "12.5", take_lot_10: "0.401" }, lots)).toBe("take_lot_10")
    expect(overtakenField({ take_lot_1: "12.501" }, lots)).toBe("take_lot_1")
  })

  it("finds none where what is left was enough", () => {
    expect(overtakenField({ take_lot_1: "12.5", take_lot_10: "" }, lots)).toBeUndefined()
  })
})
