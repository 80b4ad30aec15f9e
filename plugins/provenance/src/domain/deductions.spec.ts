import { deductedFen, deductionRefusal } from "./deductions"

describe("deductionRefusal", () => {
  it.each([
    ["nothing", [], null],
    ["all of it", [{ label: "预支款", amountFen: 1000 }], null],
    ["a fen too much", [{ label: "预支款", amountFen: 1001 }], "deductions_over"],
    ["no name", [{ label: " ", amountFen: 1 }], "deduction_invalid"],
    ["no amount", [{ label: "果袋", amountFen: 0 }], "deduction_invalid"],
    ["half a fen", [{ label: "果袋", amountFen: 0.5 }], "deduction_invalid"],
  ])("judges %s", (_what, deductions, refusal) => {
    expect(deductionRefusal(1000, deductions)).toBe(refusal)
  })
})

describe("deductedFen", () => {
  it("adds them up", () => {
    const list = [
      { label: "预支款", amountFen: 120 },
      { label: "果袋", amountFen: 30 },
    ]
    expect(deductedFen(list)).toBe(150)
  })
})
