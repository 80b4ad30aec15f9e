import fc from "fast-check"

import {
  ACTIVE_FROM,
  activityWindow,
  isActive,
  savingFen,
  shareOf,
  subsidyPerTransaction,
} from "./station-figures"

const whole = fc.integer({ min: 0, max: 1_000_000 })
const quantity = fc.integer({ min: 1, max: 1000 })

describe("stations", () => {
  it("are awake from four transactions in thirty days, both ends included", () => {
    expect(ACTIVE_FROM).toBe(4)
    expect([3, 4].map((n) => isActive(n))).toEqual([false, true])
    expect(activityWindow("2026-11-30")).toEqual({ from: "2026-11-01", to: "2026-11-30" })
    expect(activityWindow("2026-03-01").from).toBe("2026-01-31")
  })

  it("do not fall asleep by one transaction more", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 100 }), (n, threshold) => {
        if (isActive(n, threshold)) expect(isActive(n + 1, threshold)).toBe(true)
      }),
    )
  })

  it.each([0, -1, 1.5])("have no threshold of %d", (threshold) => {
    expect(() => isActive(1, threshold)).toThrow("is no number of transactions")
  })
})

describe("shareOf", () => {
  it("is between nothing and all, and unknown of nothing", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const share = shareOf(Math.min(a, b), Math.max(a, b))
        if (Math.max(a, b) === 0) expect(share).toBeNull()
        else expect(share).toBeGreaterThanOrEqual(0)
        expect(share ?? 0).toBeLessThanOrEqual(10_000)
      }),
    )
  })
})

describe("subsidyPerTransaction", () => {
  it("times its transactions never exceeds the subsidy, and misses less than one each", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 500 }), (fen, n) => {
        const each = subsidyPerTransaction(fen, n) ?? -1
        expect(each * n).toBeLessThanOrEqual(fen)
        expect((each + 1) * n).toBeGreaterThan(fen)
      }),
    )
    expect(subsidyPerTransaction(500, 0)).toBeNull()
  })
})

describe("savingFen", () => {
  const purchase = { quantity: 3, paidFen: 30_000, localPriceFen: 11_000, priceDocument: "价签 7" }

  it("is what the same would have cost here, less what was paid", () => {
    expect(savingFen(purchase)).toBe(3_000)
  })

  it("shows a loss as a loss", () => {
    expect(savingFen({ ...purchase, localPriceFen: 9_000 })).toBe(-3_000)
  })

  it("is unknown, not zero, where nobody documented the local price", () => {
    expect(savingFen({ ...purchase, localPriceFen: null })).toBeNull()
    expect(savingFen({ ...purchase, priceDocument: null })).toBeNull()
    expect(savingFen({ ...purchase, priceDocument: "  " })).toBeNull()
  })

  it("mirrors: what one pays more one saves less", () => {
    fc.assert(
      fc.property(quantity, whole, whole, fc.nat(1000), (n, paid, local, more) => {
        const at = (paidFen: number) =>
          savingFen({ quantity: n, paidFen, localPriceFen: local, priceDocument: "x" })
        expect((at(paid) ?? 0) - (at(paid + more) ?? 0)).toBe(more)
      }),
    )
  })
})
