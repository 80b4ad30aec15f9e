import fc from "fast-check"

import { distributionOf } from "./distribution"

const received = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 200 })

describe("distributionOf", () => {
  it("keeps the quartiles in order and within the amounts", () => {
    fc.assert(
      fc.property(received, (amounts) => {
        const d = distributionOf(amounts)
        const inOrder = [
          Math.min(...amounts),
          d.lowerQuartileFen,
          d.medianFen,
          d.upperQuartileFen,
          Math.max(...amounts),
        ]
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
      }),
    )
  })

  it("has a mean within half a fen of the exact one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (amounts) => {
        const sum = amounts.reduce((a, b) => a + b, 0)
        const twiceError = 2 * (distributionOf(amounts).meanFen * amounts.length - sum)
        expect(twiceError > -amounts.length && twiceError <= amounts.length).toBe(true)
      }),
    )
  })

  it("gives the top tenth at least its head count's share, and at most everything", () => {
    fc.assert(
      fc.property(received, (amounts) => {
        fc.pre(amounts.some((fen) => fen > 0))
        const { topTenthBasisPoints } = distributionOf(amounts)
        const headCount = Math.ceil(amounts.length / 10) / amounts.length
        expect(topTenthBasisPoints).toBeGreaterThanOrEqual(Math.floor(headCount * 10_000))
        expect(topTenthBasisPoints).toBeLessThanOrEqual(10_000)
      }),
    )
  })

  it("ignores the order of the amounts, and pads like explicit zeros", () => {
    fc.assert(
      fc.property(received, fc.nat({ max: 50 }), (amounts, absent) => {
        const padded = [...new Array<number>(absent).fill(0), ...[...amounts].reverse()]
        expect(distributionOf(amounts, amounts.length + absent)).toEqual(distributionOf(padded))
      }),
    )
  })
})
