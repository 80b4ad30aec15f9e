import fc from "fast-check"

import {
  freeGrams,
  inputRefusal,
  looseDamageRefusal,
  outputRefusal,
  packDamageRefusal,
  packRefusal,
} from "./mass-balance"

const grams = fc.integer({ min: 0, max: 2_000_000_000 })

describe("mass balance", () => {
  it("never lets more out than went in, in any order of packing and using", () => {
    const moves = fc.array(
      fc.record({ isPack: fc.boolean(), grams: fc.integer({ min: 1, max: 5_000 }) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), moves, (netGrams, list) => {
        const lot = { netGrams, packedGrams: 0, usedGrams: 0 }
        for (const move of list) {
          if (move.isPack && packRefusal(lot, move.grams) === null) lot.packedGrams += move.grams
          if (!move.isPack && inputRefusal(lot, move.grams) === null) lot.usedGrams += move.grams
        }
        expect(lot.packedGrams + lot.usedGrams).toBeLessThanOrEqual(netGrams)
        expect(freeGrams(lot)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it("allows all of the input without loss, and not a gram more", () => {
    fc.assert(
      fc.property(grams, (inputGrams) => {
        const whole = { inputGrams, maxYieldBasisPoints: 10_000 }
        expect(outputRefusal({ ...whole, outputGrams: inputGrams })).toBeNull()
        expect(outputRefusal({ ...whole, outputGrams: inputGrams + 1 })).toBe("lot_output_over")
      }),
    )
  })

  it("allows less wherever it allows more", () => {
    fc.assert(
      fc.property(grams, grams, grams, fc.nat(20_000), (inputGrams, a, b, maxYieldBasisPoints) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const at = (outputGrams: number) =>
          outputRefusal({ inputGrams, outputGrams, maxYieldBasisPoints })
        expect(at(more) === null && at(less) !== null).toBe(false)
      }),
    )
  })

  it("never loses more than is there, loose or packed", () => {
    fc.assert(
      fc.property(grams, grams, fc.nat(50), fc.nat(50), (netGrams, lost, freeUnits, units) => {
        const lot = { netGrams, packedGrams: 0, usedGrams: 0 }
        expect(looseDamageRefusal(lot, lost) === null).toBe(lost <= netGrams)
        expect(packDamageRefusal(freeUnits, units) === null).toBe(units <= freeUnits)
      }),
    )
  })
})
