import { shareOfSale } from "./payout-share"

const SALE = { totalFen: 10_000, commissionFen: 800, commissionTaxFen: 48, subsidyFen: 500 }

describe("shareOfSale", () => {
  it("gives the whole sale as it was frozen", () => {
    expect(shareOfSale(SALE, 10_000)).toEqual({
      amountFen: 10_000,
      commissionFen: 800,
      commissionTaxFen: 48,
      subsidyFen: 500,
      sellerFen: 9652,
    })
  })

  it("gives a quarter of everything for a quarter", () => {
    expect(shareOfSale(SALE, 2500)).toEqual({
      amountFen: 2500,
      commissionFen: 200,
      commissionTaxFen: 12,
      subsidyFen: 125,
      sellerFen: 2413,
    })
  })

  it("gives nothing of a consignment that costs nothing", () => {
    expect(shareOfSale({ ...SALE, totalFen: 0 }, 0)).toMatchObject({ sellerFen: 0 })
  })

  it.each([-1, 10_001, 1.5])("refuses %d fen", (amountFen) => {
    expect(() => shareOfSale(SALE, amountFen)).toThrow(RangeError)
  })
})
