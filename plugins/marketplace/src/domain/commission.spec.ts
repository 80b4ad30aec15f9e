import { COMMISSION_RULE_VERSION, commissionOf } from "./commission"

describe("commissionOf", () => {
  it("takes 5 % of 49.80 yuan", () => {
    expect(commissionOf(4980, 500)).toEqual({
      commissionFen: 249,
      payableFen: 4731,
      ruleVersion: COMMISSION_RULE_VERSION,
    })
  })

  it("gives an exact half fen to the seller", () => {
    expect(commissionOf(10, 500)).toMatchObject({ commissionFen: 0, payableFen: 10 })
    expect(commissionOf(30, 500)).toMatchObject({ commissionFen: 1, payableFen: 29 })
  })

  it("takes nothing at a rate of zero, and everything at 10 000", () => {
    expect(commissionOf(4980, 0)).toMatchObject({ commissionFen: 0, payableFen: 4980 })
    expect(commissionOf(4980, 10_000)).toMatchObject({ commissionFen: 4980, payableFen: 0 })
  })

  it.each([
    [-1, 500],
    [0.5, 500],
    [Number.MAX_SAFE_INTEGER + 1, 500],
    [100, -1],
    [100, 10_001],
    [100, 2.5],
  ])("refuses %d fen at %d basis points", (fen, basisPoints) => {
    expect(() => commissionOf(fen, basisPoints)).toThrow(RangeError)
  })
})
