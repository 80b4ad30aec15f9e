import { isReversalRefused } from "./failed-reversal"

describe("isReversalRefused", () => {
  it("ends a try that the provider refused", () => {
    expect(isReversalRefused({ type: "not_allowed", code: "balance_insufficient" })).toBe(true)
    expect(isReversalRefused({ type: "not_allowed" })).toBe(true)
  })

  it.each([
    ["the provider was away", { type: "not_allowed", code: "provider_unreachable" }],
    ["something broke", { type: "unexpected_state", code: "api_error" }],
    ["nobody knows", {}],
  ])("asks again when %s", (_, failure) => {
    expect(isReversalRefused(failure)).toBe(false)
  })
})
