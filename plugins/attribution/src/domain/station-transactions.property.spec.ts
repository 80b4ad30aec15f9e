import fc from "fast-check"

import { type StationTransaction, validTransactions } from "./station-transactions"

const transaction: fc.Arbitrary<StationTransaction> = fc.record({
  kind: fc.constantFrom("purchase", "delivery", "receipt"),
  subjectId: fc.constantFrom("a", "b", "c", "d", "e"),
  householdId: fc.constantFrom("hh_1", "hh_2"),
  on: fc.constantFrom("2026-11-01", "2026-11-02"),
  goods: fc.constantFrom("化肥", "化肥 ", "苹果"),
  isConfirmed: fc.boolean(),
  isVoided: fc.boolean(),
})
const many = fc.array(transaction, { maxLength: 30 })

const real = (change: Partial<StationTransaction> = {}): StationTransaction => ({
  kind: "purchase",
  subjectId: "a",
  householdId: "hh_1",
  on: "2026-11-01",
  goods: "化肥",
  isConfirmed: true,
  isVoided: false,
  ...change,
})

describe("validTransactions", () => {
  it("counts nothing more when everything is said twice", () => {
    fc.assert(
      fc.property(many, (all) => {
        expect(validTransactions([...all, ...all])).toHaveLength(validTransactions(all).length)
      }),
    )
  })

  it("counts as many in whatever order they were written", () => {
    fc.assert(
      fc.property(many, (all) => {
        expect(validTransactions(all.toReversed())).toHaveLength(validTransactions(all).length)
      }),
    )
  })

  it("never counts what was taken back or not confirmed, and nothing twice", () => {
    fc.assert(
      fc.property(many, (all) => {
        const voided = new Set(
          all.filter((one) => one.isVoided).map((one) => `${one.kind}/${one.subjectId}`),
        )
        const counted = validTransactions(all)
        for (const one of counted) {
          expect(one.isConfirmed).toBe(true)
          expect(voided.has(`${one.kind}/${one.subjectId}`)).toBe(false)
        }
        const keys = counted.map((one) =>
          [one.kind, one.householdId, one.on, one.goods.trim()].join("/"),
        )
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it("takes one household's same goods of one day for one transaction", () => {
    expect(validTransactions([real(), real({ subjectId: "b" })])).toHaveLength(1)
    expect(validTransactions([real(), real({ subjectId: "b", on: "2026-11-02" })])).toHaveLength(2)
    expect(validTransactions([real(), real({ subjectId: "b", goods: "地膜" })])).toHaveLength(2)
    expect(validTransactions([real(), real({ subjectId: "b", kind: "delivery" })])).toHaveLength(2)
  })

  it("drops a purchase that a later row takes back", () => {
    expect(validTransactions([real(), real({ isVoided: true })])).toEqual([])
  })
})
