import fc from "fast-check"

import { explainPaymentError, paymentErrorOf } from "./payment-error"

describe("paymentErrorOf", () => {
  it.each([
    [
      { type: "StripeCardError", code: "card_declined", declineCode: "insufficient_funds" },
      "funds_insufficient",
    ],
    [
      { type: "StripeCardError", code: "card_declined", declineCode: "do_not_honor" },
      "card_declined",
    ],
    [{ type: "StripeCardError", code: "expired_card" }, "card_expired"],
    [
      { type: "StripeInvalidRequestError", code: "charge_already_refunded" },
      "charge_already_refunded",
    ],
    [{ type: "StripeConnectionError" }, "provider_unreachable"],
    [{ type: "StripeAPIError" }, "provider_unreachable"],
    [{ type: "StripeRateLimitError" }, "provider_busy"],
    [{ type: "StripeCardError", code: "newly_invented" }, "card_declined"],
    [{ type: "StripeInvalidRequestError", code: "toString" }, "provider_refused"],
    [{}, "provider_refused"],
  ] as const)("reads %p as %s", (refusal, error) => {
    expect(paymentErrorOf(refusal)).toBe(error)
  })

  it("has a text in both languages, whatever Stripe says", () => {
    const word = fc.option(fc.string())
    fc.assert(
      fc.property(word, word, (code, declineCode) => {
        const error = paymentErrorOf({ code, declineCode })
        expect(explainPaymentError(error, "zh")).toMatch(/[一-鿿]/)
        expect(explainPaymentError(error, "en")).toMatch(/^[\x20-\x7e]+$/)
      }),
    )
  })
})
