import { expect, it } from "vitest"

import { basketOf, linesOf } from "./cart"
import { cartWith, parcelOf, productWith } from "./cart.fixture"
import { readWishes } from "./quantity-form"
import { readQuantity, standingProblems } from "./refusal"

const apples = productWith({ id: "prod_a", variantId: "var_a", stock: 5 })
const walnuts = productWith({ id: "prod_w", variantId: "var_w", stock: 2, county: "653126" })

function basket(quantities: { apples: number; walnuts: number }) {
  const cart = cartWith([
    { id: "line_a", product: apples, quantity: quantities.apples, unitPrice: 68 },
    { id: "line_w", product: walnuts, quantity: quantities.walnuts, unitPrice: 79.9 },
  ])
  const parcels = [parcelOf("sel_a", ["line_a"]), parcelOf("sel_w", ["line_w"])]
  return basketOf(cart, parcels, [apples, walnuts])
}

function formWith(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}

it("groups lines by seller and turns yuan into fen", () => {
  const { parcels, pieces, goodsFen } = basket({ apples: 2, walnuts: 1 })
  expect(parcels.map(({ sellerId, lines }) => [sellerId, lines.map(({ id }) => id)])).toEqual([
    ["sel_a", ["line_a"]],
    ["sel_w", ["line_w"]],
  ])
  expect(parcels[1]?.lines[0]?.goodsFen).toBe(7990)
  expect([pieces, goodsFen]).toEqual([3, 21590])
})

it("keeps lines that no parcel names", () => {
  const cart = cartWith([{ id: "line_a", product: apples, quantity: 1, unitPrice: 68 }])
  const view = basketOf(cart, [], [apples])
  expect(view.parcels).toMatchObject([{ sellerId: null, goodsFen: 6800 }])
  expect(linesOf(view)).toHaveLength(1)
})

it("names a parcel's county only when its goods come from the seller's own", () => {
  const { parcels } = basket({ apples: 1, walnuts: 1 })
  expect(parcels.map(({ county }) => county?.zh)).toEqual(["盐源县", undefined])
})

it("marks lines that are short or gone before anyone pays", () => {
  const cart = cartWith([
    { id: "line_a", product: apples, quantity: 6, unitPrice: 68 },
    { id: "line_w", product: walnuts, quantity: 1, unitPrice: 79.9 },
  ])
  expect(standingProblems(basketOf(cart, [], [apples]))).toEqual({
    line_a: { reason: "stock_short", typed: "6", available: 5 },
    line_w: { reason: "not_on_sale", typed: "1" },
  })
})

it.each(["1.5", "-1", "two", "", "1e2", "二"])("refuses %j as a quantity and keeps it", (typed) => {
  expect(readQuantity(typed)).toEqual({ reason: "quantity_not_whole", typed })
})

it("reads every changed line of the form, whichever button sent it", () => {
  const form = formWith({ "quantity:line_a": "3", "quantity:line_w": "x", more: "line_a" })
  expect(readWishes(form, basket({ apples: 2, walnuts: 1 }))).toEqual({
    changes: [{ lineId: "line_a", quantity: 4 }],
    problems: { line_w: { reason: "quantity_not_whole", typed: "x" } },
  })
})

it("takes a line out whatever its field says", () => {
  const form = formWith({ "quantity:line_a": "oops", remove: "line_a" })
  expect(readWishes(form, basket({ apples: 2, walnuts: 1 }))).toEqual({
    changes: [{ lineId: "line_a", quantity: 0 }],
    problems: {},
  })
})

it("leaves lines alone that the form does not name", () => {
  expect(readWishes(new FormData(), basket({ apples: 2, walnuts: 1 })).changes).toEqual([])
})
