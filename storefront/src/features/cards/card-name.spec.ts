import { expect, it } from "vitest"

import { cardExpiry, cardName, isExpired } from "./card-name"

it("names a card by its brand and last digits", () => {
  expect(cardName({ brand: "visa", last4: "4242" })).toBe("Visa ···· 4242")
  expect(cardName({ brand: "new_brand", last4: "0001" })).toBe("new_brand ···· 0001")
  expect(cardName({ brand: null, last4: "0001" })).toBe("···· 0001")
})

it("writes the last month as the card does", () => {
  expect(cardExpiry({ exp_month: 3, exp_year: 2034 })).toBe("03/34")
  expect(cardExpiry({ exp_month: null, exp_year: 2034 })).toBeNull()
})

it("is good to the end of its month", () => {
  const card = { exp_month: 11, exp_year: 2026 }
  expect(isExpired(card, new Date("2026-11-30T23:59:59Z"))).toBe(false)
  expect(isExpired(card, new Date("2026-12-01T00:00:00Z"))).toBe(true)
  expect(isExpired({ exp_month: null, exp_year: null }, new Date())).toBe(false)
})
