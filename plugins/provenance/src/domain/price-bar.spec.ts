import { priceBar, type PriceBarInput } from "./price-bar"

const APPLES: PriceBarInput = {
  priceFen: 3990n,
  unitGrams: 2500n,
  purchaseFenPerKg: 460n,
  packingFenPerKg: 120n,
  freightFenPerKg: 300n,
  commissionBasisPoints: 500n,
  commissionTaxBasisPoints: 600n,
}

const parts = (input: PriceBarInput) =>
  Object.fromEntries(priceBar(input).map(({ kind, amountFen }) => [kind, amountFen]))

describe("priceBar", () => {
  it("splits a pack of apples", () => {
    expect(parts(APPLES)).toEqual({
      household: 1150n,
      cooperative: 1579n,
      packing: 300n,
      freight: 750n,
      commission: 211n,
    })
  })

  it("scales declared packing and freight down to what is left", () => {
    expect(parts({ ...APPLES, priceFen: 2000n })).toEqual({
      household: 1150n,
      cooperative: 0n,
      packing: 213n,
      freight: 531n,
      commission: 106n,
    })
  })

  it("gives the household no more than the price leaves after commission", () => {
    expect(parts({ ...APPLES, priceFen: 1000n })).toEqual({
      household: 947n,
      cooperative: 0n,
      packing: 0n,
      freight: 0n,
      commission: 53n,
    })
  })

  it("splits nothing when the price is nothing", () => {
    expect(priceBar({ ...APPLES, priceFen: 0n }).every(({ amountFen }) => amountFen === 0n)).toBe(
      true,
    )
  })

  it.each([
    ["a negative price", { priceFen: -1n }],
    ["a negative weight", { unitGrams: -1n }],
    ["a commission above the price", { commissionBasisPoints: 10_001n }],
  ])("refuses %s", (_, change) => {
    expect(() => priceBar({ ...APPLES, ...change })).toThrow(RangeError)
  })
})
