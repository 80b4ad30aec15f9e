import type { MedusaContainer } from "@medusajs/framework/types"
import { claimWindowEnd, deliveredOrDue } from "@shangxing/marketplace/domain/delivery"
import type { ConsignmentRow } from "@shangxing/marketplace/modules/consignment/service"
import type {
  OrderConsignment,
  OrderConsignmentLine,
  OrderConsignmentsResponse,
} from "@shangxing/marketplace/types/http"

import { deliveryDays } from "./delivery-days"
import { modules } from "./modules"
import { readRows } from "./read-rows"

type Lot = OrderConsignmentLine["lots"][number]
type ConsignmentLine = ConsignmentRow["lines"][number]

/** An order's parcels as its buyer sees them: who sends what, how far it is, from which lots. */
export async function gatherOrderConsignments(
  container: MedusaContainer,
  orderId: string,
): Promise<OrderConsignmentsResponse> {
  const rows = await modules.consignments(container).listOfOrder(orderId)
  const ids = rows.map(({ id }) => id)
  const [balances, refunded, sellers, englishName, lotsOf] = await Promise.all([
    modules.consignments(container).balancesOf(ids),
    modules.consignments(container).refundedByCharge(ids),
    modules.sellers(container).listSellers({ id: rows.map(({ seller_id }) => seller_id) }),
    readOptionNames(
      container,
      rows.map(({ shipping_option_id }) => shipping_option_id),
    ),
    readLots(
      container,
      rows.flatMap(({ lines }) => lines),
    ),
  ])
  const sellerOf = new Map(sellers.map((seller) => [seller.id, seller]))
  return {
    consignments: rows.map((row) => {
      const { handle, name_zh, name_en } = sellerOf.get(row.seller_id)!
      return {
        ...factsOf(row),
        seller: { handle, name_zh, name_en },
        shipping_option_name_en:
          englishName.get(row.shipping_option_id) ?? row.shipping_option_name,
        refunded_fen: balances[row.id]!.refunded_fen,
        lines: row.lines.map((line) => ({
          ...lineOf(line, lotsOf.get(line.line_item_id) ?? []),
          refunded_fen: refunded.get(line.line_item_id) ?? 0,
        })),
      }
    }),
  }
}

type Facts = Omit<OrderConsignment, "seller" | "shipping_option_name_en" | "refunded_fen" | "lines">

function factsOf(row: ConsignmentRow): Facts {
  const times = { shippedAt: dateOf(row.shipped_at), deliveredAt: dateOf(row.delivered_at) }
  return {
    id: row.id,
    status: row.status,
    carrier: row.carrier,
    tracking_number: row.tracking_number,
    shipped_at: isoOf(times.shippedAt),
    delivered_at: isoOf(times.deliveredAt),
    delivery_due_at: isoOf(deliveredOrDue(times, deliveryDays.deliveredAfter)),
    claims_until: isoOf(claimWindowEnd(times, deliveryDays)),
    shipping_option_name: row.shipping_option_name,
    goods_fen: row.goods_fen,
    shipping_fen: row.shipping_fen,
    total_fen: row.total_fen,
  }
}

function dateOf(stored: Date | string | null): Date | null {
  return stored === null ? null : new Date(stored)
}

function isoOf(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

function lineOf(line: ConsignmentLine, lots: Lot[]): Omit<OrderConsignmentLine, "refunded_fen"> {
  return {
    line_item_id: line.line_item_id,
    title: line.title,
    variant_title: line.variant_title,
    unit_weight_g: line.unit_weight_g,
    thumbnail: line.thumbnail,
    quantity: line.quantity,
    goods_fen: line.paid_goods_fen,
    lots,
  }
}

/** A consignment keeps the option's name as it was sold; its English is the option's of today. */
async function readOptionNames(
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, string>> {
  const options = await readRows<{ id: string; data?: { name_en?: unknown } | null }>(container, {
    entity: "shipping_option",
    fields: ["id", "data"],
    filters: { id: ids },
  })
  return new Map(
    options.flatMap(({ id, data: facts }) =>
      typeof facts?.name_en === "string" ? [[id, facts.name_en]] : [],
    ),
  )
}

/** The lots allocated to each line, each with the path of the very pack that was allocated. */
async function readLots(
  container: MedusaContainer,
  lines: ConsignmentLine[],
): Promise<Map<string, Lot[]>> {
  const lots = modules.lots(container)
  const allocations = await lots.allocationsOf(lines.map(({ line_item_id }) => line_item_id))
  const packs = await lots.listLotPacks({ lot_id: allocations.map(({ lot_id }) => lot_id) })
  return new Map(
    lines.map(({ line_item_id, variant_id }) => [
      line_item_id,
      allocations
        .filter((allocation) => allocation.line_item_id === line_item_id)
        .flatMap(({ lot_id }) =>
          packs.filter((pack) => pack.lot_id === lot_id && pack.variant_id === variant_id),
        )
        .map(({ gtin, lot_code }) => ({
          code: lot_code,
          trace_path: `/01/${gtin}/10/${encodeURIComponent(lot_code)}`,
        })),
    ]),
  )
}
