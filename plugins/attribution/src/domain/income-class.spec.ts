import { incomeClassOf, INCOME_CLASSES, RECEIPT_CHANNELS } from "./income-class"

describe("incomeClassOf", () => {
  it("puts what is paid for goods, now or later, under business income", () => {
    const business = RECEIPT_CHANNELS.filter((channel) => incomeClassOf(channel) === "business")
    expect(business).toEqual(["purchase", "rebate", "patronage_refund"])
  })

  it("knows wages, property and transfers apart", () => {
    expect(incomeClassOf("wage")).toBe("wage")
    expect([incomeClassOf("dividend"), incomeClassOf("land_rent")]).toEqual([
      "property",
      "property",
    ])
    expect(incomeClassOf("subsidy")).toBe("transfer")
  })

  it("leaves no channel without a class", () => {
    for (const channel of RECEIPT_CHANNELS) {
      expect(INCOME_CLASSES).toContain(incomeClassOf(channel))
    }
  })
})
