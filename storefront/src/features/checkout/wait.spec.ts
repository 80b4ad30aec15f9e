import { expect, it } from "vitest"

import { waitingSince, waitsUntil } from "./wait"

it("waits a quarter of an hour from the moment that the address names", () => {
  expect(waitsUntil(waitingSince("1000", 1500))).toBe(1_900_000)
})

it.each([null, "", "soon", "99999999999999"])("begins now when the address says %j", (text) => {
  expect(waitingSince(text, 1500)).toBe(1500)
})

it("does not begin in the future", () => {
  expect(waitingSince("9000", 1500)).toBe(1500)
})
