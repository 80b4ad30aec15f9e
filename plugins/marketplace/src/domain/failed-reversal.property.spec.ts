import fc from "fast-check"

import { isReversalRefused, type ReversalFailure } from "./failed-reversal"

const TYPES = [
  "not_allowed",
  "invalid_data",
  "unexpected_state",
  "not_found",
  "payment_requires_more",
]
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: undefined })
const failure: fc.Arbitrary<ReversalFailure> = fc
  .tuple(
    maybe(fc.constantFrom(...TYPES)),
    maybe(fc.oneof(fc.constant("provider_unreachable"), fc.string())),
  )
  .map(([type, code]) => ({ ...(type && { type }), ...(code && { code }) }))

describe("isReversalRefused", () => {
  it("never ends a try whose money may have come back", () => {
    fc.assert(
      fc.property(failure, (one) => {
        if (!isReversalRefused(one)) return
        expect(one.type).toBe("not_allowed")
        expect(one.code).not.toBe("provider_unreachable")
      }),
    )
  })

  it("ends every try that was refused, whatever the reason", () => {
    fc.assert(
      fc.property(fc.string(), (reason) => {
        fc.pre(reason !== "provider_unreachable")
        expect(isReversalRefused({ type: "not_allowed", code: reason })).toBe(true)
      }),
    )
  })
})
