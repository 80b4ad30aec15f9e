import type { CreateOrderDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import { createConsignmentsWorkflow } from "@shangxing/marketplace/workflows"

import type { OrderPlan } from "../generate/orders"
import { chunksOf, forEachInLanes, getOrThrow } from "./collections"
import { type PaymentIds, writePayments } from "./payments"
import type { LoadedVariant } from "./products"

/** A past order as it lies in Medusa. */
export type LoadedOrder = {
  plan: OrderPlan
  id: string
  payment: PaymentIds
  /** In the order of the plan's lines. */
  lines: LoadedLine[]
  consignments: LoadedConsignment[]
}

export type LoadedConsignment = {
  id: string
  /** The seller's handle. */
  seller: string
  line_item_ids: string[]
  fulfillment_id: string | null
}

type LoadedLine = {
  id: string
  gtin: string
  variantId: string
  productId: string
  quantity: number
}

export type OrderContext = {
  regionId: string
  salesChannelId: string
  customerId: string
  variants: ReadonlyMap<string, LoadedVariant>
  /** Shipping option id by `handle/code`. */
  shippingOptions: ReadonlyMap<string, { id: string; name: string }>
}

const CHUNK = 100

/** Writes orders with their payments in bulk: a checkout each would take half an hour. */
export async function writeOrders(
  container: MedusaContainer,
  plans: readonly OrderPlan[],
  context: OrderContext,
): Promise<LoadedOrder[]> {
  const payments = await writePayments(container, plans)
  const orders = plans.map((plan) =>
    loadedOrder(plan, getOrThrow(payments, plan, "payment"), context),
  )
  const module = container.resolve(Modules.ORDER)
  for (const chunk of chunksOf(orders, CHUNK)) {
    await module.createOrders(chunk.map((order) => orderRow(order, context)))
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    orders.map(({ id, payment }) => ({
      [Modules.ORDER]: { order_id: id },
      [Modules.PAYMENT]: { payment_collection_id: payment.collectionId },
    })),
  )
  return orders
}

/** Divides every order among its sellers, as the platform does when an order is placed. */
export async function divideOrders(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
  sellerIds: ReadonlyMap<string, string>,
): Promise<void> {
  const handles = new Map([...sellerIds].map(([handle, id]) => [id, handle]))
  await forEachInLanes(orders, async (order) => {
    const { result } = await createConsignmentsWorkflow(container).run({
      input: { order_id: order.id },
    })
    order.consignments = result.map(({ id, seller_id, lines }) => ({
      id,
      seller: getOrThrow(handles, seller_id, "seller"),
      line_item_ids: lines.map(({ line_item_id }) => line_item_id),
      fulfillment_id: null,
    }))
  })
}

function loadedOrder(
  plan: OrderPlan,
  payment: PaymentIds,
  { variants }: OrderContext,
): LoadedOrder {
  return {
    plan,
    payment,
    id: generateEntityId(undefined, "order"),
    lines: plan.lines.map(({ gtin, quantity }) => {
      const variant = getOrThrow(variants, gtin, "variant")
      return {
        id: generateEntityId(undefined, "ordli"),
        gtin,
        variantId: variant.id,
        productId: variant.productId,
        quantity,
      }
    }),
    consignments: [],
  }
}

// Medusa's input type has no id and no past: a row may carry both.
function orderRow(order: LoadedOrder, context: OrderContext): CreateOrderDTO {
  const { plan } = order
  const address = addressOf(plan)
  const row = {
    id: order.id,
    created_at: plan.placed_at,
    region_id: context.regionId,
    sales_channel_id: context.salesChannelId,
    customer_id: plan.is_demo_customer ? context.customerId : undefined,
    email: plan.buyer.email,
    currency_code: "cny",
    locale: "zh-CN",
    status: "pending" as const,
    shipping_address: address,
    billing_address: address,
    items: order.lines.map((line) => itemRow(line, context)),
    shipping_methods: plan.parcels.map(({ seller, code, amount_fen }) => {
      const option = getOrThrow(context.shippingOptions, `${seller}/${code}`, "shipping option")
      return {
        name: option.name,
        shipping_option_id: option.id,
        amount: amount_fen / 100,
        is_tax_inclusive: true,
        data: { code },
      }
    }),
    transactions: transactionRows(order),
  }
  return row
}

function itemRow({ id, gtin, quantity }: LoadedLine, { variants }: OrderContext) {
  const variant = getOrThrow(variants, gtin, "variant")
  const { product, content, thumbnail } = variant
  return {
    id,
    variant_id: variant.id,
    product_id: variant.productId,
    title: product.title.zh,
    subtitle: content.title.zh,
    thumbnail,
    quantity,
    product_title: product.title.zh,
    product_subtitle: product.subtitle.zh,
    product_description: product.description.zh,
    product_handle: product.handle,
    variant_title: content.title.zh,
    variant_sku: gtin,
    variant_barcode: gtin,
    unit_price: content.price_fen / 100,
    is_tax_inclusive: true,
    requires_shipping: true,
  }
}

/** The checkout writes the district's code on the address; the consignment reads it there. */
export function addressOf({ buyer, destination }: OrderPlan) {
  const [family = "", ...given] = [...buyer.name]
  return {
    first_name: given.join(""),
    last_name: family,
    phone: buyer.phone,
    country_code: "cn",
    province: destination.province,
    city: destination.city,
    address_2: destination.district,
    address_1: `${destination.street} ${buyer.door}`,
    metadata: { county_code: destination.code },
  }
}

function transactionRows({ plan, payment }: LoadedOrder) {
  const captured = {
    amount: plan.total_fen / 100,
    currency_code: "cny",
    reference: "capture",
    reference_id: payment.captureId,
    created_at: plan.captured_at,
  }
  if (plan.refund === null || payment.refundId === null) return [captured]
  const refunded = {
    amount: -plan.refund.amount_fen / 100,
    currency_code: "cny",
    reference: "refund",
    reference_id: payment.refundId,
    created_at: plan.refund.refunded_at,
  }
  return [captured, refunded]
}
