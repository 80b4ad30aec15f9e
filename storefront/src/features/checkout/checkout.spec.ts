import { expect, it } from "vitest"

import { basketOf } from "~/features/cart/cart"
import { cartWith, optionOf, parcelOf, productWith } from "~/features/cart/cart.fixture"

import { type CheckoutView, refusalOf, shownTotal, standingRefusal } from "./checkout"
import { valuesOfCart } from "./delivery"
import { arrivalDay, choicesOf, optionField, tillOf } from "./freight"
import { householdPart } from "./household-part"

const apples = productWith({ id: "prod_a", variantId: "var_a", stock: 5 })
const walnuts = productWith({ id: "prod_w", variantId: "var_w", stock: 5 })
const cart = cartWith([
  { id: "line_a", product: apples, quantity: 2, unitPrice: 68 },
  { id: "line_w", product: walnuts, quantity: 1, unitPrice: 79 },
])
const dear = optionOf("so_dear", 1200)
const cheap = optionOf("so_cheap", 800)

function basket({ selected = null as string | null, withoutOptions = false } = {}) {
  const parcels = [
    parcelOf("sel_a", ["line_a"], [dear, cheap], selected),
    parcelOf("sel_w", ["line_w"], withoutOptions ? [] : [optionOf("so_free", 0)]),
  ]
  return basketOf(cart, parcels, [apples, walnuts])
}

function viewOf(of = basket()): CheckoutView {
  const choices = choicesOf(of)
  return {
    basket: of,
    values: valuesOfCart(null, null),
    errors: {},
    choices,
    till: tillOf(of, choices),
    problems: {},
    pay: { method: "alipay", savedCardId: null, savesCard: false },
    refusal: null,
  }
}

it("proposes the cheapest way unless one was chosen before", () => {
  expect(choicesOf(basket())[0]?.optionId).toBe("so_cheap")
  expect(choicesOf(basket({ selected: "so_dear" }))[0]?.optionId).toBe("so_dear")
})

it("takes the form's choice, but only one that the seller offers", () => {
  const form = new FormData()
  form.set(optionField("sel_a"), "so_dear")
  form.set(optionField("sel_w"), "so_cheap")
  expect(choicesOf(basket(), form).map(({ optionId }) => optionId)).toEqual(["so_dear", "so_free"])
})

it("adds up to the total that it shows", () => {
  const { goodsFen, discountFen, freightFen, totalFen } = viewOf().till
  expect({ goodsFen, discountFen, freightFen }).toEqual({
    goodsFen: 21500,
    discountFen: 0,
    freightFen: [800, 0],
  })
  expect(totalFen).toBe(22300)
})

it("shows a discount as the difference between the lines and what the cart asks", () => {
  const reduced = { ...basket(), goodsFen: 20000 }
  const till = tillOf(reduced, choicesOf(reduced))
  expect([till.goodsFen - till.discountFen, till.totalFen]).toEqual([20000, 20800])
})

it("stops an order with a parcel that cannot be sent, or goods that are short", () => {
  expect(standingRefusal(viewOf())).toBeNull()
  expect(standingRefusal(viewOf(basket({ withoutOptions: true })))).toEqual({
    reason: "parcel_shipping_missing",
  })
  const problems = { line_a: { reason: "not_on_sale", typed: "2" } as const }
  expect(standingRefusal({ ...viewOf(), problems })).toEqual({ reason: "stock_short" })
})

it.each([
  ["insufficient_inventory", { reason: "stock_short" }],
  ["seller_missing", { reason: "seller_closed" }],
  ["parcel_shipping_orphaned", { reason: "parcel_shipping_missing" }],
  ["price_changed", { reason: "price_changed", beforeFen: null, afterFen: null }],
  ["funds_insufficient", { reason: "payment_refused", message: "words" }],
  ["anything_new", { reason: "not_placed", code: "anything_new" }],
])("has a reason for the backend's code %s", (code, refusal) => {
  expect(refusalOf({ code, message: "words" })).toEqual(refusal)
})

it("reads the total that the buyer saw, or none", () => {
  const form = new FormData()
  expect(shownTotal(form)).toBeNull()
  form.set("total_fen", "22300")
  expect(shownTotal(form)).toBe(22300)
  form.set("total_fen", "-1")
  expect(shownTotal(form)).toBeNull()
})

it("counts the households' part only when every line's price is known", () => {
  const bar = (variant_id: string, amount_fen: number) => ({
    variant_id,
    price_fen: 6800,
    purchase_fen_per_kg: 0,
    floor_fen_per_kg: null,
    parts: [{ kind: "household" as const, amount_fen }],
  })
  expect(householdPart(basket(), [bar("var_a", 2800)])).toBeNull()
  expect(householdPart(basket(), [bar("var_a", 2800), bar("var_w", 3000)])).toBe(8600)
})

it("counts days of arrival from today", () => {
  expect(arrivalDay(new Date("2026-11-21T02:00:00Z"), 4)).toBe("2026-11-25T02:00:00.000Z")
})
