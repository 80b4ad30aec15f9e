import fc from "fast-check"

import type { HouseholdShare, LotBasis } from "../domain/split-line"

/** Compositions as they come: few households over many lots, unknown origins, huge exact parts. */
const share: fc.Arbitrary<HouseholdShare> = fc.record({
  householdId: fc.option(fc.integer({ min: 1, max: 40 }).map((n) => `hh_${n}`)),
  isEnrolled: fc.boolean(),
  statusLabelZh: fc.constantFrom("脱贫户", "监测对象", null),
  villageCode: fc.constantFrom("513423101201", "513423101202", null),
  parts: fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
})

export const lotsArbitrary: fc.Arbitrary<LotBasis[]> = fc.array(
  fc.record({
    lotId: fc.integer({ min: 1, max: 4 }).map((n) => `lot_${n}`),
    grams: fc.integer({ min: 0, max: 5_000_000 }),
    shares: fc.array(share, { maxLength: 30 }),
  }),
  { maxLength: 5 },
)

/** A line's goods: from nothing to a hundred thousand yuan. */
export const goodsFenArbitrary = fc.integer({ min: 0, max: 10_000_000 })
