import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { shareOfSale } from "../domain/payout-share"
import { type GoodsMoved, owedOfSale } from "../domain/seller-due"
import { CONSIGNMENT_MODULE } from "../modules/consignment"
import type ConsignmentModuleService from "../modules/consignment/service"
import type { ConsignmentRow } from "../modules/consignment/service"
import type { ConsignmentBalance } from "../modules/consignment/types"
import type { SellerConsignment } from "../types/http"
import { saleTermsOf } from "./sale-terms"

/**
 * Consignments as their seller sees them: with what was paid and paid back, and where to send
 * them. Only for rows that were read for that seller: the recipient is personal data.
 */
export async function presentConsignments(
  container: MedusaContainer,
  rows: ConsignmentRow[],
): Promise<SellerConsignment[]> {
  if (!rows.length) return []
  const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  const ids = rows.map(({ id }) => id)
  const [balances, goods, refunded, recipients] = await Promise.all([
    service.balancesOf(ids),
    service.goodsOf(ids),
    service.refundedByCharge(ids),
    recipientsOf(
      container,
      rows.map(({ order_id }) => order_id),
    ),
  ])
  return rows.map((row) =>
    present(
      row,
      { balance: balances[row.id] ?? NOTHING, goods: goods[row.id], refunded },
      recipients.get(row.order_id) ?? null,
    ),
  )
}

const NOTHING: ConsignmentBalance = { captured_fen: 0, refunded_fen: 0 }

type Recipient = NonNullable<SellerConsignment["recipient"]>

type Money = {
  balance: ConsignmentBalance
  goods: GoodsMoved | undefined
  /** By line. */
  refunded: ReadonlyMap<string, number>
}

function present(
  row: ConsignmentRow,
  { balance, goods, refunded }: Money,
  recipient: Recipient | null,
): SellerConsignment {
  const terms = saleTermsOf(row)
  const { captured_fen, refunded_fen } = balance
  const back = shareOfSale(terms, refunded_fen, goods?.refunded)
  return {
    id: row.id,
    order_id: row.order_id,
    display_id: row.display_id,
    seller_id: row.seller_id,
    status: row.status,
    created_at: new Date(row.created_at).toISOString(),
    shipped_at: row.shipped_at ? new Date(row.shipped_at).toISOString() : null,
    delivered_at: row.delivered_at ? new Date(row.delivered_at).toISOString() : null,
    carrier: row.carrier,
    tracking_number: row.tracking_number,
    shipping_option_name: row.shipping_option_name,
    goods_fen: row.goods_fen,
    shipping_fen: row.shipping_fen,
    total_fen: row.total_fen,
    ...balance,
    commission_basis_points: row.commission_basis_points,
    commission_fen: row.commission_fen,
    commission_tax_basis_points: row.commission_tax_basis_points,
    commission_tax_fen: row.commission_tax_fen,
    commission_returned_fen: back.commissionFen + back.commissionTaxFen,
    owed_fen: owedOfSale(terms, captured_fen, refunded_fen, goods),
    recipient,
    lines: row.lines.map((line) => ({
      line_item_id: line.line_item_id,
      product_id: line.product_id,
      variant_id: line.variant_id,
      title: line.title,
      variant_title: line.variant_title,
      thumbnail: line.thumbnail,
      quantity: line.quantity,
      unit_weight_g: line.unit_weight_g,
      goods_fen: line.goods_fen,
      refunded_fen: refunded.get(line.line_item_id) ?? 0,
    })),
  }
}

type Address = {
  first_name?: string | null
  last_name?: string | null
  phone?: string | null
  province?: string | null
  city?: string | null
  address_1?: string | null
  address_2?: string | null
}

async function recipientsOf(
  container: MedusaContainer,
  orderIds: string[],
): Promise<Map<string, Recipient>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.*"],
    filters: { id: [...new Set(orderIds)] },
  })
  return new Map(
    data.flatMap(({ id, shipping_address }) =>
      shipping_address ? [[id, recipientOf(shipping_address as Address)]] : [],
    ),
  )
}

/** Chinese order: family name first, and from the province down to the door (address_2: district). */
function recipientOf(address: Address): Recipient {
  return {
    name: [address.last_name, address.first_name].filter(Boolean).join(""),
    phone: address.phone ?? "",
    address: [address.province, address.city, address.address_2, address.address_1]
      .filter(Boolean)
      .join(" "),
  }
}
