import fc from "fast-check"

import { refundOfLines } from "./refund-of-lines"

const line = fc
  .record({
    id: fc.constant("line"),
    paidFen: fc.nat(1_000_000),
    quantity: fc.integer({ min: 1, max: 200 }),
    unitWeightG: fc.integer({ min: 1, max: 20_000 }),
  })
  .map((sold) => ({ ...sold, leftFen: sold.paidFen }))
const worth = (...claim: Parameters<typeof refundOfLines>) => refundOfLines(...claim).get("line")!
const claimed = line.chain((sold) =>
  fc.tuple(fc.constant(sold), fc.integer({ min: 1, max: sold.quantity * sold.unitWeightG })),
)

describe("refundOfLines", () => {
  it("stays within a fen of the exact price, and never exceeds what was paid", () => {
    fc.assert(
      fc.property(claimed, ([sold, grams]) => {
        const fen = worth([sold], [{ lineId: "line", grams }])
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
        expect(worth([sold], [{ lineId: "line", pieces }])).toBe(
          worth([sold], [{ lineId: "line", grams }]),
        )
      }),
    )
  })

  it("gives a whole line all that was paid for it", () => {
    fc.assert(
      fc.property(line, (sold) => {
        const pieces = sold.quantity
        expect(worth([sold], [{ lineId: "line", pieces }])).toBe(sold.paidFen)
      }),
    )
  })

  it("never refunds a line twice, however often it is claimed", () => {
    fc.assert(
      fc.property(claimed, fc.nat(5), ([sold, grams], times) => {
        let leftFen = sold.leftFen
        for (let i = 0; i <= times; i++) {
          leftFen -= worth([{ ...sold, leftFen }], [{ lineId: "line", grams }])
          expect(leftFen).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
