import { COMMISSION_TAX_BASIS_POINTS, commissionTaxOf } from "./commission-tax"

describe("commissionTaxOf", () => {
  it("takes 6 % of a commission of 2.50 yuan", () => {
    expect(commissionTaxOf(250, COMMISSION_TAX_BASIS_POINTS)).toBe(15)
  })

  it("rounds to the nearest fen, and gives an exact half to the seller", () => {
    expect(commissionTaxOf(249, 600)).toBe(15)
    expect(commissionTaxOf(241, 600)).toBe(14)
    expect(commissionTaxOf(25, 600)).toBe(1)
    expect(commissionTaxOf(75, 600)).toBe(4)
  })

  it("takes nothing at a rate of zero, nor of no commission", () => {
    expect(commissionTaxOf(250, 0)).toBe(0)
    expect(commissionTaxOf(0, 600)).toBe(0)
  })

  it.each([
    [-1, 600],
    [100, 10_001],
  ])("refuses %d fen at %d basis points", (fen, basisPoints) => {
    expect(() => commissionTaxOf(fen, basisPoints)).toThrow(RangeError)
  })
})
