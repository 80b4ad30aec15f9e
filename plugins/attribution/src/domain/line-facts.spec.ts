import {
  addFact,
  changesOf,
  netsAfter,
  NO_FACTS,
  type LineFact,
  type LineFacts,
  type NetPart,
  type PartChange,
} from "./line-facts"
import type { LotBasis } from "./split-line"

const LOTS: LotBasis[] = [
  {
    lotId: "lot_apple",
    grams: 5000,
    shares: [
      {
        householdId: "hh_amu",
        isEnrolled: true,
        statusLabelZh: "脱贫户",
        villageCode: null,
        parts: "3",
      },
      {
        householdId: "hh_wuniu",
        isEnrolled: false,
        statusLabelZh: null,
        villageCode: null,
        parts: "2",
      },
    ],
  },
]
const name = { kind: "correction" as const, id: "corr_1", at: "2026-11-20T00:00:00Z" }

function post(...facts: LineFact[]): PartChange[] {
  let known: LineFacts = NO_FACTS
  let nets: ReadonlyMap<string, NetPart> = new Map()
  let changes: PartChange[] = []
  for (const fact of facts) {
    known = addFact(known, fact)
    changes = changesOf(LOTS, known, nets)
    nets = netsAfter(nets, changes)
  }
  return changes
}

/** What the last of these facts posts, in short. */
const last = (...facts: LineFact[]) =>
  post(...facts).map(
    ({ householdId, account, state, amountFen }) =>
      `${householdId} ${account} ${state} ${amountFen}`,
  )

const captured = { kind: "capture", totalFen: 1000 } as const
const refunded = { kind: "refund", totalFen: 500 } as const
const earned = { kind: "earn" } as const

describe("changesOf", () => {
  it("moves what is left from pending to earned", () => {
    expect(last(captured, earned)).toEqual([
      "hh_amu enrolled_household pending -600",
      "hh_wuniu other_household pending -400",
      "hh_amu enrolled_household earned 600",
      "hh_wuniu other_household earned 400",
    ])
  })

  it("takes a refund from pending before, and from earned after", () => {
    expect(last(captured, refunded)).toEqual([
      "hh_amu enrolled_household pending -300",
      "hh_wuniu other_household pending -200",
    ])
    expect(last(captured, earned, refunded)).toEqual([
      "hh_amu enrolled_household earned -300",
      "hh_wuniu other_household earned -200",
    ])
  })

  it("takes a lost dispute as it takes a refund, and both once", () => {
    const chargeback = { kind: "chargeback", totalFen: 500 } as const
    expect(last(captured, refunded, chargeback)).toEqual([
      "hh_amu enrolled_household pending -300",
      "hh_wuniu other_household pending -200",
    ])
  })

  it("moves a household to the other account when its status was recorded wrong", () => {
    const status = {
      ...name,
      reason: "status",
      householdId: "hh_amu",
      lotId: null,
      isEnrolled: false,
      statusLabelZh: null,
    } as const
    expect(last(captured, status)).toEqual([
      "hh_amu enrolled_household pending -600",
      "hh_amu other_household pending 600",
    ])
  })

  it("moves the line to the lots that it was really packed from", () => {
    const lots = [{ ...LOTS[0]!, lotId: "lot_late", shares: [LOTS[0]!.shares[0]!] }]
    expect(last(captured, earned, { ...name, reason: "lots", lots })).toEqual([
      "hh_amu enrolled_household earned -600",
      "hh_wuniu other_household earned -400",
      "hh_amu enrolled_household earned 1000",
    ])
  })

  it("follows an order edit up and down, once", () => {
    const edit = { ...name, reason: "order_edit", goodsChangeFen: -500 } as const
    expect(last(captured, edit)).toEqual([
      "hh_amu enrolled_household pending -300",
      "hh_wuniu other_household pending -200",
    ])
    expect(last(captured, edit, edit)).toEqual([])
  })

  it("lets lots that were recorded later speak for the status in them", () => {
    const status = {
      ...name,
      reason: "status",
      householdId: "hh_amu",
      lotId: null,
      isEnrolled: false,
      statusLabelZh: null,
    } as const
    const lots = {
      ...name,
      id: "corr_2",
      at: "2026-11-21T00:00:00Z",
      reason: "lots",
      lots: LOTS,
    } as const
    expect(last(captured, lots, status)).toEqual([])
  })
})
