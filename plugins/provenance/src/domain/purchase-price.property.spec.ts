import fc from "fast-check"

import { deliveryAmountFen, purchaseFenPerKg } from "./purchase-price"

const grams = fc.bigInt({ min: 1n, max: 50_000_000n })
const price = fc.bigInt({ min: 0n, max: 100_000n })

describe("deliveryAmountFen", () => {
  it("is at most half a fen from exact", () => {
    fc.assert(
      fc.property(grams, price, (g, p) => {
        const error = deliveryAmountFen(g, p) * 1000n - g * p
        expect(error > -500n && error <= 500n).toBe(true)
      }),
    )
  })

  it("never pays less for more", () => {
    fc.assert(
      fc.property(grams, grams, price, (a, b, p) => {
        expect(deliveryAmountFen(a + b, p)).toBeGreaterThanOrEqual(deliveryAmountFen(a, p))
      }),
    )
  })
})

describe("purchaseFenPerKg", () => {
  it("lies between the lowest and the highest price paid", () => {
    const deliveries = fc.array(fc.tuple(grams, price), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(deliveries, (list) => {
        const total = list.reduce((sum, [g]) => sum + g, 0n)
        const purchases = list.map(([g, p]) => ({ grams: g, amountFen: (g * p) / 1000n }))
        const mean = purchaseFenPerKg(purchases, total, total)!
        const prices = list.map(([, p]) => p).sort((a, b) => (a < b ? -1 : 1))
        // Amounts are whole fen, so a light delivery's price per kg is known that coarsely only.
        const slack = (BigInt(list.length) * 1000n) / total + 1n
        expect(mean >= prices[0]! - slack && mean <= prices.at(-1)! + slack).toBe(true)
      }),
    )
  })

  it("times the weight is what was paid, to the rounding of the price", () => {
    fc.assert(
      fc.property(grams, price, (g, p) => {
        const amountFen = deliveryAmountFen(g, p)
        const mean = purchaseFenPerKg([{ grams: g, amountFen }], g, g)!
        const error = mean * g - amountFen * 1000n
        expect(2n * error <= g && 2n * error >= -g).toBe(true)
      }),
    )
  })
})
