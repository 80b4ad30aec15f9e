import { isObject, type Json, type JsonObject, objectsOf } from "./json.ts"
import type { Problem } from "./verify-lot.ts"

/**
 * The mass balance that a lot's events show by themselves: out ≤ in, packed ≤ lot, sold ≤ packed,
 * shipped ≤ sold (docs: domain rule 4). Kilograms are counted in grams and packs one by one.
 */

type Totals = {
  inputG: number
  outputG: number
  packedG: number
  packed: Map<string, number>
  sold: Map<string, number>
  shipped: Map<string, number>
}

/** What does not add up. An event that a later declaration takes back does not count. */
export function massProblems(events: readonly JsonObject[]): Problem[] {
  const totals = totalsOf(standing(events))
  const problems: Problem[] = []
  const exceed = (detail: string) => problems.push({ code: "mass_exceeded", detail })
  if (totals.outputG > totals.inputG) exceed(`out ${totals.outputG} g > in ${totals.inputG} g`)
  if (totals.packedG > totals.outputG) {
    exceed(`packed ${totals.packedG} g > lot ${totals.outputG} g`)
  }
  for (const [pack, units] of totals.sold) {
    const most = totals.packed.get(pack) ?? 0
    if (units > most) exceed(`sold ${units} > packed ${most} (${pack})`)
  }
  for (const [pack, units] of totals.shipped) {
    const most = totals.sold.get(pack) ?? 0
    if (units > most) exceed(`shipped ${units} > sold ${most} (${pack})`)
  }
  return problems
}

/** Each declaration takes back one event of its own identity. */
function standing(events: readonly JsonObject[]): JsonObject[] {
  const takenBack = new Set(
    events.filter((event) => isObject(event["errorDeclaration"])).map((event) => event["eventID"]),
  )
  return events.filter((event) => !takenBack.has(event["eventID"]))
}

function totalsOf(events: readonly JsonObject[]): Totals {
  const totals: Totals = {
    inputG: 0,
    outputG: 0,
    packedG: 0,
    packed: new Map(),
    sold: new Map(),
    shipped: new Map(),
  }
  for (const event of events) {
    if (event["type"] === "TransformationEvent") addTransformation(totals, event)
    else if (event["bizStep"] === "packing") addPacking(totals, event)
    else if (event["bizStep"] === "retail_selling") add(totals.sold, event["quantityList"])
    else if (event["bizStep"] === "shipping") add(totals.shipped, event["quantityList"])
  }
  return totals
}

function addTransformation(totals: Totals, event: JsonObject): void {
  totals.inputG += grams(event["inputQuantityList"])
  totals.outputG += grams(event["outputQuantityList"])
}

function addPacking(totals: Totals, event: JsonObject): void {
  const unitG = Number(event["shangxing:unitGrams"] ?? 0)
  add(totals.packed, event["childQuantityList"])
  for (const { quantity } of objectsOf(event["childQuantityList"])) {
    totals.packedG += Number(quantity) * unitG
  }
}

function add(sums: Map<string, number>, list: Json | undefined): void {
  for (const { epcClass, quantity } of objectsOf(list)) {
    const pack = typeof epcClass === "string" ? epcClass : ""
    sums.set(pack, (sums.get(pack) ?? 0) + Number(quantity))
  }
}

function grams(list: Json | undefined): number {
  const weighed = objectsOf(list).filter(({ uom }) => uom === "KGM")
  return weighed.reduce((sum, { quantity }) => sum + Math.round(Number(quantity) * 1000), 0)
}
