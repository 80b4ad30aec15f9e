import fc from "fast-check"

import { priceBar } from "./price-bar"

const input = fc.record({
  priceFen: fc.bigInt({ min: 0n, max: 10_000_000n }),
  unitGrams: fc.bigInt({ min: 0n, max: 100_000n }),
  purchaseFenPerKg: fc.bigInt({ min: 0n, max: 100_000n }),
  packingFenPerKg: fc.bigInt({ min: 0n, max: 10_000n }),
  freightFenPerKg: fc.bigInt({ min: 0n, max: 10_000n }),
  commissionBasisPoints: fc.bigInt({ min: 0n, max: 9_000n }),
  commissionTaxBasisPoints: fc.bigInt({ min: 0n, max: 1_000n }),
})

describe("priceBar", () => {
  it("sums to the price exactly, with no part negative", () => {
    fc.assert(
      fc.property(input, (i) => {
        const bar = priceBar(i)
        expect(bar.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(i.priceFen)
        expect(bar.every(({ amountFen }) => amountFen >= 0n)).toBe(true)
      }),
    )
  })

  it("names each part once, in a fixed order", () => {
    fc.assert(
      fc.property(input, (i) => {
        expect(priceBar(i).map(({ kind }) => kind)).toEqual([
          "household",
          "cooperative",
          "packing",
          "freight",
          "commission",
        ])
      }),
    )
  })

  it("shows the household's part within a fen of what was paid, where the price allows it", () => {
    fc.assert(
      fc.property(input, (i) => {
        const paid = i.purchaseFenPerKg * i.unitGrams * 10n
        const taxed = i.commissionBasisPoints * (10_000n + i.commissionTaxBasisPoints)
        fc.pre(paid * 10_000n <= i.priceFen * (100_000_000n - taxed))
        const household = priceBar(i).find(({ kind }) => kind === "household")!.amountFen
        const error = household * 10_000n - paid
        expect(error < 10_000n && error > -10_000n).toBe(true)
      }),
    )
  })

  it("never shows more packing or freight than declared", () => {
    fc.assert(
      fc.property(input, (i) => {
        const bar = new Map(priceBar(i).map(({ kind, amountFen }) => [kind, amountFen]))
        const most = (fenPerKg: bigint) => (fenPerKg * i.unitGrams) / 1000n + 1n
        expect(bar.get("packing")! <= most(i.packingFenPerKg)).toBe(true)
        expect(bar.get("freight")! <= most(i.freightFenPerKg)).toBe(true)
      }),
    )
  })
})
