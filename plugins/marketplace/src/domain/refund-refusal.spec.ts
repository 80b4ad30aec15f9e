import { partsRefusal, refundRefusal } from "./refund-refusal"

const SHARE = { amountFen: 100, capturedFen: 1000, refundedFen: 900, isDisputed: false }

describe("refundRefusal", () => {
  it("allows the last fen of the share, and refuses the next one", () => {
    expect(refundRefusal(SHARE)).toBeNull()
    expect(refundRefusal({ ...SHARE, amountFen: 101 })).toBe("refund_over_share")
  })

  it.each([0, -5, 0.5])("refuses an amount of %d fen", (amountFen) => {
    expect(refundRefusal({ ...SHARE, amountFen })).toBe("refund_amount_invalid")
  })

  it("refuses what was not paid, and what is disputed", () => {
    expect(refundRefusal({ ...SHARE, capturedFen: 0, refundedFen: 0 })).toBe("refund_not_captured")
    expect(refundRefusal({ ...SHARE, isDisputed: true })).toBe("refund_disputed")
  })
})

describe("partsRefusal", () => {
  const part = (amountFen: number, leftFen: number | null) => ({ amountFen, leftFen })

  it.each([
    [[], null],
    [[part(60, 60), part(40, 900)], null],
    [[part(60, null)], "refund_line_unknown"],
    [[part(60, 900), part(41, 900)], "refund_parts_over_amount"],
    [[part(61, 60)], "refund_over_line"],
  ] as const)("says of 100 fen for %j: %s", (parts, refusal) => {
    expect(partsRefusal(100, parts)).toBe(refusal)
  })
})
