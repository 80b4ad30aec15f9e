import { deliveryAmountFen, purchaseFenPerKg } from "./purchase-price"

describe("deliveryAmountFen", () => {
  it.each([
    [412_000n, 460n, 189_520n],
    [1n, 499n, 0n],
    [1n, 500n, 1n],
    [999n, 1n, 1n],
    [0n, 460n, 0n],
  ])("pays %d g at %d fen/kg with %d fen", (grams, price, fen) => {
    expect(deliveryAmountFen(grams, price)).toBe(fen)
  })

  it("refuses a negative weight", () => {
    expect(() => deliveryAmountFen(-1n, 460n)).toThrow(RangeError)
  })
})

describe("purchaseFenPerKg", () => {
  const bought = [
    { grams: 100_000n, amountFen: 40_000n },
    { grams: 300_000n, amountFen: 150_000n },
  ]

  it("is the mean by weight", () => {
    expect(purchaseFenPerKg(bought, 400_000n, 400_000n)).toBe(475n)
  })

  it("rises by what was lost in between", () => {
    expect(purchaseFenPerKg(bought, 400_000n, 200_000n)).toBe(950n)
  })

  it("leaves goods of unknown origin out", () => {
    expect(purchaseFenPerKg(bought, 800_000n, 800_000n)).toBe(475n)
  })

  it("knows no price where nothing was bought", () => {
    expect(purchaseFenPerKg([], 400_000n, 400_000n)).toBeNull()
    expect(purchaseFenPerKg(bought, 400_000n, 0n)).toBeNull()
  })
})
