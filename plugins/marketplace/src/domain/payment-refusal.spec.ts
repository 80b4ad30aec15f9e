import fc from "fast-check"

import { paymentRefusal, type PaymentToCheck } from "./payment-refusal"

const FITS: PaymentToCheck = {
  cart: { totalFen: 8000, currency: "cny" },
  session: { amountFen: 8000, currency: "CNY" },
  payment: null,
}
const GOOD = { isCanceled: false, refundedFen: 0 }

describe("paymentRefusal", () => {
  it("accepts the cart's own total, authorised or not yet", () => {
    expect(paymentRefusal(FITS)).toBeNull()
    expect(paymentRefusal({ ...FITS, payment: GOOD })).toBeNull()
  })

  it("leaves a cart without a session to Medusa", () => {
    expect(paymentRefusal({ ...FITS, session: null })).toBeNull()
  })

  it("refuses another currency, whatever the amount", () => {
    const session = { amountFen: 8000, currency: "usd" }
    expect(paymentRefusal({ ...FITS, session })).toBe("payment_currency_differs")
  })

  it("refuses a payment that went back", () => {
    expect(paymentRefusal({ ...FITS, payment: { ...GOOD, isCanceled: true } })).toBe(
      "payment_spent",
    )
    expect(paymentRefusal({ ...FITS, payment: { ...GOOD, refundedFen: 1 } })).toBe("payment_spent")
  })

  it("accepts exactly the total, to the fen", () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(fen, fen, (totalFen, amountFen) => {
        const refusal = paymentRefusal({
          cart: { totalFen, currency: "cny" },
          session: { amountFen, currency: "cny" },
          payment: GOOD,
        })
        expect(refusal).toBe(totalFen === amountFen ? null : "payment_amount_differs")
      }),
    )
  })
})
