import fc from "fast-check"

import { deductedFen, deductionRefusal } from "./deductions"

const deduction = fc.record({
  label: fc.constantFrom("预支款", "果袋", "装卸"),
  amountFen: fc.integer({ min: 1, max: 50_000 }),
})
const deductions = fc.array(deduction, { maxLength: 5 })

describe("deductionRefusal", () => {
  it("never lets a household owe for what it delivered", () => {
    fc.assert(
      fc.property(fc.nat(200_000), deductions, (amountFen, list) => {
        const isAllowed = deductionRefusal(amountFen, list) === null
        expect(isAllowed).toBe(amountFen - deductedFen(list) >= 0)
      }),
    )
  })

  it("allows any part of what it allows", () => {
    fc.assert(
      fc.property(fc.nat(200_000), deductions, (amountFen, list) => {
        fc.pre(deductionRefusal(amountFen, list) === null)
        expect(deductionRefusal(amountFen, list.slice(1))).toBeNull()
      }),
    )
  })
})
