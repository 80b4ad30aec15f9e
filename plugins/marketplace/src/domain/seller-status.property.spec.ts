import fc from "fast-check"

import { decideOnSeller, isOpen, type SellerDecision, type SellerStatus } from "./seller-status"

const decisions = fc.array(fc.constantFrom<SellerDecision>("approve", "suspend", "reopen"))

const after = (start: SellerStatus, taken: SellerDecision[]) =>
  taken.reduce<SellerStatus>((status, decision) => {
    const outcome = decideOnSeller(status, decision)
    return "status" in outcome ? outcome.status : status
  }, start)

describe("decideOnSeller", () => {
  it("opens nobody whom the platform never approved", () => {
    fc.assert(
      fc.property(decisions, (taken) => {
        const withoutApproval = taken.filter((decision) => decision !== "approve")
        expect(isOpen(after("applied", withoutApproval))).toBe(false)
      }),
    )
  })

  it("never takes a decision twice in a row", () => {
    const start = fc.constantFrom<SellerStatus>("applied", "recommended", "approved", "suspended")
    fc.assert(
      fc.property(start, decisions, (from, taken) => {
        for (const decision of taken) {
          const outcome = decideOnSeller(from, decision)
          if ("status" in outcome) {
            expect(decideOnSeller(outcome.status, decision)).toHaveProperty("refusal")
          }
        }
      }),
    )
  })
})
