import fc from "fast-check"

import { holdReason, planPayout, planReversals, type Due } from "./payout-plan"

const dues = fc
  .array(fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.boolean()), { maxLength: 8 })
  .map((list) =>
    list.map(([dueFen, isHeld], i): Due => ({ consignmentId: `c${i}`, dueFen, isHeld })),
  )

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

describe("planPayout", () => {
  it("sends exactly what it settles", () => {
    fc.assert(
      fc.property(dues, (list) => {
        const plan = planPayout(list)
        expect(sum(plan.map((one) => one.transferFen))).toBe(sum(plan.map((one) => one.grossFen)))
        expect(plan.every(({ transferFen }) => transferFen >= 0)).toBe(true)
      }),
    )
  })

  it("never sends more than is owed altogether, nor anything held", () => {
    fc.assert(
      fc.property(dues, (list) => {
        const plan = planPayout(list)
        const free = list.filter(({ dueFen, isHeld }) => !isHeld || dueFen < 0)
        const most = Math.max(0, sum(free.map(({ dueFen }) => dueFen)))
        expect(sum(plan.map((one) => one.transferFen))).toBe(most)
        for (const { consignmentId } of plan) {
          const due = list.find((one) => one.consignmentId === consignmentId)!
          expect(due.isHeld && due.dueFen > 0).toBe(false)
        }
      }),
    )
  })

  it("brings every due towards zero and never past it; a second plan is empty", () => {
    fc.assert(
      fc.property(dues, (list) => {
        const gross = new Map(planPayout(list).map((one) => [one.consignmentId, one.grossFen]))
        const left = list.map((one) => ({
          ...one,
          dueFen: one.dueFen - (gross.get(one.consignmentId) ?? 0),
        }))
        list.forEach(({ dueFen }, i) => {
          expect(Math.abs(left[i]!.dueFen)).toBeLessThanOrEqual(Math.abs(dueFen))
          expect(left[i]!.dueFen * dueFen).toBeGreaterThanOrEqual(0)
        })
        expect(planPayout(left)).toEqual([])
      }),
    )
  })
})

describe("planReversals", () => {
  it("takes back the debt as far as it was sent", () => {
    const made = fc.tuple(fc.nat(50_000), fc.nat(50_000)).map(([sent, back]) => ({
      sentFen: sent,
      reversedFen: Math.min(sent, back),
    }))
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.array(made, { maxLength: 4 }),
        (dueFen, list) => {
          const transfers = list.map((one, i) => ({ ...one, itemId: `i${i}` }))
          const back = sum(planReversals(dueFen, transfers).map(({ amountFen }) => amountFen))
          const open = sum(transfers.map((one) => one.sentFen - one.reversedFen))
          expect(back).toBe(Math.min(Math.max(0, -dueFen), open))
        },
      ),
    )
  })
})

describe("holdReason", () => {
  it("lets go once and for good: what is payable today is payable tomorrow", () => {
    const at = fc.date({
      min: new Date("2020-01-01"),
      max: new Date("2030-01-01"),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(at, at, fc.nat(60), fc.nat(90), (shippedAt, now, claim, later) => {
        const facts = {
          status: "shipped" as const,
          shippedAt,
          deliveredAt: null,
          isDisputed: false,
        }
        const days = { deliveredAfter: 10, claim }
        fc.pre(holdReason(facts, now, days) === null)
        const then = new Date(now.getTime() + later * 86_400_000)
        expect(holdReason(facts, then, days)).toBeNull()
      }),
    )
  })
})
