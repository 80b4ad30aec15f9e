import { applyLineEvent, netGoodsFen, UNTOUCHED_LINE } from "./reverse-cumulatively"
import type { LotBasis } from "./split-line"

const share = (householdId: string) => ({
  householdId,
  isEnrolled: true,
  statusLabelZh: "脱贫户",
  villageCode: "513423101201",
  parts: "1",
})
const LOTS: LotBasis[] = [
  { lotId: "lot_1", grams: 1000, shares: ["hh_1", "hh_2", "hh_3"].map(share) },
]
const amounts = (changes: { householdId: string | null; amountFen: number }[]) =>
  changes.map(({ householdId, amountFen }) => [householdId, amountFen])

describe("applyLineEvent", () => {
  const sale = applyLineEvent(LOTS, UNTOUCHED_LINE, { kind: "capture", totalFen: 100 })

  it("credits each household when a line is captured", () => {
    expect(amounts(sale.changes)).toEqual([
      ["hh_1", 34],
      ["hh_2", 33],
      ["hh_3", 33],
    ])
    expect(sale.goodsFen).toBe(100)
  })

  it("posts the difference to the new whole when part of it is refunded", () => {
    const { changes, state } = applyLineEvent(LOTS, sale.state, { kind: "refund", totalFen: 50 })
    expect(amounts(changes)).toEqual([
      ["hh_1", -17],
      ["hh_2", -16],
      ["hh_3", -17],
    ])
    expect(state.refundedFen).toBe(50)
  })

  it("changes nothing when an older, smaller total arrives late", () => {
    const late = applyLineEvent(LOTS, sale.state, { kind: "capture", totalFen: 60 })
    expect(late).toEqual({ state: sale.state, changes: [], goodsFen: 0 })
  })

  it("stands at zero while more is refunded than captured, and catches up", () => {
    const refunded = applyLineEvent(LOTS, sale.state, { kind: "refund", totalFen: 130 })
    expect(refunded.goodsFen).toBe(-100)
    const caught = applyLineEvent(LOTS, refunded.state, { kind: "capture", totalFen: 200 })
    expect(caught.goodsFen).toBe(70)
  })

  it.each([-1, 0.5, Number.NaN])("refuses a total of %s", (totalFen) => {
    expect(() => applyLineEvent(LOTS, UNTOUCHED_LINE, { kind: "capture", totalFen })).toThrow(
      RangeError,
    )
  })

  it("refuses a journal that holds a part which the basis does not", () => {
    const state = { ...sale.state, netByPart: new Map([["lot_9|hh_9", 5]]) }
    expect(() => applyLineEvent(LOTS, state, { kind: "refund", totalFen: 1 })).toThrow(RangeError)
  })
})

describe("netGoodsFen", () => {
  it.each([
    [100, 0, 100],
    [100, 40, 60],
    [100, 100, 0],
    [0, 40, 0],
  ])("of %i captured and %i refunded is %i", (capturedFen, refundedFen, net) => {
    expect(netGoodsFen({ capturedFen, refundedFen })).toBe(net)
  })
})
