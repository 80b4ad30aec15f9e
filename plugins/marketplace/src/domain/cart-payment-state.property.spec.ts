import fc from "fast-check"

import { cartPaymentState, type ClaimFacts, type SessionFacts } from "./cart-payment-state"
import type { ClaimState } from "./finish-completion"

const STATES: ClaimState[] = ["claimed", "ordered", "captured", "booked", "undone", "failed"]
const STATUSES = ["pending", "requires_more", "authorized", "captured", "error", "canceled"]

const session: fc.Arbitrary<SessionFacts> = fc.record({
  status: fc.constantFrom(...STATUSES),
  isDeclined: fc.boolean(),
})
const claim: fc.Arbitrary<ClaimFacts> = fc.record({
  state: fc.constantFrom(...STATES),
  hasOrder: fc.boolean(),
  hasPaymentGivenBack: fc.boolean(),
})
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

describe("cartPaymentState", () => {
  it("says placed exactly while the claim's order stands, whatever the session says", () => {
    fc.assert(
      fc.property(maybe(session), maybe(claim), (session, claim) => {
        const stands = claim !== null && claim.hasOrder && claim.state !== "undone"
        expect(cartPaymentState(session, claim) === "placed").toBe(stands)
      }),
    )
  })

  it("says refunded exactly where money went back, no order came of it and nothing is open", () => {
    fc.assert(
      fc.property(maybe(session), maybe(claim), (session, claim) => {
        const wentBack = claim?.state === "undone" && claim.hasPaymentGivenBack
        expect(cartPaymentState(session, claim) === "refunded").toBe(session === null && !!wentBack)
      }),
    )
  })

  it("asks for money only where there is a session that has taken none", () => {
    fc.assert(
      fc.property(maybe(session), maybe(claim), (session, claim) => {
        if (!["open", "declined"].includes(cartPaymentState(session, claim))) return
        expect(session).not.toBeNull()
        expect(["authorized", "captured"]).not.toContain(session!.status)
      }),
    )
  })
})
