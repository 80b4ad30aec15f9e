import { consignmentsOfOrder, type OrderToDivide } from "./consignments-of-order"

const FEN = 10n ** 10n

const TWO_SELLERS: OrderToDivide = {
  totalFen: 16_160,
  totalBeforeCreditFen: 16_160,
  lines: [
    {
      lineItemId: "apples",
      sellerId: "yanyuan",
      totalExact: 9960n * FEN,
      taxExact: 0n,
      platformDiscountFen: 0,
    },
    {
      lineItemId: "buckwheat",
      sellerId: "meigu",
      totalExact: 3800n * FEN,
      taxExact: 0n,
      platformDiscountFen: 200,
    },
  ],
  shipping: [
    {
      shippingMethodId: "ship-a",
      sellerId: "yanyuan",
      optionId: "so_a",
      optionName: "快递",
      totalExact: 1200n * FEN,
      taxExact: 0n,
    },
    {
      shippingMethodId: "ship-b",
      sellerId: "meigu",
      optionId: "so_b",
      optionName: "冷链",
      totalExact: 1200n * FEN,
      taxExact: 0n,
    },
  ],
  commissionBasisPoints: new Map([
    ["yanyuan", 500],
    ["meigu", 300],
  ]),
  commissionTaxBasisPoints: 600,
}

describe("consignmentsOfOrder", () => {
  it("gives each seller its goods, freight, frozen commission and the tax on it", () => {
    const [yanyuan, meigu] = consignmentsOfOrder(TWO_SELLERS)

    expect(yanyuan).toMatchObject({
      sellerId: "yanyuan",
      shippingOptionId: "so_a",
      shippingOptionName: "快递",
      goodsFen: 9960,
      netGoodsFen: 9960,
      shippingFen: 1200,
      totalFen: 11_160,
      commissionBasisPoints: 500,
      commissionFen: 498,
      commissionTaxBasisPoints: 600,
      commissionTaxFen: 30,
    })
    expect(meigu).toMatchObject({
      goodsFen: 3800,
      totalFen: 5000,
      commissionFen: 120,
      commissionTaxFen: 7,
    })
  })

  it("adds a platform-funded coupon back to what the seller sold for", () => {
    const [, meigu] = consignmentsOfOrder(TWO_SELLERS)
    expect(meigu).toMatchObject({ goodsFen: 3800, netGoodsFen: 4000 })
    expect(meigu!.lines).toEqual([
      { lineItemId: "buckwheat", paidGoodsFen: 3800, netGoodsFen: 4000 },
    ])
  })

  it("settles fractions of a fen so that the consignments sum to the order", () => {
    const third = 10n ** 12n / 3n
    const order: OrderToDivide = {
      ...TWO_SELLERS,
      totalFen: 67,
      totalBeforeCreditFen: 67,
      lines: TWO_SELLERS.lines.map((line) => ({ ...line, totalExact: third })),
      shipping: TWO_SELLERS.shipping.map((method) => ({ ...method, totalExact: 0n })),
    }
    expect(consignmentsOfOrder(order).map(({ totalFen }) => totalFen)).toEqual([34, 33])
  })

  it("lets store credit lower what is due, and not what was sold", () => {
    const [yanyuan] = consignmentsOfOrder({ ...TWO_SELLERS, totalFen: 8080 })
    expect(yanyuan).toMatchObject({ goodsFen: 4980, shippingFen: 600, netGoodsFen: 9960 })
  })

  it("keeps tax apart", () => {
    const [line] = TWO_SELLERS.lines
    const order: OrderToDivide = {
      ...TWO_SELLERS,
      totalFen: 2290,
      totalBeforeCreditFen: 2290,
      lines: [{ ...line!, totalExact: 1090n * FEN, taxExact: 90n * FEN }],
      shipping: [TWO_SELLERS.shipping[0]!],
    }
    expect(consignmentsOfOrder(order)[0]).toMatchObject({
      goodsFen: 1000,
      taxFen: 90,
      shippingFen: 1200,
      totalFen: 2290,
    })
  })

  it("divides an order that costs nothing", () => {
    const order: OrderToDivide = {
      ...TWO_SELLERS,
      totalFen: 0,
      totalBeforeCreditFen: 0,
      lines: TWO_SELLERS.lines.map((line) => ({ ...line, totalExact: 0n, platformDiscountFen: 0 })),
      shipping: TWO_SELLERS.shipping.map((method) => ({ ...method, totalExact: 0n })),
    }
    expect(consignmentsOfOrder(order).map(({ totalFen }) => totalFen)).toEqual([0, 0])
  })

  it.each([
    ["a seller without freight", { shipping: [TWO_SELLERS.shipping[0]!] }],
    ["freight without goods", { lines: [TWO_SELLERS.lines[0]!] }],
    ["an unknown rate", { commissionBasisPoints: new Map([["yanyuan", 500]]) }],
  ])("breaks on %s", (_, change) => {
    expect(() => consignmentsOfOrder({ ...TWO_SELLERS, ...change })).toThrow(RangeError)
  })
})
