import type { MedusaContainer } from "@medusajs/framework/types"
import type { EntriesFilter, ScopeEntry } from "@shangxing/attribution/modules/ledger/types"
import type {
  BooksAccount,
  BooksEntry,
  BooksScope,
  EntriesResponse,
  NamedHousehold,
} from "@shangxing/attribution/types/books"
import type { AttributionEntry } from "@shangxing/attribution/types/http"

import { nameBooksHouseholds } from "./books-scope"
import { describeEntries } from "./household-entries"
import { modules } from "./modules"
import { nameDivisions } from "./names"
import { describeFilter } from "./overview/names-of-goods"

export type EntriesAsked = {
  account: BooksAccount
  kind?: AttributionEntry["kind"]
  state?: AttributionEntry["state"]
  seller?: string
  product?: string
  circle?: "small" | "big"
  lot?: string
  order?: string
}

/** Entries of a scope with net totals of everything asked for. */
export async function gatherBooksEntries(
  container: MedusaContainer,
  head: BooksScope,
  asked: EntriesAsked,
  household: NamedHousehold | null,
  page: { offset: number; limit: number },
): Promise<EntriesResponse> {
  const filter = entriesFilter(head, asked, household)
  const [{ entries, count, totals }, shown] = await Promise.all([
    modules.ledger(container).entriesWithin(filter, page),
    describeFilter(container, {
      circle: asked.circle,
      seller_id: asked.seller,
      product_id: asked.product,
    }),
  ])
  return {
    ...head,
    filter: {
      ...shown,
      account: asked.account,
      kind: asked.kind ?? null,
      state: asked.state ?? null,
      lot: asked.lot ?? null,
      order: asked.order ?? null,
      household,
    },
    totals,
    entries: await describeBooksEntries(container, entries),
    count,
    ...page,
  }
}

const ACCOUNTS = {
  enrolled: "enrolled_household",
  other: "other_household",
  unattributed: "unattributed",
  all: undefined,
} as const

/** What the ledger is asked for. */
export function entriesFilter(
  head: BooksScope,
  asked: EntriesAsked,
  household: NamedHousehold | null,
): EntriesFilter {
  const { kind, state, circle } = asked
  return {
    division: head.division.code,
    from: head.period.from,
    to: head.period.to,
    account: ACCOUNTS[asked.account],
    kind,
    state,
    circle,
    seller_id: asked.seller,
    product_id: asked.product,
    lot_id: asked.lot,
    order_id: asked.order,
    household_id: household?.id,
    as_of: head.is_past ? head.as_of : undefined,
  }
}

/** Entries with names, masked; one read of each kind for all of them. */
export async function describeBooksEntries(
  container: MedusaContainer,
  entries: ScopeEntry[],
): Promise<BooksEntry[]> {
  const behind = entries.flatMap(({ household_id, village_code }) =>
    household_id ? [{ id: household_id, village_code }] : [],
  )
  const [described, households, divisions] = await Promise.all([
    describeEntries(container, entries),
    nameBooksHouseholds(container, behind),
    nameDivisions(
      container,
      entries.map(({ division_code }) => division_code),
    ),
  ])
  return entries.map((entry, i) => ({
    // Described one by one, in the order given.
    ...described[i]!,
    account: entry.account,
    household: households.get(entry.household_id ?? "") ?? null,
    division: divisions.division(entry.division_code),
    status_label_zh: entry.status_label_zh,
    circle: entry.circle,
    product_id: entry.product_id,
    seller_id: entry.seller_id,
    lot_id: entry.lot_id,
  }))
}
