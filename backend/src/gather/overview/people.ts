import type { MedusaContainer } from "@medusajs/framework/types"
import { wholeQuotient } from "@shangxing/attribution/domain/basis-points"
import { daysBetween } from "@shangxing/attribution/domain/asked-period"
import { receiptEdges } from "@shangxing/attribution/domain/receipt-bins"
import type { Indicator, ReceiptSpread } from "@shangxing/attribution/types/overview"

import { sqlOn } from "../sql"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share, whole } from "./figures"
import { inForce } from "./in-force"

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
 * ranked by PostgreSQL: a province has half a million. Plain SQL, because it compares tables of three
 * modules. `digits` is the length of the codes that places are told apart by.
 */
export async function gatherPeople(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
  { division, digits }: { division: string; digits: number },
): Promise<People> {
  const agreements = inForce(span.to, asked)
  const seller = asked.filter.seller_id ?? null
  const edges = receiptEdges(daysBetween(span.from, span.to) + 1)
  const [row] = await sqlOn(container)<Stored>(statement(agreements.statement, digits), [
    asked.past ?? "infinity",
    `${division}%`,
    ...[span.from, span.to, seller, seller, span.from, span.to],
    ...agreements.values,
    `${division}%`,
    edges,
  ])
  // An aggregate without groups always answers one row.
  return peopleOf(row!, edges, division.length === digits)
}

const statement = (agreements: string, digits: number) => `
  with received as (
    select r.household_id, min(r.village_code) as village_code, sum(r.amount_fen)::bigint as fen
      from household_receipt r
      join receipt_standing(cast(? as timestamptz)) s on s.receipt_id = r.id
     where r.village_code like ? and s.received_on between ? and ?
       and (cast(? as text) is null or r.seller_id = cast(? as text))
       and r.id in (select f.receipt_id from receipt_fact f
                     where f.kind in ('paid', 'confirmed') and f.happened_on between ? and ?)
     group by r.household_id
  ), ${agreements}, signed as (
    select distinct h.household_id, p.village_code
      from in_force v
      join agreement_household h on h.version_id = v.id and h.deleted_at is null
      join household p on p.id = h.household_id
     where p.village_code like ?
  ), people as materialized (
    select left(coalesce(s.village_code, r.village_code), ${digits}) as place,
           coalesce(r.fen, 0) as fen, s.household_id is not null as is_signed
      from signed s full join received r on r.household_id = s.household_id
  ), placed as (
    select coalesce(place, '') as place, count(*) as household_count,
           coalesce(sum(fen), 0) as received_fen,
           count(*) filter (where is_signed) as signed_count,
           count(*) filter (where fen > 0) as benefiting_count,
           count(*) filter (where is_signed and fen <= 0) as nothing_count,
           coalesce(floor(percentile_cont(0.5) within group (order by fen) + 0.5), 0) as median_fen
      from people group by grouping sets ((place), ())
  ), ranked as (
    select fen, 11 - ntile(10) over (order by fen desc) as tenth from people
  ), tenths as (
    select t.tenth, coalesce(sum(r.fen), 0) as fen
      from generate_series(1, 10) as t(tenth) left join ranked r on r.tenth = t.tenth group by 1
  ), binned as (
    select width_bucket(fen, cast(? as bigint[])) as bin, count(*) as count from people group by 1
  )
  select (select jsonb_agg(placed) from placed) as places,
         (select jsonb_build_object('lower', percentile_disc(0.25) within group (order by fen),
                                    'upper', percentile_disc(0.75) within group (order by fen))
            from people) as quartiles,
         (select jsonb_agg(fen order by tenth) from tenths) as tenths,
         (select jsonb_object_agg(bin, count) from binned) as bins`

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
