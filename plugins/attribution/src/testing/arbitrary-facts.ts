import fc from "fast-check"

import type { Correction, LineFact } from "../domain/line-facts"
import { goodsFenArbitrary, lotsArbitrary } from "./arbitrary-basis"

const correctionName = {
  kind: fc.constant("correction" as const),
  id: fc.integer({ min: 1, max: 9999 }).map((n) => `corr_${n}`),
  at: fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2026-11-${String(day).padStart(2, "0")}T00:00:00.000Z`),
}

const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({
    ...correctionName,
    reason: fc.constant("status" as const),
    householdId: fc.integer({ min: 1, max: 40 }).map((n) => `hh_${n}`),
    lotId: fc.option(fc.integer({ min: 1, max: 4 }).map((n) => `lot_${n}`)),
    isEnrolled: fc.boolean(),
    statusLabelZh: fc.constantFrom("脱贫户", "监测对象", null),
  }),
  fc.record({ ...correctionName, reason: fc.constant("lots" as const), lots: lotsArbitrary }),
  fc.record({
    ...correctionName,
    reason: fc.constant("order_edit" as const),
    goodsChangeFen: fc.integer({ min: -500_000, max: 500_000 }),
  }),
)

const total = (kind: "capture" | "refund" | "chargeback") =>
  goodsFenArbitrary.map((totalFen) => ({ kind, totalFen }))

/** Everything that can happen to a line, in any number; each correction's id is its own. */
export const factsArbitrary: fc.Arbitrary<LineFact[]> = fc
  .tuple(
    fc.array(total("capture"), { minLength: 1, maxLength: 3 }),
    fc.array(total("refund"), { maxLength: 3 }),
    fc.array(total("chargeback"), { maxLength: 1 }),
    fc.array(fc.constant({ kind: "earn" as const }), { maxLength: 2 }),
    fc.uniqueArray(correction, { maxLength: 4, selector: ({ id }) => id }),
  )
  .map((kinds) => kinds.flat())

/** The same facts in any order, some of them delivered again. */
export function shuffledAndRepeated<Fact>(facts: readonly Fact[]): fc.Arbitrary<Fact[]> {
  return fc
    .array(fc.constantFrom(...facts), { maxLength: 5 })
    .map((again) => [...facts, ...again])
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
}
