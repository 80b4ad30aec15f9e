import { receiptEdges } from "./receipt-bins"

describe("receiptEdges", () => {
  it.each([
    [1, 100_00],
    [31, 100_00],
    [32, 200_00],
    [92, 200_00],
    [365, 1000_00],
  ])("steps of %i days are %i fen wide", (days, width) => {
    const edges = receiptEdges(days)
    expect(edges.slice(0, 4)).toEqual([0, 1, width, 2 * width])
    expect(edges).toHaveLength(22)
  })

  it("rise without a gap", () => {
    const edges = receiptEdges(30)
    expect([...edges].sort((a, b) => a - b)).toEqual(edges)
  })
})
