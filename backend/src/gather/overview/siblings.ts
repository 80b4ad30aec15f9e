import type { MedusaContainer } from "@medusajs/framework/types"
import { hiddenGroups, OUTSIDE_MINIMUM } from "@shangxing/attribution/domain/small-groups"
import type { SellingHouseholds } from "@shangxing/attribution/modules/ledger/types"
import type { OverviewRow } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import type { Asked } from "./asked"
import { gatherPlaces, type Place } from "./people"
import { gatherReach } from "./reach"
import { byReceipts, gatherRows } from "./rows"
import { salesScope } from "./sales"

/**
 * The divisions beside the asked one, itself included; none beside a province. Those outside the
 * official's own division show no figure of fewer than five households, nor one more where the
 * difference would tell it, and no single months, in which there are always fewer.
 */
export async function gatherSiblings(
  container: MedusaContainer,
  asked: Asked,
): Promise<OverviewRow[]> {
  const { code, path } = asked.scope
  const parent = path[1]?.code
  if (parent === undefined) return []
  const place = { division: parent, digits: code.length }
  const [now, before, reach, selling] = await Promise.all([
    gatherPlaces(container, asked, asked.period, place),
    gatherPlaces(container, asked, asked.period.previous, place),
    gatherReach(container, asked, asked.period, parent),
    modules.ledger(container).sellingHouseholds(salesScope(asked, asked.period, parent)),
  ])
  const rows = await gatherRows(container, asked, parent, { now, before, reach })
  return withheld(rows, { now, before, selling }).sort(byReceipts)
}

type Counts = { now: Place[]; before: Place[]; selling: SellingHouseholds[] }

/** Each figure is hidden by the households that it is of, so that no total tells a hidden one. */
function withheld(rows: readonly OverviewRow[], { now, before, selling }: Counts): OverviewRow[] {
  const outside = rows.filter(({ is_own }) => !is_own).map(({ division }) => division.code)
  const hide = (countOf: ReadonlyMap<string, number>) =>
    hiddenGroups(
      outside.map((key) => ({ key, count: countOf.get(key) ?? 0 })),
      OUTSIDE_MINIMUM,
    )
  const received = (places: Place[]) =>
    new Map(places.map(({ place, benefiting_count }) => [place, benefiting_count]))
  const hidden = {
    receipts: hide(received(now)),
    before: hide(received(before)),
    signed: hide(new Map(now.map(({ place, signed_count }) => [place, signed_count]))),
    sales: hide(new Map(selling.map((one) => [one.child, one.enrolled_count + one.other_count]))),
    enrolled: hide(new Map(selling.map((one) => [one.child, one.enrolled_count]))),
  }
  return rows.map((row) => {
    if (row.is_own) return row
    const { code } = row.division
    const seen = <T>(which: keyof typeof hidden, value: T) =>
      hidden[which].has(code) ? null : value
    return {
      ...row,
      receipts_fen: seen("receipts", row.receipts_fen),
      previous_receipts_fen: seen("before", row.previous_receipts_fen),
      net_sales_fen: seen("sales", row.net_sales_fen),
      enrolled_fen: seen("enrolled", row.enrolled_fen),
      reach_basis_points: seen("sales", seen("receipts", row.reach_basis_points)),
      signed_count: seen("signed", row.signed_count),
      benefiting_count: seen("receipts", row.benefiting_count),
      median_fen: seen("receipts", row.median_fen),
      months_fen: [],
    }
  })
}
