import { allocateCharges, allocateRefund, giveBackCharges, namedByCharge } from "./allocate-charges"

const open = (id: string, dueFen: number, takenFen = 0) => ({ id, dueFen, takenFen })
const APPLES = {
  id: "cons_apples",
  charges: [open("red", 6000), open("green", 2000), open("cons_apples/shipping", 1000)],
}
const CHICKEN = { id: "cons_chicken", charges: [open("chicken", 3000)] }
const NOBODY = { charges: new Map<string, number>(), consignmentIds: null }
const named = (parts: Record<string, number>, ...consignmentIds: string[]) => ({
  charges: new Map(Object.entries(parts)),
  consignmentIds: consignmentIds.length > 0 ? consignmentIds : null,
})

describe("allocateCharges", () => {
  it("takes what is named from its charge, and nothing from the others", () => {
    const parts = allocateCharges(700, [APPLES, CHICKEN], named({ green: 700 }, "cons_apples"))
    expect(Object.fromEntries(parts)).toEqual({
      red: 0,
      green: 700,
      "cons_apples/shipping": 0,
      chicken: 0,
    })
  })

  it("spreads what is not named over what is open of the named consignment", () => {
    const parts = allocateCharges(1400, [APPLES, CHICKEN], named({ green: 1000 }, "cons_apples"))
    // 400 over 6000 + 1000 + 1000.
    expect(Object.fromEntries(parts)).toEqual({
      red: 300,
      green: 1050,
      "cons_apples/shipping": 50,
      chicken: 0,
    })
  })

  it("spreads over what was not taken before", () => {
    const taken = { id: "cons_apples", charges: [open("red", 6000, 6000), open("green", 2000)] }
    expect(allocateCharges(500, [taken], NOBODY).get("green")).toBe(500)
  })

  it("lets the rest carry what the named charge has no room for", () => {
    const parts = allocateCharges(9000, [APPLES, CHICKEN], named({ red: 9000 }, "cons_apples"))
    expect(parts.get("red")).toBe(6000)
    expect(parts.get("chicken")).toBe(0)
  })

  it("takes no more than the amount when more is named", () => {
    const parts = allocateCharges(400, [APPLES], named({ red: 600, green: 200 }))
    expect([parts.get("red"), parts.get("green")]).toEqual([300, 100])
  })

  it.each([-1, 0.5, 12_001])("refuses %d fen", (amount) => {
    expect(() => allocateCharges(amount, [APPLES, CHICKEN], NOBODY)).toThrow(RangeError)
  })
})

describe("namedByCharge", () => {
  it("counts what is said of one charge together", () => {
    const twice = ["red", "green", "red"].map((id, i) => ({ id, amountFen: 100 + i }))
    expect(Object.fromEntries(namedByCharge(twice))).toEqual({ red: 202, green: 101 })
  })
})

describe("allocateRefund", () => {
  const half = new Map([
    ["red", 3000],
    ["green", 1000],
    ["cons_apples/shipping", 500],
  ])

  it("gives back no more of a charge than came in for it", () => {
    const before = [
      open("red", 6000, 3000),
      open("green", 2000),
      open("cons_apples/shipping", 1000),
    ]
    const parts = allocateRefund(1500, [{ id: "cons_apples", charges: before }], half, NOBODY)
    expect(parts.get("red")).toBe(0)
    expect(parts.get("green")).toBe(1000)
    expect(parts.get("cons_apples/shipping")).toBe(500)
  })

  it("follows a refund that is told before its capture", () => {
    expect(allocateRefund(9000, [APPLES], new Map(), NOBODY).get("red")).toBe(6000)
  })
})

describe("giveBackCharges", () => {
  it("gives back exactly what was taken, and no more than still stands", () => {
    const charges = [open("red", 6000, 1000), open("green", 2000, 100)]
    const parts = giveBackCharges(300, charges, new Map(Object.entries({ red: 150, green: 150 })))
    expect(Object.fromEntries(parts)).toEqual({ red: 200, green: 100 })
  })
})
