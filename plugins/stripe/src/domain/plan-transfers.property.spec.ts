import fc from "fast-check"

import { dueToSeller, planReversals, planTransfers, type Share } from "./plan-transfers"

const share = fc
  .record({
    consignmentId: fc.uuid(),
    sellerId: fc.constantFrom("sel_1", "sel_2"),
    capturedFen: fc.nat({ max: 1_000_000 }),
    refundedPart: fc.nat({ max: 100 }),
    commissionBasisPoints: fc.nat({ max: 3000 }),
    transferredFen: fc.nat({ max: 1_000_000 }),
  })
  .map(({ capturedFen, refundedPart, commissionBasisPoints, ...rest }): Share => ({
    ...rest,
    capturedFen,
    refundedFen: Math.floor((capturedFen * refundedPart) / 100),
    commissionFen: Math.floor((capturedFen * commissionBasisPoints) / 10_000),
  }))
const shares = fc.array(share, { maxLength: 8 })
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe("transfers", () => {
  it("bring each consignment exactly to its due, with reversals", () => {
    fc.assert(
      fc.property(shares, (list) => {
        const sent = planTransfers(list, {})
        const back = planReversals(list)
        list.forEach((one) => {
          const plus = sent.find(({ consignmentId }) => consignmentId === one.consignmentId)
          const minus = back.find(({ consignmentId }) => consignmentId === one.consignmentId)
          expect(plus && minus).toBeUndefined()
          const held = one.transferredFen + (plus?.amountFen ?? 0) - (minus?.reversedFen ?? 0)
          expect(held).toBe(dueToSeller(one))
        })
      }),
    )
  })

  it("are planned once: applied, nothing is left to send or to take back", () => {
    fc.assert(
      fc.property(shares, (list) => {
        const settled = list.map((one) => ({ ...one, transferredFen: dueToSeller(one) }))
        expect(planTransfers(settled, {})).toEqual([])
        expect(planReversals(settled)).toEqual([])
      }),
    )
  })

  it("net no more than is owed, and lose no fen", () => {
    fc.assert(
      fc.property(shares, fc.nat({ max: 2_000_000 }), (list, debt) => {
        const plain = planTransfers(list, {})
        const netted = planTransfers(list, { sel_1: debt })
        const held = sum(netted.map(({ nettedFen }) => nettedFen))
        expect(held).toBeLessThanOrEqual(debt)
        expect(sum(netted.map(({ amountFen }) => amountFen)) + held).toBe(
          sum(plain.map(({ amountFen }) => amountFen)),
        )
      }),
    )
  })

  it("leave a seller between nothing and what is left of the sale", () => {
    fc.assert(
      fc.property(share, (one) => {
        const due = dueToSeller(one)
        expect(due).toBeGreaterThanOrEqual(0)
        expect(due).toBeLessThanOrEqual(one.capturedFen - one.refundedFen)
      }),
    )
  })
})
