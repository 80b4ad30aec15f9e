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

  it("takes commission from the goods in it, not from freight", () => {
    const freight = { netFen: 0, paidFen: 0, allNetFen: 8500 }
    expect(shareOfSale(SALE, 2000, freight)).toEqual({
      amountFen: 2000,
      commissionFen: 0,
      commissionTaxFen: 0,
      subsidyFen: 0,
      sellerFen: 2000,
    })
    const goods = { netFen: 4250, paidFen: 4000, allNetFen: 8500 }
    expect(shareOfSale(SALE, 4000, goods)).toMatchObject({
      commissionFen: 400,
      commissionTaxFen: 24,
      subsidyFen: 250,
    })
  })

  it("gives nothing of a consignment that costs nothing", () => {
    expect(shareOfSale({ ...SALE, totalFen: 0 }, 0)).toMatchObject({ sellerFen: 0 })
  })

  it.each([-1, 10_001, 1.5])("refuses %d fen", (amountFen) => {
    expect(() => shareOfSale(SALE, amountFen)).toThrow(RangeError)
  })
})
