import { disputeRefusal, isDisputed } from "./dispute"

describe("disputeRefusal", () => {
  it.each([
    [null, "opened", "少称了", null],
    ["resolved", "opened", "又少称了", null],
    ["opened", "opened", "x", "dispute_open_already"],
    ["answered", "opened", "x", "dispute_open_already"],
    [null, "answered", "x", "dispute_unknown"],
    [null, "resolved", "x", "dispute_unknown"],
    ["opened", "answered", "x", null],
    ["answered", "resolved", "x", null],
    ["resolved", "answered", "x", "dispute_resolved_already"],
    ["resolved", "resolved", "x", "dispute_resolved_already"],
    ["opened", "answered", "  ", "dispute_text_missing"],
  ] as const)("after %s, %s with %j", (last, next, text, refusal) => {
    expect(disputeRefusal(last, next, text)).toBe(refusal)
  })
})

describe("isDisputed", () => {
  it.each([
    [null, false],
    ["opened", true],
    ["answered", true],
    ["resolved", false],
  ] as const)("after %s: %s", (last, holds) => expect(isDisputed(last)).toBe(holds))
})
