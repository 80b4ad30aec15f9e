import fc from "fast-check"

import { sessionStatusOf } from "./payment-status"

describe("sessionStatusOf", () => {
  it.each([
    ["requires_payment_method", false, "pending"],
    ["requires_payment_method", true, "error"],
    ["requires_confirmation", false, "pending"],
    ["requires_action", true, "requires_more"],
    ["processing", false, "pending"],
    ["requires_capture", false, "authorized"],
    ["succeeded", true, "captured"],
    ["canceled", false, "canceled"],
  ] as const)("reads %s (failed before: %p) as %s", (status, hasFailed, expected) => {
    expect(sessionStatusOf(status, hasFailed)).toBe(expected)
  })

  it("never takes a word that it doesn't know for money", () => {
    const known = ["requires_action", "requires_capture", "succeeded", "canceled"]
    fc.assert(
      fc.property(fc.string(), (word) => {
        fc.pre(!known.includes(word))
        expect(sessionStatusOf(word, false)).toBe("pending")
      }),
    )
    expect(sessionStatusOf("toString", false)).toBe("pending")
  })
})
