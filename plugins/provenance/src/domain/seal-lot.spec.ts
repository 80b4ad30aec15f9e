import { expiryRefusal, sealRefusal, type SealableDelivery } from "./seal-lot"

const LOT = { sellerId: "sel_1", productKind: "apple", divisionCode: "513423100" }
const SOUND: SealableDelivery = {
  id: "dlv_1",
  sellerId: "sel_1",
  productKind: "apple",
  villageCode: "513423100201",
  isConfirmed: true,
  isDisputed: false,
  isVoided: false,
  usedIn: null,
}

describe("sealRefusal", () => {
  it("accepts the seller's own confirmed deliveries from the place", () => {
    expect(sealRefusal(LOT, [SOUND, { ...SOUND, id: "dlv_2" }])).toBeNull()
    expect(sealRefusal(LOT, [])).toBeNull()
  })

  it.each([
    [{ sellerId: "sel_2" }, "delivery_of_other_seller"],
    [{ isConfirmed: false }, "delivery_unconfirmed"],
    [{ isDisputed: true }, "delivery_disputed"],
    [{ isVoided: true }, "delivery_voided"],
    [{ usedIn: "lot_1" }, "delivery_already_in_lot"],
    [{ productKind: "pear" }, "delivery_kind_mismatched"],
    [{ villageCode: "513423101201" }, "delivery_outside_division"],
  ] as const)("refuses a delivery with %j: %s", (change, code) => {
    const delivery = { ...SOUND, id: "dlv_2", ...change }
    expect(sealRefusal(LOT, [SOUND, delivery])).toEqual({ code, deliveryId: "dlv_2" })
  })
})

describe("expiryRefusal", () => {
  it.each([
    ["2026-11-21", null],
    ["2026-11-22", null],
    ["2026-11-20", "lot_expiry_past"],
    ["2025-11-21", "lot_expiry_past"],
  ])("answers for a lot sealed on 2026-11-21 that is good until %s: %s", (expiresOn, refusal) => {
    expect(expiryRefusal(expiresOn, "2026-11-21")).toBe(refusal)
  })
})
