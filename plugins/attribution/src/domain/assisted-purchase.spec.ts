import { type PurchaseClaim, purchaseRefusal } from "./assisted-purchase"

const claim = (change: Partial<PurchaseClaim> = {}): PurchaseClaim => ({
  boughtOn: "2026-11-20",
  quantity: 2,
  paidFen: 23_800,
  localPriceFen: 13_500,
  priceDocument: "镇农资店价签照片 12",
  ...change,
})
const refusal = (change: Partial<PurchaseClaim>) => purchaseRefusal(claim(change), "2026-11-22")

describe("purchaseRefusal", () => {
  it("lets a documented purchase pass, and one without a local price", () => {
    expect(refusal({})).toBeNull()
    expect(refusal({ localPriceFen: null, priceDocument: null })).toBeNull()
  })

  it.each([
    ["purchase_day_ahead", { boughtOn: "2026-11-23" }],
    ["purchase_quantity_invalid", { quantity: 0 }],
    ["purchase_quantity_invalid", { quantity: 1.5 }],
    ["purchase_amount_invalid", { paidFen: 0 }],
    ["purchase_amount_invalid", { localPriceFen: -1 }],
    ["purchase_price_undocumented", { priceDocument: " " }],
    ["purchase_document_priceless", { localPriceFen: null }],
  ])("says %s", (expected, change) => {
    expect(refusal(change)).toBe(expected)
  })
})
