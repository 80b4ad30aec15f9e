import type { MedusaContainer } from "@medusajs/framework/types"
import { monthOf } from "@shangxing/attribution/domain/period"
import type {
  BooksScope,
  HouseholdBenefit,
  HouseholdListResponse,
  HouseholdSort,
  ListedHousehold,
} from "@shangxing/attribution/types/books"

import { modules } from "./modules"
import { nameDivisions } from "./names"

export type HouseholdListAsked = { benefit: HouseholdBenefit; sort: HouseholdSort; q: string }

type Figures = { id: string; village_code: string; receipts_fen: number; attributed_fen: number }
type Page = { offset: number; limit: number }

/**
 * Households of a division with what they received and what was attributed to them: two quantities
 * that are never added. Masked. A search looks at public ids and masked names only.
 */
export async function gatherHouseholdList(
  container: MedusaContainer,
  head: BooksScope,
  asked: HouseholdListAsked,
  page: Page,
): Promise<HouseholdListResponse> {
  const { figures, signed } = await figuresOf(container, head)
  const chosen = await choose(container, head, asked, { figures, signed })
  const shown = chosen.slice(page.offset, page.offset + page.limit)
  const sum = (key: "receipts_fen" | "attributed_fen") =>
    chosen.reduce((total, row) => total + row[key], 0)
  return {
    ...head,
    benefit: asked.benefit,
    sort: sortOf(asked),
    q: asked.q,
    receipts_fen: sum("receipts_fen"),
    attributed_fen: sum("attributed_fen"),
    households: await nameListed(container, head, shown, signed),
    count: chosen.length,
    ...page,
  }
}

type Known = { figures: Map<string, Figures>; signed: Map<string, string> }

async function figuresOf(container: MedusaContainer, head: BooksScope): Promise<Known> {
  const { division, period } = head
  const [received, attributed, signed] = await Promise.all([
    modules
      .receipts(container)
      .byHousehold({ division: division.code, from: period.from, to: period.to }),
    attributedIn(container, head),
    signedWithin(container, division.code, period.to),
  ])
  const places = await modules
    .registry(container)
    .placesOf(attributed.map(({ household_id }) => household_id))
  const villageOf = new Map(places.map(({ id, village_code }) => [id, village_code]))
  const figures = new Map<string, Figures>()
  const rowOf = (id: string, village_code: string) => {
    const known = figures.get(id) ?? { id, village_code, receipts_fen: 0, attributed_fen: 0 }
    figures.set(id, known)
    return known
  }
  for (const [id, village_code] of signed) rowOf(id, village_code)
  for (const row of received)
    rowOf(row.household_id, row.village_code).receipts_fen += row.amount_fen
  for (const { household_id: id, amount_fen } of attributed) {
    rowOf(id, villageOf.get(id) ?? division.code).attributed_fen += amount_fen
  }
  return { figures, signed }
}

/** Whole months are kept in rollups; other days are summed from the entries. */
async function attributedIn(container: MedusaContainer, { division, period }: BooksScope) {
  const ledger = modules.ledger(container)
  if (period.kind === "days") {
    const { from, to } = period
    return await ledger.householdSums({ division: division.code, from, to })
  }
  const months = { from: monthOf(period.from), to: monthOf(period.to) }
  const [enrolled, other] = await Promise.all(
    (["enrolled_household", "other_household"] as const).map((account) =>
      ledger.householdAmounts(division.code, months, account),
    ),
  )
  return [...(enrolled ?? []), ...(other ?? [])]
}

/** Households of a division that an agreement in force on a day names, with their villages. */
export async function signedWithin(
  container: MedusaContainer,
  division: string,
  on: string,
): Promise<Map<string, string>> {
  const agreements = await modules.agreements(container).agreementsOf({ on })
  const parties = agreements.flatMap(({ in_force }) =>
    (in_force?.households ?? []).map(({ household_id }) => household_id),
  )
  const places = await modules.registry(container).placesOf([...new Set(parties)])
  return new Map(
    places
      .filter(({ village_code }) => village_code.startsWith(division))
      .map(({ id, village_code }) => [id, village_code]),
  )
}

async function choose(
  container: MedusaContainer,
  head: BooksScope,
  asked: HouseholdListAsked,
  known: Known,
): Promise<Figures[]> {
  const rows = await matching(container, head, asked, known)
  return rows.sort(ORDERS[sortOf(asked)])
}

async function matching(
  container: MedusaContainer,
  head: BooksScope,
  { benefit, q }: HouseholdListAsked,
  { figures, signed }: Known,
): Promise<Figures[]> {
  const rows = [...figures.values()].filter((row) => BENEFITS[benefit](row, signed))
  if (benefit !== "all" && q.trim() === "") return rows
  const { households } = await modules.registry(container).householdsWithin({
    division: head.division.code,
    on: head.period.to,
    q,
    ...(benefit !== "all" && { ids: rows.map(({ id }) => id) }),
    limit: Number.MAX_SAFE_INTEGER,
  })
  return households.map(
    ({ id, village_code }) =>
      figures.get(id) ?? { id, village_code, receipts_fen: 0, attributed_fen: 0 },
  )
}

const BENEFITS: Record<
  HouseholdBenefit,
  (row: Figures, signed: ReadonlyMap<string, string>) => boolean
> = {
  received: (row) => row.receipts_fen > 0,
  nothing: (row, signed) => signed.has(row.id) && row.receipts_fen === 0,
  attributed: (row) => row.attributed_fen !== 0,
  all: () => true,
}

/** Where nobody received anything, there is no order but by village. */
function sortOf({ benefit, sort }: HouseholdListAsked): HouseholdSort {
  return benefit === "nothing" && sort === "receipts" ? "village" : sort
}

const byVillage = (a: Figures, b: Figures) =>
  a.village_code === b.village_code
    ? Number(a.id > b.id) - Number(a.id < b.id)
    : Number(a.village_code > b.village_code) - Number(a.village_code < b.village_code)

const ORDERS: Record<HouseholdSort, (a: Figures, b: Figures) => number> = {
  receipts: (a, b) => b.receipts_fen - a.receipts_fen || byVillage(a, b),
  attributed: (a, b) => b.attributed_fen - a.attributed_fen || byVillage(a, b),
  village: byVillage,
}

async function nameListed(
  container: MedusaContainer,
  head: BooksScope,
  rows: readonly Figures[],
  signed: ReadonlyMap<string, string>,
): Promise<ListedHousehold[]> {
  const ids = rows.map(({ id }) => id)
  const [{ households }, names] = await Promise.all([
    modules.registry(container).householdsWithin({
      division: head.division.code,
      on: head.period.to,
      ids,
      limit: ids.length,
    }),
    nameDivisions(
      container,
      rows.flatMap(({ village_code: code }) => [code, code.slice(0, 9), code.slice(0, 6)]),
    ),
  ])
  const byId = new Map(households.map((household) => [household.id, household]))
  return rows.map(({ id, village_code, receipts_fen, attributed_fen }) => ({
    id,
    masked_name: byId.get(id)?.masked_name ?? "—",
    village: names.division(village_code),
    township: names.division(village_code.slice(0, 9)),
    county: names.division(village_code.slice(0, 6)),
    status_label_zh: byId.get(id)?.status_label_zh ?? null,
    is_enrolled: byId.get(id)?.is_enrolled ?? false,
    is_signed: signed.has(id),
    receipts_fen,
    attributed_fen,
  }))
}
