import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

import { consignmentsOfOrder, type OrderToDivide } from "../domain/consignments-of-order"
import type { NewConsignment, NewConsignmentLine } from "../modules/consignment/types"
import { toExact, toFen } from "./medusa-money"

/**
 * Turns Medusa's order, as Query reads it, into the rows of its consignments. All amounts come
 * from the order's own totals; the rule that divides them is `consignmentsOfOrder`.
 */

export type StoredOrder = {
  id: string
  display_id: number
  total: BigNumberInput
  credit_line_total?: BigNumberInput | null
  items: StoredItem[]
  shipping_methods: StoredShipping[]
  shipping_address?: { metadata?: Record<string, unknown> | null } | null
}

type StoredItem = {
  id: string
  product_id: string
  variant_id: string
  product_title?: string | null
  title: string
  variant_title?: string | null
  thumbnail?: string | null
  quantity: BigNumberInput
  total: BigNumberInput
  tax_total?: BigNumberInput | null
  adjustments?: { amount: BigNumberInput; promotion_id?: string | null }[] | null
}

type StoredShipping = {
  id: string
  name: string
  shipping_option_id: string
  total: BigNumberInput
  tax_total?: BigNumberInput | null
}

export type StoredSeller = {
  id: string
  shipping_profile_id: string | null
  commission_basis_points: number
}

export type StoredVariant = {
  id: string
  weight?: number | null
  product?: { seller?: StoredSeller | null } | null
}

export type StoredOption = { id: string; shipping_profile_id: string }
export type StoredPromotion = { id: string; metadata?: Record<string, unknown> | null }

export type OrderRecords = {
  order: StoredOrder
  variants: StoredVariant[]
  options: StoredOption[]
  promotions: StoredPromotion[]
  commissionTaxBasisPoints: number
}

/** The order fields that `consignmentRows` needs. */
export const ORDER_FIELDS = [
  "id",
  "display_id",
  "total",
  "credit_line_total",
  "items.*",
  "items.total",
  "items.tax_total",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.tax_total",
  "shipping_address.metadata",
  "payment_collections.id",
]

/** The rows of the order's consignments; their totals sum to the order's total in fen. */
export function consignmentRows(records: OrderRecords): NewConsignment[] {
  const { order } = records
  const sellerOfVariant = sellersByVariant(records.variants)
  const itemOf = new Map(order.items.map((item) => [item.id, item]))
  const weightOf = new Map(records.variants.map(({ id, weight }) => [id, weight ?? 0]))

  return consignmentsOfOrder(orderToDivide(records, sellerOfVariant)).map((part) => ({
    order_id: order.id,
    display_id: order.display_id,
    seller_id: part.sellerId,
    shipping_option_id: part.shippingOptionId,
    shipping_option_name: part.shippingOptionName,
    goods_fen: part.goodsFen,
    net_goods_fen: part.netGoodsFen,
    shipping_fen: part.shippingFen,
    tax_fen: part.taxFen,
    total_fen: part.totalFen,
    commission_basis_points: part.commissionBasisPoints,
    commission_fen: part.commissionFen,
    commission_rule_version: part.commissionRuleVersion,
    commission_tax_basis_points: part.commissionTaxBasisPoints,
    commission_tax_fen: part.commissionTaxFen,
    destination_county_code: destinationCounty(order),
    lines: part.lines.map((line) => {
      const item = itemOf.get(line.lineItemId)!
      return {
        ...describe(item, weightOf.get(item.variant_id) ?? 0),
        goods_fen: line.netGoodsFen,
        paid_goods_fen: line.paidGoodsFen,
      }
    }),
  }))
}

function orderToDivide(
  { order, options, promotions, commissionTaxBasisPoints }: OrderRecords,
  sellerOfVariant: Map<string, StoredSeller>,
): OrderToDivide {
  const sellers = new Map([...sellerOfVariant.values()].map((seller) => [seller.id, seller]))
  const platformFunded = platformFundedPromotions(promotions)
  return {
    totalFen: toFen(order.total),
    totalBeforeCreditFen: toFen(MathBN.add(order.total, order.credit_line_total ?? 0)),
    lines: order.items.map((item) => ({
      lineItemId: item.id,
      sellerId: required(sellerOfVariant.get(item.variant_id), "line", item.id).id,
      totalExact: toExact(item.total),
      taxExact: toExact(item.tax_total ?? 0),
      platformDiscountFen: toFen(platformDiscount(item, platformFunded)),
    })),
    shipping: order.shipping_methods.map((method) => {
      const profile = options.find(({ id }) => id === method.shipping_option_id)
      const owner = [...sellers.values()].find(
        ({ shipping_profile_id }) => shipping_profile_id === profile?.shipping_profile_id,
      )
      return {
        shippingMethodId: method.id,
        sellerId: required(owner, "shipping method", method.id).id,
        optionId: method.shipping_option_id,
        optionName: method.name,
        totalExact: toExact(method.total),
        taxExact: toExact(method.tax_total ?? 0),
      }
    }),
    commissionBasisPoints: new Map(
      [...sellers.values()].map((seller) => [seller.id, seller.commission_basis_points]),
    ),
    commissionTaxBasisPoints,
  }
}

function sellersByVariant(variants: StoredVariant[]): Map<string, StoredSeller> {
  return new Map(
    variants.flatMap(({ id, product }) => (product?.seller ? [[id, product.seller]] : [])),
  )
}

/** Who funds a promotion is recorded on it: `metadata.funded_by: "seller"`; else the platform. */
function platformFundedPromotions(promotions: StoredPromotion[]): Set<string> {
  return new Set(
    promotions.filter(({ metadata }) => metadata?.funded_by !== "seller").map(({ id }) => id),
  )
}

function platformDiscount(item: StoredItem, platformFunded: Set<string>): BigNumberInput {
  return (item.adjustments ?? [])
    .filter(({ promotion_id }) => !!promotion_id && platformFunded.has(promotion_id))
    .reduce<BigNumberInput>((sum, { amount }) => MathBN.add(sum, amount), 0)
}

function describe(
  item: StoredItem,
  unitWeightGrams: number,
): Omit<NewConsignmentLine, "goods_fen" | "paid_goods_fen"> {
  return {
    line_item_id: item.id,
    product_id: item.product_id,
    variant_id: item.variant_id,
    title: item.product_title ?? item.title,
    variant_title: item.variant_title ?? "",
    thumbnail: item.thumbnail ?? null,
    quantity: MathBN.convert(item.quantity).toNumber(),
    unit_weight_g: unitWeightGrams,
  }
}

/** Six digits, as the checkout wrote them on the address; unknown stays unknown. */
function destinationCounty({ shipping_address }: StoredOrder): string | null {
  const code = shipping_address?.metadata?.county_code
  return typeof code === "string" && /^\d{6}$/.test(code) ? code : null
}

function required<T>(found: T | undefined, what: string, id: string): T {
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The ${what} ${id} belongs to no seller, so the order can't be divided. validateCartSellersWorkflow must run before the order is made.`,
    "seller_missing",
  )
}
