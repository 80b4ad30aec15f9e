import type { MedusaContainer } from "@medusajs/framework/types"
import { childDigits } from "@shangxing/attribution/domain/jurisdiction"
import { receiptsAt } from "@shangxing/attribution/lib/receipts"
import type { LotSales } from "@shangxing/attribution/modules/ledger/types"
import type { Indicator } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import { sqlOn } from "../sql"
import type { Asked, Span } from "./asked"
import { compared, type Figure, share } from "./figures"
import { salesScope } from "./sales"

/** Receipts for sold goods and the net sales of the same lots, by place. */
export type Reach = Map<string, { receipts_fen: number; sales_fen: number }>

const NOTHING = { receipts_fen: 0, sales_fen: 0 }

/**
 * What households were paid for the goods that were sold: of a lot's receipts, the part of the lot
 * that was sold in the span. A lot that was blended counts what its inputs were paid for.
 */
export async function gatherReach(
  container: MedusaContainer,
  asked: Asked,
  span: Span,
  division = asked.scope.code,
): Promise<Reach> {
  const sold = await modules.ledger(container).lotSales(salesScope(asked, span, division))
  const reach: Reach = new Map()
  const at = (place: string) => reach.get(place) ?? NOTHING
  for (const { child, sales_fen } of sold) {
    reach.set(child, { ...at(child), sales_fen: at(child).sales_fen + sales_fen })
  }
  for (const { place, fen } of await receiptsFor(container, asked, span, { division, sold })) {
    reach.set(place, { ...at(place), receipts_fen: at(place).receipts_fen + fen })
  }
  return reach
}

/** Plain SQL, because it compares lots with receipts. */
async function receiptsFor(
  container: MedusaContainer,
  { past }: Asked,
  { to }: Span,
  { division, sold }: { division: string; sold: LotSales[] },
): Promise<{ place: string; fen: number }[]> {
  if (sold.length === 0) return []
  const receipts = receiptsAt(past)
  const grams = new Map(sold.map(({ lot_id, sold_g }) => [lot_id, sold_g]))
  return await sqlOn(container)<{ place: string; fen: number }>(
    `with recursive sold as (
       select s.lot_id, least(1, s.sold_g / l.net_g) as part
         from unnest(cast(? as text[]), cast(? as numeric[])) as s(lot_id, sold_g)
         join lot l on l.id = s.lot_id
     ), made as (
       select lot_id as root, lot_id, cast(1 as numeric) as part from sold
       union all
       select m.root, i.input_lot_id, m.part * i.net_g / l.net_g
         from made m
         join lot_input i on i.lot_id = m.lot_id and i.deleted_at is null
         join lot l on l.id = i.input_lot_id
     ), paid as (
       select m.root, left(n.village_code, ?) as place, sum(n.amount_fen * m.part) as fen
         from made m
         join lot_input i on i.lot_id = m.lot_id and i.deleted_at is null
         join ${receipts.statement} on n.delivery_id = i.delivery_id
        where n.village_code like ? and n.received_on <= ?
        group by 1, 2
     )
     select p.place, sum(floor(p.fen * s.part))::float8 as fen
       from paid p join sold s on s.lot_id = p.root group by 1`,
    [
      [...grams.keys()],
      [...grams.values()],
      childDigits(division) ?? division.length,
      ...receipts.values,
      `${division}%`,
      to,
    ],
  )
}

const UNITS = { reach: "basis_points" } as const

/** Unknown when figures are narrowed by circle or product: receipts know neither. */
export function reachIndicator({ filter }: Asked, now: Reach, before: Reach): Indicator[] {
  const isKnown = filter.circle === undefined && filter.product_id === undefined
  const figure = (reach: Reach): Figure => (isKnown ? reachOf(reach) : { value: null })
  return compared(UNITS, { reach: figure(now) }, { reach: figure(before) })
}

/** Of all places, or of one. */
export function reachOf(reach: Reach, place?: string): Figure {
  const parts = place === undefined ? [...reach.values()] : [reach.get(place) ?? NOTHING]
  const sum = (key: keyof typeof NOTHING) => parts.reduce((all, one) => all + one[key], 0)
  return share(sum("receipts_fen"), sum("sales_fen"))
}
