import type { MedusaContainer } from "@medusajs/framework/types"
import type { HeldOrder } from "@shangxing/provenance/types/http"
import type { HeldLine } from "@shangxing/provenance/modules/lot/types"

import { modules } from "./modules"
import { readRows } from "./read-rows"

type Order = {
  id: string
  display_id: number
  created_at: string | Date
  email: string | null
  shipping_address?: {
    first_name?: string | null
    last_name?: string | null
    phone?: string | null
  }
}

/**
 * Every order that holds goods of a lot, or of what was made from it, so that each buyer can be
 * reached. A buyer's name and number show for orders of this seller; for those of another, who sold
 * what was made from the lot, only that there is one.
 */
export async function gatherHeldOrders(
  container: MedusaContainer,
  sellerId: string,
  lotId: string,
): Promise<HeldOrder[]> {
  const lines = await modules.lots(container).linesHolding(lotId)
  const orderIds = [...new Set(lines.map(({ order_id }) => order_id))]
  if (orderIds.length === 0) return []
  const [orders, sellers] = await Promise.all([
    readRows<Order>(container, {
      entity: "order",
      fields: [
        "id",
        "display_id",
        "created_at",
        "email",
        "shipping_address.first_name",
        "shipping_address.last_name",
        "shipping_address.phone",
      ],
      filters: { id: orderIds },
    }),
    modules
      .sellers(container)
      .listSellers({ id: [...new Set(lines.map(({ lot_seller_id }) => lot_seller_id))] }),
  ])
  const nameOf = new Map(
    sellers.map(({ id, name_zh, name_en }) => [id, { zh: name_zh, en: name_en }]),
  )
  return orders
    .flatMap((order) => {
      const own = lines.filter(({ order_id }) => order_id === order.id)
      return [...new Set(own.map(({ lot_seller_id }) => lot_seller_id))].map((holder) =>
        heldOrder(
          order,
          own.filter(({ lot_seller_id }) => lot_seller_id === holder),
          holder === sellerId,
          nameOf.get(holder) ?? { zh: holder, en: holder },
        ),
      )
    })
    .sort((a, b) => a.display_id - b.display_id)
}

function heldOrder(
  order: Order,
  lines: readonly HeldLine[],
  isOwn: boolean,
  seller: HeldOrder["seller"],
): HeldOrder {
  const address = order.shipping_address
  return {
    order_id: order.id,
    display_id: order.display_id,
    ordered_at: new Date(order.created_at).toISOString(),
    lot_code: [...new Set(lines.map(({ lot_code }) => lot_code))].join(" "),
    units: lines.reduce((sum, { units }) => sum + units, 0),
    grams: lines.reduce((sum, { grams }) => sum + grams, 0),
    is_shipped: lines.every(({ state }) => state === "shipped"),
    buyer: isOwn
      ? {
          name: [address?.last_name, address?.first_name].filter(Boolean).join(""),
          phone: address?.phone ?? "",
          email: order.email ?? "",
        }
      : null,
    seller,
    lines: lines.map(({ line_item_id, lot_id, lot_code, units }) => ({
      line_item_id,
      lot_id,
      lot_code,
      units,
    })),
  }
}

const COLUMNS = [
  "订单",
  "下单时间",
  "批次",
  "件数",
  "重量 kg",
  "已发货",
  "收件人",
  "电话",
  "邮箱",
  "经营主体",
]

/** The same as a table for a spreadsheet, with the mark that lets it read Chinese. */
export function heldOrdersTable(orders: readonly HeldOrder[]): string {
  const rows = orders.map((order) => [
    order.display_id,
    order.ordered_at,
    order.lot_code,
    order.units,
    order.grams / 1000,
    order.is_shipped ? "是" : "否",
    order.buyer?.name ?? "",
    order.buyer?.phone ?? "",
    order.buyer?.email ?? "",
    order.seller.zh,
  ])
  return "\ufeff" + [COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n"
}

/** Quoted, and never a formula: what a buyer typed as a name must not run in a spreadsheet. */
function cell(value: string | number): string {
  const text = String(value)
  const isFormula = typeof value === "string" && /^[=+\-@\t\r]/.test(text)
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`
}
