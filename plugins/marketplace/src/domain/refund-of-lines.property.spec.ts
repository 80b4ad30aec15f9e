import fc from "fast-check"

import { refundOfLines } from "./refund-of-lines"

const line = fc.record({
  id: fc.constant("line"),
  paidFen: fc.nat(1_000_000),
  quantity: fc.integer({ min: 1, max: 200 }),
  unitWeightG: fc.integer({ min: 1, max: 20_000 }),
})
const claimed = line.chain((sold) =>
  fc.tuple(fc.constant(sold), fc.integer({ min: 1, max: sold.quantity * sold.unitWeightG })),
)

describe("refundOfLines", () => {
  it("stays within a fen of the exact price, and never exceeds what was paid", () => {
    fc.assert(
      fc.property(claimed, ([sold, grams]) => {
        const fen = refundOfLines([sold], [{ lineId: "line", grams }])
        const exact = (sold.paidFen * grams) / (sold.quantity * sold.unitWeightG)
        expect(Math.abs(fen - exact)).toBeLessThanOrEqual(1)
        expect(fen).toBeLessThanOrEqual(sold.paidFen)
      }),
    )
  })

  it("gives whole packs the same, counted or weighed", () => {
    fc.assert(
      fc.property(line, fc.nat(), (sold, some) => {
        const pieces = 1 + (some % sold.quantity)
        const grams = pieces * sold.unitWeightG
        expect(refundOfLines([sold], [{ lineId: "line", pieces }])).toBe(
          refundOfLines([sold], [{ lineId: "line", grams }]),
        )
      }),
    )
  })

  it("gives a whole line all that was paid for it", () => {
    fc.assert(
      fc.property(line, (sold) => {
        const pieces = sold.quantity
        expect(refundOfLines([sold], [{ lineId: "line", pieces }])).toBe(sold.paidFen)
      }),
    )
  })
})
