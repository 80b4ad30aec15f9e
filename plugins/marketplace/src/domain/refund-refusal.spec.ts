import { refundRefusal } from "./refund-refusal"

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
