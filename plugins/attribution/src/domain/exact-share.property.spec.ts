import fc from "fast-check"

import { exactShare } from "./exact-share"
import { splitLine } from "./split-line"

describe("exactShare", () => {
  it("says the whole fen and what is left", () => {
    const ground = { goodsFen: 6_900, lotGrams: 5_000, lineGrams: 5_000 }
    expect(exactShare({ ...ground, numerator: "37500", denominator: "212000" })).toEqual({
      wholeFen: 1_220,
      remainder: "0.518867",
    })
  })

  it("has no answer where there is nothing to divide by", () => {
    const none = { goodsFen: 1, lotGrams: 0, lineGrams: 0, numerator: "1", denominator: "1" }
    expect(exactShare(none)).toBeNull()
  })

  it("refuses fen that are not whole", () => {
    const ground = { goodsFen: 0.5, lotGrams: 1, lineGrams: 1, numerator: "1", denominator: "1" }
    expect(() => exactShare(ground)).toThrow(RangeError)
  })

  it("lies within one fen of what a capture of one lot posts", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), parts, (goodsFen, weights) => {
        const shares = weights.map((weight, i) => ({
          householdId: `hh_${i}`,
          isEnrolled: true,
          statusLabelZh: null,
          villageCode: null,
          parts: String(weight),
        }))
        for (const part of splitLine(goodsFen, [{ lotId: "lot_1", grams: 2_500, shares }])) {
          const exact = exactShare({
            goodsFen,
            lotGrams: 2_500,
            lineGrams: 2_500,
            numerator: part.shareNumerator,
            denominator: part.shareDenominator,
          })!
          expect(Math.abs(Math.abs(part.amountFen) - Math.abs(exact.wholeFen))).toBeLessThanOrEqual(
            1,
          )
        }
      }),
    )
  })
})
