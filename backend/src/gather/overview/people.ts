import type { MedusaContainer } from "@medusajs/framework/types"
import { wholeQuotient } from "@shangxing/attribution/domain/basis-points"
import { daysBetween } from "@shangxing/attribution/domain/asked-period"
import { receiptEdges } from "@shangxing/attribution/domain/receipt-bins"
import { receivedByHousehold } from "@shangxing/attribution/lib/receipts"
import type { Indicator, ReceiptSpread } from "@shangxing/attribution/types/overview"

import { inTransaction } from "../sql"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share, whole } from "./figures"
import { inForce } from "./in-force"
import { receiptScope } from "./payments"
import { type PeopleParts, peopleStatement, placesStatement } from "./people-statement"

/** Households of one place that have an agreement or a receipt. */
export type Place = {
  place: string
  household_count: number
  received_fen: number
  signed_count: number
  benefiting_count: number
  /** With an agreement and without a receipt. */
  nothing_count: number
  median_fen: number
}

/** The same of a division, with how its receipts spread. */
export type People = Omit<Place, "place"> & { spread: ReceiptSpread; places: Place[] }

type Stored = {
  places: Place[] | null
  quartiles: { lower: number; upper: number } | null
  tenths: number[] | null
  bins: Record<string, number> | null
}

/**
 * Households with an agreement in force on the span's last day or a receipt in the span, counted and
 * ranked by PostgreSQL: a province has half a million. `digits` is the length of the codes that places
 * are told apart by.
 */
export async function gatherPeople(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
  { division, digits }: { division: string; digits: number },
): Promise<People> {
  const edges = receiptEdges(daysBetween(span.from, span.to) + 1)
  const { statement, values } = peopleStatement(partsOf(asked, span, division), digits)
  const [row] = await inMemory<Stored>(container, statement, [...values, edges])
  // An aggregate without groups always answers one row.
  return peopleOf(row!, edges, division.length === digits)
}

/** The same households by place alone, which is less work than how they spread. */
export async function gatherPlaces(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
  { division, digits }: { division: string; digits: number },
): Promise<Place[]> {
  const { statement, values } = placesStatement(partsOf(asked, span, division), digits)
  return await inMemory<Place>(container, statement, values)
}

/** A province's households are more than PostgreSQL joins and sorts in memory unless it is told to. */
async function inMemory<Row extends object>(
  container: MedusaContainer,
  statement: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return await inTransaction(container, async (sql) => {
    await sql("set local work_mem = '64MB'")
    return await sql<Row>(statement, values)
  })
}

function partsOf(asked: Asked, span: Span, division: string): PeopleParts {
  const scope = { ...receiptScope(asked, span), division }
  return {
    received: receivedByHousehold(scope, new Date()),
    agreements: inForce(span.to, asked),
    division,
  }
}

function peopleOf(stored: Stored, edges: number[], isOne: boolean): People {
  const all = stored.places ?? []
  const { place: _place, ...own } = all.find(({ place }) => place === "") ?? NOBODY
  const below = all.filter(({ place }) => place !== "")
  return { ...own, spread: spreadOf(stored, edges, own), places: isOne ? [] : below }
}

function spreadOf(
  { quartiles, tenths, bins }: Stored,
  edges: number[],
  own: Omit<Place, "place">,
): ReceiptSpread {
  const counts = bins ?? {}
  return {
    household_count: own.household_count,
    mean_fen: wholeQuotient(own.received_fen, own.household_count) ?? 0,
    lower_quartile_fen: quartiles?.lower ?? 0,
    median_fen: own.median_fen,
    upper_quartile_fen: quartiles?.upper ?? 0,
    tenths: (tenths ?? []).map((fen) => share(fen, own.received_fen).value ?? 0),
    bins: edges.map((from_fen, i) => ({
      from_fen,
      to_fen: edges[i + 1] ?? null,
      count: counts[String(i + 1)] ?? 0,
    })),
  }
}

const NOBODY: Place = {
  place: "",
  household_count: 0,
  received_fen: 0,
  signed_count: 0,
  benefiting_count: 0,
  nothing_count: 0,
  median_fen: 0,
}

const UNITS = {
  receipts: "fen",
  signed_households: "count",
  benefiting_households: "count",
  benefit_rate: "basis_points",
  mean_receipts: "fen",
  median_receipts: "fen",
  top_tenth_share: "basis_points",
} as const

/** What reached households, and how evenly. A mean of nobody is unknown, not zero. */
export function peopleIndicators(now: People, before: People): Indicator[] {
  return compared(UNITS, figuresOf(now), figuresOf(before))
}

function figuresOf(people: People): Figures<keyof typeof UNITS> {
  const { household_count, received_fen, signed_count, benefiting_count, spread } = people
  const isSomebody = household_count > 0
  return {
    receipts: whole(received_fen),
    signed_households: whole(signed_count),
    benefiting_households: whole(benefiting_count),
    benefit_rate: share(benefiting_count, signed_count),
    mean_receipts: whole(isSomebody ? spread.mean_fen : null),
    median_receipts: whole(isSomebody ? spread.median_fen : null),
    top_tenth_share: whole(received_fen > 0 ? (spread.tenths.at(-1) ?? null) : null),
  }
}
