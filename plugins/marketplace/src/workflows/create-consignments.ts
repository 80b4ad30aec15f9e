import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"

import { COMMISSION_TAX_BASIS_POINTS } from "../domain/commission-tax"
import {
  consignmentRows,
  ORDER_FIELDS,
  type OrderRecords,
  type StoredOption,
  type StoredOrder,
  type StoredPromotion,
  type StoredVariant,
} from "../lib/order-to-consignments"
import { createConsignmentRowsStep } from "./steps/create-consignment-rows"

export type CreateConsignmentsWorkflowInput = {
  order_id: string
  /** The tax on commissions that is in force at the sale; the statutory rate unless said otherwise. */
  commission_tax_basis_points?: number
}

export const createConsignmentsWorkflowId = "create-consignments"

/**
 * Divides a new order into one consignment per seller, with its commission and the tax on it frozen
 * and what is due on it allocated. Σ consignments' `total_fen` = the order's total in fen.
 *
 * Run twice for one order it changes nothing and returns what is there.
 *
 * @example
 * await createConsignmentsWorkflow(container).run({ input: { order_id: "order_1" } })
 *
 * @summary
 * Divide an order into its sellers' consignments.
 */
export const createConsignmentsWorkflow = createWorkflow(
  createConsignmentsWorkflowId,
  function (input: CreateConsignmentsWorkflowInput) {
    const { data: orders } = useQueryGraphStep({
      entity: "order",
      fields: ORDER_FIELDS,
      filters: { id: input.order_id },
      options: { throwIfKeyNotFound: true },
    }).config({ name: "get-order" })
    const ids = transform({ orders }, ({ orders }) => referencedIds(orders[0] as ReadOrder))
    const { data: variants } = useQueryGraphStep({
      entity: "variant",
      fields: ["id", "weight", "product.id", "product.seller.*"],
      filters: { id: ids.variants },
    }).config({ name: "get-variants" })
    const { data: options } = useQueryGraphStep({
      entity: "shipping_option",
      fields: ["id", "shipping_profile_id"],
      filters: { id: ids.options },
    }).config({ name: "get-shipping-options" })
    const { data: promotions } = useQueryGraphStep({
      entity: "promotion",
      fields: ["id", "metadata"],
      filters: { id: ids.promotions },
    }).config({ name: "get-promotions" })
    const written = createConsignmentRowsStep(
      transform({ input, orders, variants, options, promotions }, (records) => {
        const order = records.orders[0] as ReadOrder
        return { consignments: consignmentRows(recordsOf(records)), source_id: sourceOf(order) }
      }),
    )
    when({ written }, ({ written }) => written.created_ids.length > 0).then(() => {
      emitEventStep({
        eventName: "consignment.created",
        data: transform({ written }, ({ written }) => written.created_ids.map((id) => ({ id }))),
      })
    })
    return new WorkflowResponse(transform({ written }, ({ written }) => written.consignments))
  },
)

type ReadOrder = StoredOrder & { payment_collections?: ({ id: string } | null)[] | null }

type ReadRecords = {
  input: CreateConsignmentsWorkflowInput
  orders: unknown[]
  variants: unknown[]
  options: unknown[]
  promotions: unknown[]
}

// Query's generated types know neither our link nor the totals; these are the fields asked for.
function recordsOf(records: ReadRecords): OrderRecords {
  return {
    order: records.orders[0] as ReadOrder,
    variants: records.variants as StoredVariant[],
    options: records.options as StoredOption[],
    promotions: records.promotions as StoredPromotion[],
    commissionTaxBasisPoints:
      records.input.commission_tax_basis_points ?? COMMISSION_TAX_BASIS_POINTS,
  }
}

function referencedIds(order: ReadOrder) {
  const promotions = order.items.flatMap(({ adjustments }) =>
    (adjustments ?? []).flatMap(({ promotion_id }) => promotion_id ?? []),
  )
  return {
    variants: order.items.map(({ variant_id }) => variant_id),
    options: order.shipping_methods.map(({ shipping_option_id }) => shipping_option_id),
    promotions: [...new Set(promotions)],
  }
}

/** What is due is due on the order's payment collection; an order without one names itself. */
function sourceOf(order: ReadOrder): string {
  return order.payment_collections?.[0]?.id ?? order.id
}
