import fc from "fast-check"

import { refusalOfAmount } from "./amount-guard"

describe("refusalOfAmount", () => {
  it("accepts the same fen, however the currency is written", () => {
    expect(
      refusalOfAmount(
        { amountMinor: 6800, currency: "CNY" },
        { amountMinor: 6800, currency: "cny" },
      ),
    ).toBeNull()
  })

  it("refuses one fen more", () => {
    expect(
      refusalOfAmount(
        { amountMinor: 6800, currency: "cny" },
        { amountMinor: 6801, currency: "cny" },
      ),
    ).toBe("payment_amount_differs")
  })

  it("refuses the same number of another currency", () => {
    expect(
      refusalOfAmount(
        { amountMinor: 6800, currency: "cny" },
        { amountMinor: 6800, currency: "usd" },
      ),
    ).toBe("payment_currency_differs")
  })

  it("accepts nothing but equal money", () => {
    const money = fc.record({
      amountMinor: fc.integer({ min: 0, max: 50 }),
      currency: fc.constantFrom("cny", "usd"),
    })
    fc.assert(
      fc.property(money, money, (expected, actual) => {
        const isSame =
          expected.amountMinor === actual.amountMinor && expected.currency === actual.currency
        expect(refusalOfAmount(expected, actual) === null).toBe(isSame)
      }),
    )
  })
})
