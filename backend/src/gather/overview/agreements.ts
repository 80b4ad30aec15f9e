import type { MedusaContainer } from "@medusajs/framework/types"
import type { Indicator } from "@shangxing/attribution/types/overview"

import { sqlOn } from "../sql"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share } from "./figures"
import { inForce } from "./in-force"

const UNITS = { fulfilment: "basis_points", floor_price_rate: "basis_points" } as const

/** Whether agreements are kept: what was bought of what was promised, and at which price. */
export async function agreementIndicators(
  container: MedusaContainer,
  asked: Asked,
): Promise<Indicator[]> {
  const [now, before] = await Promise.all([
    figuresOf(container, asked, asked.period),
    figuresOf(container, asked, asked.period.previous),
  ])
  return compared(UNITS, now, before)
}

type Row = { promised_g: number; bought_g: number; floored: number; at_floor: number }

/** What counts once both parties confirmed it, by the moment asked for. */
const CONFIRMED = `d.deleted_at is null and d.confirmed_at <= cast(? as timestamptz)
  and (d.voided_at is null or d.voided_at > cast(? as timestamptz))`

/**
 * Promised grams are those of a whole term, so they are compared with what was bought from the
 * term's first day to the span's last. Deliveries without an agreed floor are neither above nor below.
 */
async function figuresOf(
  container: MedusaContainer,
  asked: Asked,
  { from, to }: Span,
): Promise<Figures<keyof typeof UNITS>> {
  const agreements = inForce(to, asked)
  const moment = asked.past ?? "infinity"
  const seller = asked.filter.seller_id ?? null
  const like = `${asked.scope.code}%`
  const [row] = await sqlOn(container)<Row>(
    `with ${agreements.statement}, promised as materialized (
       select h.household_id, h.promised_g, v.seller_id, v.product_kind, v.starts_on, v.ends_on
         from in_force v
         join agreement_household h on h.version_id = v.id and h.deleted_at is null
         join household p on p.id = h.household_id
        where h.promised_g is not null and p.village_code like ?
     ), bought as (
       select distinct d.id, d.net_g from promised p
         join delivery d on d.household_id = p.household_id and d.seller_id = p.seller_id
          and d.product_kind = p.product_kind and d.delivered_on between p.starts_on and ?
        where ${CONFIRMED}
     ), priced as (
       select d.price_fen_per_kg >= d.floor_fen_per_kg as is_at_floor from delivery d
        where d.village_code like ? and d.delivered_on between ? and ?
          and d.floor_fen_per_kg is not null and ${CONFIRMED}
          and (cast(? as text) is null or d.seller_id = cast(? as text))
     )
     select (select coalesce(sum(promised_g), 0) from promised)::float8 as promised_g,
            (select coalesce(sum(net_g), 0) from bought)::float8 as bought_g,
            (select count(*) from priced)::int as floored,
            (select count(*) from priced where is_at_floor)::int as at_floor`,
    [
      ...agreements.values,
      ...[like, to, moment, moment],
      ...[like, from, to, moment, moment, seller, seller],
    ],
  )
  return {
    fulfilment: share(row!.bought_g, row!.promised_g),
    floor_price_rate: share(row!.at_floor, row!.floored),
  }
}
