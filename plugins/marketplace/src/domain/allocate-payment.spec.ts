import { allocatePayment, allocationRefusal, goodsTaken, goodsTotals } from "./allocate-payment"

const CHARGES = [
  { id: "apples", dueFen: 4980 },
  { id: "freight-a", dueFen: 1200 },
  { id: "buckwheat", dueFen: 2000 },
]

describe("allocatePayment", () => {
  it("gives each charge its due once everything is paid", () => {
    expect(Object.fromEntries(allocatePayment(8180, CHARGES))).toEqual({
      apples: 4980,
      "freight-a": 1200,
      buckwheat: 2000,
    })
  })

  it("splits a part in proportion", () => {
    expect(Object.fromEntries(allocatePayment(818, CHARGES))).toEqual({
      apples: 498,
      "freight-a": 120,
      buckwheat: 200,
    })
  })

  it("allocates nothing over charges of nothing", () => {
    expect(allocatePayment(0, [{ id: "gift", dueFen: 0 }])).toEqual(new Map([["gift", 0]]))
  })

  it("breaks on an amount that was not asked about first", () => {
    expect(() => allocatePayment(8181, CHARGES)).toThrow(RangeError)
  })
})

describe("allocationRefusal", () => {
  it.each([
    [1.5, "amount_not_whole"],
    [-1, "amount_negative"],
    [8181, "amount_over_due"],
    [8180, null],
    [0, null],
  ])("says of %d fen: %s", (amount, refusal) => {
    expect(allocationRefusal(amount, CHARGES)).toBe(refusal)
  })
})

describe("goodsTotals", () => {
  const lines = [
    { id: "apples", netFen: 5480, dueFen: 4980 },
    { id: "buckwheat", netFen: 2000, dueFen: 2000 },
  ]
  const paid = (fen: number, charges = CHARGES) => {
    const parts = allocatePayment(fen, charges)
    return charges.map((charge) => ({ ...charge, takenFen: parts.get(charge.id)! }))
  }

  it("counts a platform coupon for the producer once the line is paid", () => {
    expect(Object.fromEntries(goodsTotals(paid(8180), lines))).toEqual({
      apples: 5480,
      buckwheat: 2000,
    })
  })

  it("counts half of it at half of the payment", () => {
    expect(goodsTotals(paid(4090), lines).get("apples")).toBe(2740)
  })

  it("counts a line alone, whatever was taken of the others", () => {
    const charges = CHARGES.map((charge) => ({
      ...charge,
      takenFen: charge.id === "buckwheat" ? 700 : 0,
    }))
    expect(Object.fromEntries(goodsTotals(charges, lines))).toEqual({ apples: 0, buckwheat: 700 })
  })

  it("lets a line that costs nothing follow the whole payment", () => {
    const free = [{ id: "sample", netFen: 300, dueFen: 0 }]
    const charges = [...CHARGES, { id: "sample", dueFen: 0 }]
    expect(goodsTotals(paid(4090, charges), free).get("sample")).toBe(150)
    expect(goodsTotals(paid(8180, charges), free).get("sample")).toBe(300)
  })

  it("counts nothing where nothing is due at all", () => {
    const free = [{ id: "sample", netFen: 300, dueFen: 0 }]
    expect(goodsTotals([{ id: "sample", dueFen: 0, takenFen: 0 }], free).get("sample")).toBe(0)
  })
})

describe("goodsTaken", () => {
  it("counts the goods in it, at net value and as paid, and no freight", () => {
    const charges = [
      { id: "apples", dueFen: 4000, takenFen: 1000 },
      { id: "freight", dueFen: 800, takenFen: 800 },
    ]
    const lines = [{ id: "apples", netFen: 5000, dueFen: 4000 }]
    expect(goodsTaken(charges, lines)).toEqual({ netFen: 1250, paidFen: 1000, allNetFen: 5000 })
  })
})
