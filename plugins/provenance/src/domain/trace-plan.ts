import { declareError, type JsonObject } from "@shangxing/epcis"

import {
  harvestEvent,
  listEvent,
  moveEvent,
  packEvent,
  recallEvent,
  sealEvent,
} from "./trace-events"
import { isSmallLot, type LotFacts, type PackFacts } from "./trace-facts"

/**
 * Which events are missing from a lot's chain, and which it holds that no longer stand. The lot's
 * tables are the truth: planning again after recording plans nothing, so a step, a sweeper and a
 * replay may all record the same lot (docs/domain.md §5, §8).
 */

export type EventKind =
  "harvest" | "seal" | "pack" | "list" | "sale" | "ship" | "return" | "recall" | "error"

/** An event of the chain; `cause` names the act it tells, once: `sale:lal_1:1`. */
export type RecordedEvent = { cause: string; event: JsonObject }
export type PlannedEvent = {
  lotId: string
  sellerId: string
  kind: EventKind
  cause: string
  /** When it happened, ISO 8601. */
  at: string
  event: JsonObject
}

export type Return = { id: string; gtin: string; units: number; at: string }

export type PlanContext = {
  /** ISO 8601. */
  now: string
  /** A household's salted commitment within this lot. */
  commitmentOf: (lotId: string, householdId: string, grams: number) => string
  /** When an order was placed, where the allocation's own time is not that. */
  soldAt?: ReadonlyMap<string, string>
  /** Goods that came back; they are told once and never taken back. */
  returns?: readonly Return[]
}

const order: readonly EventKind[] = [
  "harvest",
  "seal",
  "pack",
  "list",
  "sale",
  "ship",
  "return",
  "recall",
  "error",
]

type Act = { kind: EventKind; base: string; at: string; tell: (cause: string) => JsonObject }

export function planEvents(
  lot: LotFacts,
  recorded: readonly RecordedEvent[],
  context: PlanContext,
): PlannedEvent[] {
  const chain = readChain(recorded)
  const packing = planPacking(lot, chain, context)
  const acts = [...lotActs(lot, context), ...moveActs(lot, context)]
  const bases = new Set(acts.map(({ base }) => base))
  const missing = [...acts.filter(({ base }) => !chain.standing.has(base)), ...packing.missing]
  const undone = [...chain.standing]
    .filter(([base]) => isRevocable(base) && !bases.has(base))
    .map(([, event]) => event)
  const planned = (kind: EventKind, cause: string, at: string, event: JsonObject) => ({
    lotId: lot.id,
    sellerId: lot.sellerId,
    kind,
    cause,
    at,
    event,
  })
  return [
    ...missing
      .map(({ kind, base, at, tell }) => {
        const cause = `${base}:${(chain.count.get(base) ?? 0) + 1}`
        return planned(kind, cause, at, tell(cause))
      })
      .sort(compareInTime),
    ...[...undone, ...packing.undone].map(({ cause, event }) =>
      planned("error", `void:${cause}`, context.now, takenBack(event, context.now)),
    ),
  ]
}

type Chain = {
  /** The latest event of each act that no declaration has taken back. */
  standing: Map<string, RecordedEvent>
  /** How often each act was told. */
  count: Map<string, number>
  /** Packing is told in parts: all parts that stand, per pack. */
  packings: Map<string, RecordedEvent[]>
}

function readChain(recorded: readonly RecordedEvent[]): Chain {
  const voided = new Set(
    recorded.filter(({ cause }) => cause.startsWith("void:")).map(({ cause }) => cause.slice(5)),
  )
  const chain: Chain = { standing: new Map(), count: new Map(), packings: new Map() }
  for (const row of recorded) {
    if (row.cause.startsWith("void:")) continue
    const base = row.cause.slice(0, row.cause.lastIndexOf(":"))
    chain.count.set(base, (chain.count.get(base) ?? 0) + 1)
    if (voided.has(row.cause)) continue
    if (base.startsWith("pack:")) {
      chain.packings.set(base, [...(chain.packings.get(base) ?? []), row])
    } else chain.standing.set(base, row)
  }
  return chain
}

/** A harvest and a seal are never undone, and a return is told by whoever received it. */
function isRevocable(base: string): boolean {
  return /^(list|sale|ship|recall):/.test(base)
}

function takenBack(event: JsonObject, now: string): JsonObject {
  return declareError(event, { at: now, reason: "did_not_occur", correctiveEventIds: [] })
}

function lotActs(lot: LotFacts, { commitmentOf }: PlanContext): Act[] {
  const acts: Act[] = []
  const add = (kind: EventKind, at: string | null, tell: Act["tell"]) => {
    if (at !== null) acts.push({ kind, base: `${kind}:${lot.id}`, at, tell })
  }
  if (lot.deliveries.length > 0) {
    const at = harvestTime(lot)
    const commitments = lot.deliveries
      .map(({ householdId, grams }) => commitmentOf(lot.id, householdId, grams))
      .sort()
    add("harvest", at, () => harvestEvent(lot, at, commitments))
  }
  add("seal", lot.sealedAt, () => sealEvent(lot))
  add("list", lot.listedAt, (cause) => listEvent(lot, cause))
  add("recall", lot.recalledAt, (cause) => recallEvent(lot, cause))
  return acts
}

/** Only days are known of deliveries: noon in Shanghai of the last one, for a lot big enough. */
function harvestTime(lot: LotFacts): string {
  const noon = `${lot.harvestedTo}T04:00:00.000Z`
  return isSmallLot(lot) || noon > lot.sealedAt ? lot.sealedAt : noon
}

function moveActs(lot: LotFacts, { soldAt, returns = [] }: PlanContext): Act[] {
  const sales = lot.allocations.map((allocation): Act => {
    const at = soldAt?.get(allocation.orderId) ?? allocation.allocatedAt
    const tell: Act["tell"] = (cause) => moveEvent("sale", lot, allocation, { cause, at })
    return { kind: "sale", base: `sale:${allocation.id}`, at, tell }
  })
  const shipped = lot.allocations.flatMap((allocation): Act[] => {
    const at = allocation.shippedAt
    if (allocation.state !== "shipped" || at === null) return []
    const tell: Act["tell"] = (cause) => moveEvent("ship", lot, allocation, { cause, at })
    return [{ kind: "ship", base: `ship:${allocation.id}`, at, tell }]
  })
  const returned = returns.map((row): Act => {
    const tell: Act["tell"] = (cause) => moveEvent("return", lot, row, { cause, at: row.at })
    return { kind: "return", base: `return:${row.id}`, at: row.at, tell }
  })
  return [...sales, ...shipped, ...returned]
}

/** Packs are counted up and down: what is told and what is there differ by one more telling. */
function planPacking(lot: LotFacts, chain: Chain, { now }: PlanContext) {
  const missing: Act[] = []
  const undone: RecordedEvent[] = []
  for (const pack of lot.packs) {
    const base = `pack:${pack.id}`
    const told = [...(chain.packings.get(base) ?? [])]
    let units = told.reduce((sum, { event }) => sum + unitsOf(event), 0)
    for (let last = told.pop(); last && units > pack.packedUnits; last = told.pop()) {
      undone.push(last)
      units -= unitsOf(last.event)
    }
    const at = chain.count.has(base) ? now : pack.packedAt
    if (units < pack.packedUnits) missing.push(packAct(lot, pack, at, pack.packedUnits - units))
  }
  const there = new Set(lot.packs.map(({ id }) => `pack:${id}`))
  const gone = [...chain.packings].filter(([base]) => !there.has(base))
  return { missing, undone: [...undone, ...gone.flatMap(([, events]) => events)] }
}

function packAct(lot: LotFacts, pack: PackFacts, at: string, units: number): Act {
  const tell: Act["tell"] = (cause) => packEvent(lot, pack, { cause, at, units })
  return { kind: "pack", base: `pack:${pack.id}`, at, tell }
}

function unitsOf(event: JsonObject): number {
  const [child] = event["childQuantityList"] as [{ quantity: number }]
  return child.quantity
}

function compareInTime(a: PlannedEvent, b: PlannedEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return order.indexOf(a.kind) - order.indexOf(b.kind)
}
