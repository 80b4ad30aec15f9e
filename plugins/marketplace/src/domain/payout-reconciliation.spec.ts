import { reconcile } from "./payout-reconciliation"

const WELL = {
  provider: { capturedFen: 8000, refundedFen: 1000, netFen: 6493 },
  medusa: { capturedFen: 8000, refundedFen: 1000 },
  funds: { capturedFen: 8000, refundedFen: 1000, netFen: 6493 },
  attribution: { goodsFen: 5950, expectedGoodsFen: 5950 },
}

describe("reconcile", () => {
  it("finds nothing where all three places agree", () => {
    expect(reconcile(WELL)).toEqual([])
    expect(reconcile({ ...WELL, provider: null })).toEqual([])
  })

  it.each([
    ["provider_capture", { ...WELL, provider: { ...WELL.provider, capturedFen: 7999 } }],
    ["provider_refund", { ...WELL, provider: { ...WELL.provider, refundedFen: 0 } }],
    ["provider_net", { ...WELL, funds: { ...WELL.funds, netFen: 6492 } }],
    ["provider_unreachable", { ...WELL, provider: "unreachable" as const }],
    ["funds_capture", { ...WELL, funds: { ...WELL.funds, capturedFen: 0 } }],
    ["funds_refund", { ...WELL, funds: { ...WELL.funds, refundedFen: 0 } }],
    ["attribution_goods", { ...WELL, attribution: { goodsFen: 1, expectedGoodsFen: 2 } }],
  ])("names %s", (name, facts) => {
    expect(reconcile(facts)).toEqual([name])
  })
})
