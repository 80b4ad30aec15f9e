import {
  dueToSeller,
  planReversals,
  planTransfers,
  splitByBalance,
  type Share,
} from "./plan-transfers"

const share = (over: Partial<Share> = {}): Share => ({
  consignmentId: "cons_1",
  sellerId: "sel_1",
  capturedFen: 10_000,
  refundedFen: 0,
  commissionFen: 500,
  transferredFen: 0,
  ...over,
})

describe("dueToSeller", () => {
  it("is the captured share less the commission", () => {
    expect(dueToSeller(share())).toBe(9500)
  })

  it("gives the commission back in proportion to the refund", () => {
    expect(dueToSeller(share({ refundedFen: 5000 }))).toBe(4750)
    expect(dueToSeller(share({ refundedFen: 10_000 }))).toBe(0)
  })

  it("is nothing before a capture", () => {
    expect(dueToSeller(share({ capturedFen: 0, commissionFen: 0 }))).toBe(0)
  })

  it.each([{ refundedFen: 10_001 }, { commissionFen: 10_001 }])("refuses %p", (over) => {
    expect(() => dueToSeller(share(over))).toThrow(/more than was captured/)
  })

  it.each([0.5, -1])("refuses %p fen", (capturedFen) => {
    expect(() => dueToSeller(share({ capturedFen }))).toThrow(/not an amount in fen/)
  })
})

describe("planTransfers", () => {
  it("sends each consignment's share once", () => {
    expect(planTransfers([share(), share({ transferredFen: 9500 })], {})).toEqual([
      { consignmentId: "cons_1", sellerId: "sel_1", amountFen: 9500, nettedFen: 0 },
    ])
  })

  it("nets what the seller owes, over consignments", () => {
    const shares = [share(), share({ consignmentId: "cons_2" })]
    expect(planTransfers(shares, { sel_1: 10_000 })).toEqual([
      { consignmentId: "cons_1", sellerId: "sel_1", amountFen: 0, nettedFen: 9500 },
      { consignmentId: "cons_2", sellerId: "sel_1", amountFen: 9000, nettedFen: 500 },
    ])
  })

  it("takes no negative debt for a gift", () => {
    expect(planTransfers([share()], { sel_1: -100 })[0]).toMatchObject({
      amountFen: 9500,
      nettedFen: 0,
    })
  })
})

describe("planReversals", () => {
  it("takes back what was sent beyond the seller's due", () => {
    expect(planReversals([share({ refundedFen: 5000, transferredFen: 9500 })])).toEqual([
      { consignmentId: "cons_1", sellerId: "sel_1", reversedFen: 4750 },
    ])
  })

  it("takes nothing back where nothing was sent", () => {
    expect(planReversals([share({ refundedFen: 10_000 })])).toEqual([])
  })
})

describe("splitByBalance", () => {
  it.each([
    [4750, 10_000, 4750, 0],
    [4750, 1000, 1000, 3750],
    [4750, -200, 0, 4750],
  ])("splits %i with %i available into %i and %i", (reversed, available, covered, receivable) => {
    expect(splitByBalance(reversed, available)).toEqual({
      coveredFen: covered,
      receivableFen: receivable,
    })
  })
})
