import { claimRefusal, refundOfLines } from "./refund-of-lines"

const apples = { id: "apples", paidFen: 6800, leftFen: 6800, quantity: 2, unitWeightG: 2500 }
const pears = { id: "pears", paidFen: 3001, leftFen: 3001, quantity: 3, unitWeightG: 1000 }
const lines = [apples, pears]

describe("refundOfLines", () => {
  it("gives half for one pack of two, and the price of the grams that were bad", () => {
    expect(refundOfLines(lines, [{ lineId: "apples", pieces: 1 }]).get("apples")).toBe(3400)
    expect(refundOfLines(lines, [{ lineId: "apples", grams: 750 }]).get("apples")).toBe(1020)
  })

  it("tells what is claimed of several lines apart", () => {
    const parts = refundOfLines(lines, [
      { lineId: "apples", grams: 5000 },
      { lineId: "pears", pieces: 3 },
    ])
    expect(Object.fromEntries(parts)).toEqual({ apples: 6800, pears: 3001 })
  })

  it("gives no more of a line than is left of it", () => {
    const half = { ...apples, leftFen: 3400 }
    expect(refundOfLines([half], [{ lineId: "apples", pieces: 2 }]).get("apples")).toBe(3400)
  })
})

describe("claimRefusal", () => {
  it.each([
    [[], "claim_empty"],
    [[{ lineId: "apples", pieces: 0 }], "claim_empty"],
    [[{ lineId: "apples", grams: 0.5 }], "claim_empty"],
    [[{ lineId: "plums", pieces: 1 }], "claim_line_unknown"],
    [[{ lineId: "apples", pieces: 3 }], "claim_over_sold"],
    [[{ lineId: "pears", grams: 3001 }], "claim_over_sold"],
    [
      [
        { lineId: "pears", pieces: 2 },
        { lineId: "pears", grams: 2000 },
      ],
      "claim_over_sold",
    ],
    [[{ lineId: "pears", grams: 3000 }], null],
  ] as const)("%j: %s", (parts, refusal) => {
    expect(claimRefusal(lines, parts)).toBe(refusal)
  })

  it("throws where it was not asked", () => {
    expect(() => refundOfLines(lines, [])).toThrow(RangeError)
  })
})
