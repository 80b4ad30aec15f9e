import fc from "fast-check"

import { accountStatusOf, type AccountFacts } from "./account-status"

const ACTIVE: AccountFacts = {
  areDetailsSubmitted: true,
  canReceiveTransfers: true,
  arePayoutsEnabled: true,
  disabledReason: null,
  dueCount: 0,
}

describe("accountStatusOf", () => {
  it.each([
    ["active", {}],
    ["active", { dueCount: 2 }],
    ["onboarding", { areDetailsSubmitted: false, dueCount: 7 }],
    ["restricted", { arePayoutsEnabled: false, dueCount: 1 }],
    ["in_review", { canReceiveTransfers: false, disabledReason: "under_review" }],
    ["rejected", { disabledReason: "rejected.fraud" }],
  ] as const)("says %s for %p", (status, facts) => {
    expect(accountStatusOf({ ...ACTIVE, ...facts })).toBe(status)
  })

  it("is active only where money can come in and go out", () => {
    const facts = fc.record({
      areDetailsSubmitted: fc.boolean(),
      canReceiveTransfers: fc.boolean(),
      arePayoutsEnabled: fc.boolean(),
      disabledReason: fc.constantFrom(null, "under_review", "rejected.other"),
      dueCount: fc.nat({ max: 3 }),
    })
    fc.assert(
      fc.property(facts, (given) => {
        if (accountStatusOf(given) === "active") {
          expect(given.canReceiveTransfers && given.arePayoutsEnabled).toBe(true)
        }
      }),
    )
  })
})
