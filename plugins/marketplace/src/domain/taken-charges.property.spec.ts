import fc from "fast-check"

import { allocateCharges } from "./allocate-charges"
import type { OpenAccount } from "./allocate-open"
import { allocatePayment } from "./allocate-payment"
import { partsTaken, type TakenAmount, takenByCharge } from "./taken-charges"

const dues = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 5 })
/** Amounts as thousandths of what is open: first those from before parts were kept, then the rest. */
const shares = fc.array(fc.nat(1000), { maxLength: 4 })

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
const chargesOf = (list: number[]) => list.map((dueFen, i) => ({ id: `c${i}`, dueFen }))

/** What such refunds of these charges leave behind, in the order in which they were made. */
function amountsOf(list: number[], before: number[], since: number[]): TakenAmount[] {
  const charges = chargesOf(list)
  const amounts: TakenAmount[] = []
  const made = (share: number) => {
    const left = sumOf(list) - sumOf(amounts.map(({ amountFen }) => amountFen))
    return Math.floor((left * share) / 1000)
  }
  for (const share of before) amounts.push({ amountFen: made(share), parts: null })
  for (const share of since) {
    const amountFen = made(share)
    const open: OpenAccount[] = takenByCharge(charges, amounts)
    const nobody = { charges: new Map<string, number>(), consignmentIds: null }
    const parts = allocateCharges(amountFen, [{ id: "all", charges: open }], nobody)
    amounts.push({ amountFen, parts: Object.fromEntries(parts) })
  }
  return amounts
}

const history = fc.tuple(dues, shares, shares)

describe("takenByCharge", () => {
  it("adds up to the amounts, no charge beyond its due, and to every due once all is taken", () => {
    fc.assert(
      fc.property(history, ([list, before, since]) => {
        const amounts = amountsOf(list, before, since)
        const taken = takenByCharge(chargesOf(list), amounts)
        const amountFen = sumOf(amounts.map((one) => one.amountFen))
        expect(sumOf(taken.map(({ takenFen }) => takenFen))).toBe(amountFen)
        for (const { dueFen, takenFen } of taken) {
          expect(takenFen).toBeGreaterThanOrEqual(0)
          expect(takenFen).toBeLessThanOrEqual(dueFen)
        }
        const all = takenByCharge(chargesOf(list), amountsOf(list, before, [...since, 1000]))
        for (const { dueFen, takenFen } of all) expect(takenFen).toBe(dueFen)
      }),
    )
  })

  it("is the same in whatever order the amounts are read", () => {
    fc.assert(
      fc.property(history, ([list, before, since]) => {
        const amounts = amountsOf(list, before, since)
        const charges = chargesOf(list)
        expect(takenByCharge(charges, [...amounts].reverse())).toEqual(
          takenByCharge(charges, amounts),
        )
      }),
    )
  })

  it("is the old proportion where nothing was kept by charge", () => {
    fc.assert(
      fc.property(dues, shares, (list, before) => {
        const amounts = amountsOf(list, before, [])
        const parts = allocatePayment(sumOf(amounts.map((one) => one.amountFen)), chargesOf(list))
        for (const { id, takenFen } of takenByCharge(chargesOf(list), amounts)) {
          expect(takenFen).toBe(parts.get(id))
        }
      }),
    )
  })
})

describe("partsTaken", () => {
  it("comes to the amount, and without it stands what the others took", () => {
    fc.assert(
      fc.property(history, fc.nat(), ([list, before, since], n) => {
        const amounts = amountsOf(list, before, since)
        fc.pre(amounts.length > 0)
        const one = amounts[n % amounts.length]!
        const parts = partsTaken(chargesOf(list), amounts, one)
        expect(sumOf(parts.values())).toBe(one.amountFen)
        const others = amounts.filter((other) => other !== one)
        const without = takenByCharge(chargesOf(list), others)
        for (const { id, takenFen } of takenByCharge(chargesOf(list), amounts)) {
          const left = without.find((charge) => charge.id === id)!.takenFen
          expect(takenFen - left).toBe(parts.get(id) ?? 0)
        }
      }),
    )
  })
})
