import fc from "fast-check"

import {
  allocateCharges,
  allocateRefund,
  type ChargedConsignment,
  giveBackCharges,
  withParts,
} from "./allocate-charges"
import { openFen } from "./allocate-open"

const fen = fc.integer({ min: 0, max: 1_000_000 })
const dues = fc.array(fc.array(fen, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
const order = dues.map((list) =>
  list.map((charges, i): ChargedConsignment => ({
    id: `c${i}`,
    charges: charges.map((dueFen, j) => ({ id: `c${i}/${j}`, dueFen, takenFen: 0 })),
  })),
)
/** A refund: how much of what is open (in thousandths), what it names, and whose it is. */
const refund = fc.record({
  share: fc.nat(1000),
  names: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fen), { maxLength: 3 }),
  whose: fc.option(fc.nat(3)),
})
type Refund = { share: number; names: [number, number, number][]; whose: number | null }

const chargesOf = (list: readonly ChargedConsignment[]) => list.flatMap(({ charges }) => charges)
const sumOf = (parts: Map<string, number>) => [...parts.values()].reduce((a, b) => a + b, 0)
const take = (list: ChargedConsignment[], parts: Map<string, number>) =>
  list.map(({ id, charges }) => ({ id, charges: withParts(charges, parts) }))
const opposite = (parts: Map<string, number>) => new Map([...parts].map(([id, fen]) => [id, -fen]))
const namedBy = ({ names, whose }: Refund) => ({
  charges: new Map(names.map(([i, j, amount]) => [`c${i}/${j}`, amount])),
  consignmentIds: whose === null ? null : [`c${whose}`],
})
const amountOf = ({ share }: Refund, list: ChargedConsignment[]) =>
  Math.floor((openFen(chargesOf(list)) * share) / 1000)
const made = (list: ChargedConsignment[], refunds: Refund[]) =>
  refunds.reduce(
    (now, one) => take(now, allocateCharges(amountOf(one, now), now, namedBy(one))),
    list,
  )

describe("allocateCharges", () => {
  it("conserves the amount, and no charge exceeds its due", () => {
    fc.assert(
      fc.property(order, fc.array(refund, { maxLength: 5 }), refund, (list, before, last) => {
        const now = made(list, before)
        const amount = amountOf(last, now)
        const parts = allocateCharges(amount, now, namedBy(last))
        expect(sumOf(parts)).toBe(amount)
        for (const { id, dueFen, takenFen } of chargesOf(now)) {
          expect(parts.get(id)).toBeGreaterThanOrEqual(0)
          expect(parts.get(id)).toBeLessThanOrEqual(dueFen - takenFen)
        }
      }),
    )
  })

  it("takes nothing from any other charge where all of it is named and open", () => {
    fc.assert(
      fc.property(
        order,
        fc.array(refund, { maxLength: 5 }),
        fen,
        fc.nat(),
        (list, before, much, n) => {
          const now = made(list, before)
          const all = chargesOf(now)
          const one = all[n % all.length]!
          const amount = Math.min(much, one.dueFen - one.takenFen)
          const named = { charges: new Map([[one.id, amount]]), consignmentIds: null }
          const parts = allocateCharges(amount, now, named)
          for (const { id } of all) expect(parts.get(id)).toBe(id === one.id ? amount : 0)
        },
      ),
    )
  })

  it("leaves every charge at exactly its due once all is taken, whatever was named before", () => {
    fc.assert(
      fc.property(order, fc.array(refund, { maxLength: 8 }), (list, refunds) => {
        const end = made(list, [...refunds, { share: 1000, names: [], whose: null }])
        for (const { dueFen, takenFen } of chargesOf(end)) expect(takenFen).toBe(dueFen)
      }),
    )
  })

  it("answers the same when it is asked again, and in whatever order the charges come", () => {
    fc.assert(
      fc.property(order, fc.array(refund, { maxLength: 3 }), refund, (list, before, last) => {
        const now = made(list, before)
        const amount = amountOf(last, now)
        const parts = allocateCharges(amount, now, namedBy(last))
        const mirrored = now
          .map(({ id, charges }) => ({ id, charges: [...charges].reverse() }))
          .reverse()
        const again = allocateCharges(amount, mirrored, namedBy(last))
        for (const { id } of chargesOf(now)) expect(again.get(id)).toBe(parts.get(id))
      }),
    )
  })
})

describe("giveBackCharges", () => {
  it("restores exactly what the refund took, also when others came after it", () => {
    fc.assert(
      fc.property(order, refund, fc.array(refund, { maxLength: 4 }), (list, failed, others) => {
        const amount = amountOf(failed, list)
        const took = allocateCharges(amount, list, namedBy(failed))
        const now = made(take(list, took), others)
        const back = giveBackCharges(amount, chargesOf(now), took)
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(took))
        for (const { dueFen, takenFen } of chargesOf(take(now, opposite(back)))) {
          expect(takenFen).toBeGreaterThanOrEqual(0)
          expect(takenFen).toBeLessThanOrEqual(dueFen)
        }
      }),
    )
  })
})

describe("allocateRefund", () => {
  it("never gives back more of a charge than came in for it, and ends at just that", () => {
    fc.assert(
      fc.property(order, refund, fc.array(refund, { maxLength: 5 }), (list, capture, refunds) => {
        const none = { charges: new Map<string, number>(), consignmentIds: null }
        const captured = allocateCharges(amountOf(capture, list), list, none)
        let now = list
        let leftFen = sumOf(captured)
        const all = { share: 1000, names: [], whose: null }
        for (const one of [...refunds, all] as Refund[]) {
          const amount = Math.floor((leftFen * one.share) / 1000)
          // What a refund names is its consignment's own, as far as that was paid.
          const parts = allocateRefund(amount, now, captured, {
            ...namedBy(one),
            consignmentIds: null,
          })
          now = take(now, parts)
          leftFen -= amount
        }
        for (const { id, takenFen } of chargesOf(now)) expect(takenFen).toBe(captured.get(id))
      }),
    )
  })

  it("is the plain rule once all is captured", () => {
    fc.assert(
      fc.property(order, fc.array(refund, { maxLength: 3 }), refund, (list, before, last) => {
        const now = made(list, before)
        const all = new Map(chargesOf(now).map(({ id, dueFen }) => [id, dueFen]))
        const amount = amountOf(last, now)
        expect(allocateRefund(amount, now, all, namedBy(last))).toEqual(
          allocateCharges(amount, now, namedBy(last)),
        )
      }),
    )
  })
})
