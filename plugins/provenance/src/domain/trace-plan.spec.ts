import fc from "fast-check"

import { buildDocument, createSchemaCheck, type JsonObject } from "@shangxing/epcis"
import schema from "@shangxing/epcis/schema"

import type { LotFacts } from "./trace-facts"
import { planEvents, type RecordedEvent } from "./trace-plan"

const now = "2026-11-20T00:00:00.000Z"
const context = {
  now,
  commitmentOf: (lot: string, household: string, grams: number) => `${lot}-${household}-${grams}`,
}

const lot = (change: Partial<LotFacts> = {}): LotFacts => ({
  id: "lot_1",
  sellerId: "sel_1",
  code: "YY1018A",
  productKind: "apple",
  grade: "80",
  countyCode: "513423",
  townshipCode: null,
  villageCode: "513423100201",
  harvestedFrom: "2026-10-17",
  harvestedTo: "2026-10-18",
  expiresOn: "2027-03-31",
  netG: 200_000,
  unattributedG: 0,
  certificate: { number: "CN-1", issuedOn: "2026-10-19", tests: null },
  sealedAt: "2026-10-19T10:30:00.000Z",
  listedAt: null,
  recalledAt: null,
  householdCount: 12,
  deliveries: [
    { householdId: "hh_b", grams: 80_000 },
    { householdId: "hh_a", grams: 120_000 },
  ],
  inputLots: [],
  packs: [],
  allocations: [],
  ...change,
})

const pack = (packedUnits: number) => ({
  id: "lpk_1",
  gtin: "09521234000013",
  unitG: 2500,
  packedUnits,
  packedAt: "2026-10-20T08:00:00.000Z",
})

const allocation = (id: string, change: Partial<LotFacts["allocations"][number]> = {}) => ({
  id,
  orderId: `order_${id}`,
  gtin: "09521234000013",
  units: 2,
  state: "allocated" as const,
  allocatedAt: "2026-10-25T03:00:00.000Z",
  shippedAt: null,
  ...change,
})

const sold = lot({
  listedAt: "2026-10-21T00:00:00.000Z",
  packs: [pack(20)],
  allocations: [
    allocation("lal_1"),
    allocation("lal_2", { state: "shipped", shippedAt: "2026-10-26T03:00:00.000Z" }),
  ],
})

const recordedAfter = (facts: LotFacts, before: RecordedEvent[] = []): RecordedEvent[] => [
  ...before,
  ...planEvents(facts, before, context),
]
const kinds = (facts: LotFacts, recorded: RecordedEvent[] = []) =>
  planEvents(facts, recorded, context).map(({ kind }) => kind)

describe("planEvents", () => {
  it("tells a lot's acts in the order in which they happened", () => {
    expect(kinds(sold)).toEqual(["harvest", "seal", "pack", "list", "sale", "sale", "ship"])
    expect(kinds({ ...sold, recalledAt: now }).at(-1)).toBe("recall")
  })

  it("plans nothing that is recorded", () => {
    expect(kinds(sold, recordedAfter(sold))).toEqual([])
  })

  it("tells more packs as the difference, and fewer by taking back", () => {
    const packed = (units: number) => lot({ packs: [pack(units)] })
    const first = recordedAfter(packed(20))
    const [more] = planEvents(packed(50), first, context)
    expect(more).toMatchObject({ kind: "pack", cause: "pack:lpk_1:2" })
    expect(more!.event["childQuantityList"]).toMatchObject([{ quantity: 30 }])
    const both = recordedAfter(packed(50), first)
    expect(planEvents(packed(20), both, context).map(({ cause }) => cause)).toEqual([
      "void:pack:lpk_1:2",
    ])
    expect(planEvents(packed(10), both, context).map(({ kind }) => kind)).toEqual([
      "pack",
      "error",
      "error",
    ])
    expect(planEvents(lot(), first, context).map(({ cause }) => cause)).toEqual([
      "void:pack:lpk_1:1",
    ])
  })

  it("takes back a sale whose order did not come about, and tells it again when it does", () => {
    const before = recordedAfter(sold)
    const released = { ...sold, allocations: sold.allocations.slice(1) }
    const [error, ...others] = planEvents(released, before, context)
    expect(others).toEqual([])
    expect(error).toMatchObject({ kind: "error", cause: "void:sale:lal_1:1" })
    expect(error!.event["errorDeclaration"]).toMatchObject({ reason: "did_not_occur" })
    const after = recordedAfter(released, before)
    expect(planEvents(sold, after, context)).toMatchObject([{ cause: "sale:lal_1:2" }])
  })

  it("tells a return once, and never takes it back", () => {
    const back = { id: "ret_1", gtin: "09521234000013", units: 1, at: now }
    const returned = planEvents(sold, recordedAfter(sold), { ...context, returns: [back] })
    expect(returned).toMatchObject([{ kind: "return", cause: "return:ret_1:1" }])
    expect(kinds(sold, [...recordedAfter(sold), ...returned])).toEqual([])
  })

  it("names no household, and neither village nor days of a small lot", () => {
    const text = JSON.stringify(planEvents({ ...sold, householdCount: 2 }, [], context))
    expect(text).not.toContain("513423100201")
    expect(text).not.toContain("2026-10-18")
    expect(text).not.toContain("order_")
    const large = JSON.stringify(planEvents(sold, [], context))
    expect(large).toContain("513423100201")
    expect(large).toContain("harvestEndDate")
  })

  it("counts an order's own time where it is given", () => {
    const soldAt = new Map([["order_lal_1", "2026-10-24T00:00:00.000Z"]])
    const times = planEvents(sold, [], { ...context, soldAt })
      .filter(({ kind }) => kind === "sale")
      .map(({ at }) => at)
    expect(times).toEqual(["2026-10-24T00:00:00.000Z", "2026-10-25T03:00:00.000Z"])
  })

  it("writes what the EPCIS 2.0 schema accepts, whatever went in", () => {
    const check = createSchemaCheck(schema)
    fc.assert(
      fc.property(
        fc.record({
          householdCount: fc.integer({ min: 0, max: 20 }),
          unattributedG: fc.integer({ min: 0, max: 1_000_000 }),
          netG: fc.integer({ min: 1, max: 100_000_000 }),
          grade: fc.string(),
          code: fc.stringMatching(/^[A-Za-z0-9 /_-]{1,20}$/),
          recalledAt: fc.constantFrom(null, now),
          certificate: fc.constantFrom(null, { number: "CN", issuedOn: "2026-10-01", tests: "ok" }),
        }),
        (change) => {
          const before = recordedAfter({ ...sold, ...change })
          const chain = recordedAfter({ ...sold, ...change, allocations: [] }, before)
          const events = chain.map(({ event }): JsonObject => event)
          expect(check(buildDocument(events, now))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})
