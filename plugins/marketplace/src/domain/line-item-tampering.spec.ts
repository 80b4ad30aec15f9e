import { MAX_QUANTITY, tamperingRefusal } from "./line-item-tampering"

describe("tamperingRefusal", () => {
  it.each([
    [{ variant_id: "v", quantity: 1 }],
    [{ quantity: 0 }],
    [{ quantity: MAX_QUANTITY }],
    [{ metadata: { note: "ripe" } }],
    [{ items: [{ variant_id: "v", quantity: 2 }] }],
    [{ items: "none" }],
    [undefined],
    ["text"],
    [null],
  ])("takes %j", (body) => {
    expect(tamperingRefusal(body)).toBeNull()
  })

  it.each([
    [{ variant_id: "v", quantity: 1, unit_price: 0.01 }],
    [{ unit_price: undefined }],
    [{ items: [{ variant_id: "v", quantity: 1, unit_price: 1 }] }],
  ])("refuses a price in %j", (body) => {
    expect(tamperingRefusal(body)).toBe("unit_price_forbidden")
  })

  it.each([
    [{ quantity: -1 }],
    [{ quantity: 0.5 }],
    [{ quantity: "2" }],
    [{ quantity: MAX_QUANTITY + 1 }],
    [{ quantity: Number.NaN }],
    [{ items: [{ quantity: 1 }, { quantity: 1.5 }] }],
  ])("refuses the quantity in %j", (body) => {
    expect(tamperingRefusal(body)).toBe("quantity_not_whole")
  })
})
