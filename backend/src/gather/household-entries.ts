import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf, shanghaiDay } from "@shangxing/attribution/domain/period"
import type { HouseholdEntry, HouseholdTotal } from "@shangxing/attribution/modules/ledger/types"
import type {
  AttributionEntry,
  HouseholdEntriesResponse,
  OfficialHousehold,
} from "@shangxing/attribution/types/http"

import { divisionName, nameDivisions } from "./names"
import { readRows } from "./read-rows"
import { modules } from "./modules"

type Household = { id: string; village_code: string }
type Asked = { month?: string; offset: number; limit: number }

const always = { from: "2000-01", to: "2999-12" }

/** A household's ledger entries with the order, product, seller and lot that each one came from. */
export async function gatherEntries(
  container: MedusaContainer,
  { id, village_code }: Household,
  { month, offset, limit }: Asked,
): Promise<HouseholdEntriesResponse> {
  const ledger = modules.ledger(container)
  const period = month ? { month } : always
  const [{ entries, count, total_fen }, totals, { households }, path] = await Promise.all([
    ledger.entriesOfHousehold(id, month ?? null, { offset, limit }),
    ledger.householdTotals({
      divisionPrefix: village_code,
      ...period,
      householdIds: [id],
      limit: 1,
      offset: 0,
    }),
    modules.registry(container).householdsWithin({
      division: village_code,
      on: month ? lastDayOf(month) : shanghaiDay(new Date()),
      ids: [id],
    }),
    modules.divisions(container).path(village_code),
  ])
  return {
    household: await named(container, village_code, { id, ...households[0] }, totals.households[0]),
    path: path.map(divisionName),
    month: month ?? null,
    total_fen,
    entries: await describeEntries(container, entries),
    count,
    offset,
    limit,
  }
}

type Known = { id: string; masked_name?: string; status_label_zh?: string | null }

/** A household as the officials' pages show it: named by place, never by person. */
async function named(
  container: MedusaContainer,
  village: string,
  { id, masked_name = "—", status_label_zh }: Known,
  figure: HouseholdTotal | undefined,
): Promise<OfficialHousehold> {
  const [township, county] = [village.slice(0, 9), village.slice(0, 6)]
  const names = await nameDivisions(container, [village, township, county])
  return {
    id,
    masked_name,
    village: names.division(village),
    township: names.division(township),
    county: names.division(county),
    status_label_zh: status_label_zh ?? "",
    attributed_fen: figure?.enrolled_fen ?? 0,
    entry_count: figure?.entry_count ?? 0,
    last_effective_on: figure?.last_effective_on ?? null,
  }
}

/** Entries with the numbers and names of what they came from, one read of each kind. */
export async function describeEntries(
  container: MedusaContainer,
  entries: HouseholdEntry[],
): Promise<AttributionEntry[]> {
  const ids = (key: "order_id" | "product_id" | "seller_id" | "lot_id") => [
    ...new Set(entries.map((entry) => entry[key]).filter((id): id is string => id !== null)),
  ]
  const [orders, products, sellers, lots] = await Promise.all([
    readRows<{ id: string; display_id: number }>(container, {
      entity: "order",
      fields: ["id", "display_id"],
      filters: { id: ids("order_id") },
    }),
    readRows<{ id: string; title: string }>(container, {
      entity: "product",
      fields: ["id", "title"],
      filters: { id: ids("product_id") },
    }),
    modules.sellers(container).listSellers({ id: ids("seller_id") }),
    modules.lots(container).listLots({ id: ids("lot_id") }),
  ])
  const displayId = new Map(orders.map((order) => [order.id, Number(order.display_id)]))
  const title = new Map(products.map((product) => [product.id, product.title]))
  const seller = new Map(sellers.map((row) => [row.id, row]))
  const lotCode = new Map(lots.map((lot) => [lot.id, lot.code]))
  return entries.map((entry) => ({
    id: entry.id,
    effective_on: entry.effective_on,
    kind: entry.kind,
    state: entry.state,
    order_id: entry.order_id,
    order_display_id: displayId.get(entry.order_id) ?? null,
    product_title: title.get(entry.product_id) ?? entry.product_id,
    seller_name_zh: seller.get(entry.seller_id)?.name_zh ?? entry.seller_id,
    seller_name_en: seller.get(entry.seller_id)?.name_en ?? entry.seller_id,
    lot_code: lotCode.get(entry.lot_id ?? "") ?? "—",
    destination_county: entry.destination_county_code,
    share_numerator: entry.share_numerator,
    share_denominator: entry.share_denominator,
    line_goods_fen: entry.line_goods_fen,
    amount_fen: entry.amount_fen,
    corrects_id: entry.corrects_id,
    rule_version: entry.rule_version,
  }))
}
