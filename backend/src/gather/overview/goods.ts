import type { MedusaContainer } from "@medusajs/framework/types"
import type { Indicator } from "@shangxing/attribution/types/overview"

import { sqlOn } from "../sql"
import type { Asked, Span } from "./asked"
import { compared, type Figures, share } from "./figures"

const UNITS = { certificate_coverage: "basis_points", damage_rate: "basis_points" } as const

/** The state of the goods that were sent: certified, and whole. */
export async function goodsIndicators(
  container: MedusaContainer,
  asked: Asked,
): Promise<Indicator[]> {
  const [now, before] = await Promise.all([
    figuresOf(container, asked, asked.period),
    figuresOf(container, asked, asked.period.previous),
  ])
  return compared(UNITS, now, before)
}

type Row = { lots: number; certified: number; shipped_g: number; damaged_g: number }

const DAY = (column: string) =>
  `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') between ? and ?`

/**
 * Of lots that grew in the division. Every lot of food that is sent needs a certificate; a blend needs
 * its own, which the lot holds in the same place (docs/domain.md §4).
 */
async function figuresOf(
  container: MedusaContainer,
  { scope, filter, past }: Asked,
  { from, to }: Span,
): Promise<Figures<keyof typeof UNITS>> {
  const seller = filter.seller_id ?? null
  const moment = past ?? "infinity"
  const [row] = await sqlOn(container)<Row>(
    `with own as (
       select id, certificate_number is not null and certificate_issued_on <= ? as is_certified
         from lot where deleted_at is null
          and coalesce(village_code, township_code, county_code) like ?
          and (cast(? as text) is null or seller_id = cast(? as text))
     ), sent as (
       select o.id, o.is_certified, sum(a.grams) as grams
         from lot_allocation a join own o on o.id = a.lot_id
        where a.state = 'shipped' and a.deleted_at is null and ${DAY("a.shipped_at")}
          and a.shipped_at <= cast(? as timestamptz)
        group by 1, 2
     ), damaged as (
       select sum(d.grams) as grams from lot_damage d join own o on o.id = d.lot_id
        where d.deleted_at is null and ${DAY("d.created_at")} and d.created_at <= cast(? as timestamptz)
     )
     select count(*)::int as lots, count(*) filter (where is_certified)::int as certified,
            coalesce(sum(grams), 0)::float8 as shipped_g,
            coalesce((select grams from damaged), 0)::float8 as damaged_g
       from sent`,
    [to, `${scope.code}%`, seller, seller, from, to, moment, from, to, moment],
  )
  const { lots, certified, shipped_g, damaged_g } = row!
  return {
    certificate_coverage: share(certified, lots),
    damage_rate: share(damaged_g, shipped_g),
  }
}
