import type { MedusaContainer } from "@medusajs/framework/types"
import type { SplitRow, SplitsResponse } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import type { Asked } from "./asked"
import { productNames, sellerNames } from "./names-of-goods"
import { salesScope } from "./sales"

type By = SplitsResponse["by"]

/** Sales of a division by seller, product or circle, largest first. */
export async function gatherSplits(
  container: MedusaContainer,
  asked: Asked,
  by: By,
): Promise<SplitsResponse> {
  const rows = await modules.ledger(container).sales(salesScope(asked, asked.period), [by])
  const told = rows.flatMap((row) => (row[by] === null ? [] : [{ ...row, key: row[by] }]))
  const names = await NAMES[by](
    container,
    told.map(({ key }) => key),
  )
  return {
    division: asked.scope.division,
    path: asked.scope.path,
    period: asked.period,
    as_of: asked.moment,
    by,
    rows: told
      .map(({ key, sales_fen, enrolled_fen, other_fen, unattributed_fen }): SplitRow => ({
        key,
        label_zh: names.get(key)?.zh ?? key,
        label_en: names.get(key)?.en ?? null,
        net_sales_fen: sales_fen,
        ...{ enrolled_fen, other_fen, unattributed_fen },
      }))
      .sort((a, b) => b.net_sales_fen - a.net_sales_fen || (a.key < b.key ? -1 : 1)),
  }
}

const CIRCLES = new Map([
  ["small", { zh: "小循环（县内）", en: "Small circle (within the county)" }],
  ["big", { zh: "大循环（县外）", en: "Big circle (outside the county)" }],
])

const NAMES: Record<By, typeof sellerNames> = {
  seller: sellerNames,
  product: productNames,
  circle: () => Promise.resolve(CIRCLES),
}
