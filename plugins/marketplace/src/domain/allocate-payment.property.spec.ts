import fc from "fast-check"

import { allocatePayment, type Charge, goodsTotals } from "./allocate-payment"

const charges: fc.Arbitrary<Charge[]> = fc
  .uniqueArray(fc.record({ id: fc.uuid(), dueFen: fc.integer({ min: 0, max: 5_000_000 }) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 30,
  })
  .filter((list) => list.some(({ dueFen }) => dueFen > 0))

const due = (list: readonly Charge[]) => list.reduce((sum, { dueFen }) => sum + dueFen, 0)

/** Charges with some part of what is due on them. */
const payment = charges.chain((list) =>
  fc.record({ charges: fc.constant(list), paid: fc.integer({ min: 0, max: due(list) }) }),
)

describe("allocatePayment", () => {
  it("conserves: the shares sum to the payment", () => {
    fc.assert(
      fc.property(payment, ({ charges, paid }) => {
        const shares = [...allocatePayment(paid, charges).values()]
        expect(shares.reduce((a, b) => a + b, 0)).toBe(paid)
      }),
    )
  })

  it("never gives a charge more than is due on it", () => {
    fc.assert(
      fc.property(payment, ({ charges, paid }) => {
        const shares = allocatePayment(paid, charges)
        for (const { id, dueFen } of charges) {
          expect(shares.get(id)).toBeGreaterThanOrEqual(0)
          expect(shares.get(id)).toBeLessThanOrEqual(dueFen)
        }
      }),
    )
  })

  it("ends at exactly what is due, in however many parts the payment came", () => {
    fc.assert(
      fc.property(charges, fc.array(fc.nat({ max: 999 }), { maxLength: 8 }), (list, cuts) => {
        const total = due(list)
        const amounts = [...cuts.map((cut) => Math.floor((total * cut) / 1000)), total].sort(
          (a, b) => a - b,
        )
        const posted = new Map(list.map(({ id }) => [id, 0]))
        for (const cumulative of amounts) {
          for (const [id, target] of allocatePayment(cumulative, list)) {
            const difference = target - posted.get(id)!
            posted.set(id, posted.get(id)! + difference)
          }
        }
        for (const { id, dueFen } of list) expect(posted.get(id)).toBe(dueFen)
      }),
    )
  })

  it("ignores the order of the charges", () => {
    fc.assert(
      fc.property(payment, ({ charges, paid }) => {
        const reversed = allocatePayment(paid, [...charges].reverse())
        for (const [id, share] of allocatePayment(paid, charges)) {
          expect(reversed.get(id)).toBe(share)
        }
      }),
    )
  })
})

describe("goodsTotals", () => {
  const coupon = fc.integer({ min: 0, max: 100_000 })
  const takenOf = (list: readonly Charge[], paid: number) => {
    const parts = allocatePayment(paid, list)
    return list.map((charge) => ({ ...charge, takenFen: parts.get(charge.id)! }))
  }

  it("stays between nothing and the net value, and reaches it with the full payment", () => {
    fc.assert(
      fc.property(payment, coupon, ({ charges, paid }, discount) => {
        const lines = charges.map(({ id, dueFen }) => ({ id, dueFen, netFen: dueFen + discount }))
        const now = goodsTotals(takenOf(charges, paid), lines)
        const full = goodsTotals(takenOf(charges, due(charges)), lines)
        for (const { id, netFen } of lines) {
          expect(now.get(id)).toBeGreaterThanOrEqual(0)
          expect(now.get(id)).toBeLessThanOrEqual(netFen)
          expect(full.get(id)).toBe(netFen)
        }
      }),
    )
  })

  it("is what was paid, to the fen, where the platform funds nothing", () => {
    fc.assert(
      fc.property(payment, ({ charges, paid }) => {
        const lines = charges.map(({ id, dueFen }) => ({ id, dueFen, netFen: dueFen }))
        expect(goodsTotals(takenOf(charges, paid), lines)).toEqual(allocatePayment(paid, charges))
      }),
    )
  })

  it("never falls as more is taken of a line, and neither does the coupon in it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        coupon,
        fc.nat(),
        fc.nat(),
        (dueFen, discount, a, b) => {
          const [less, more] = [a % (dueFen + 1), b % (dueFen + 1)].sort((x, y) => x - y)
          const netOf = (takenFen: number) =>
            goodsTotals(
              [{ id: "l", dueFen, takenFen }],
              [{ id: "l", dueFen, netFen: dueFen + discount }],
            ).get("l")!
          expect(netOf(more!)).toBeGreaterThanOrEqual(netOf(less!))
          expect(netOf(more!) - more!).toBeGreaterThanOrEqual(netOf(less!) - less!)
        },
      ),
    )
  })
})
