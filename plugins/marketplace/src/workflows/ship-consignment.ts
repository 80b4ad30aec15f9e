import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"

import type { ConsignmentRow } from "../modules/consignment/service"
import { loadOwnConsignmentStep } from "./steps/load-own-consignment"
import { loadSellerStep } from "./steps/load-seller"
import { markConsignmentShippedStep } from "./steps/mark-consignment-shipped"
import { validateShippableStep } from "./steps/validate-shippable"

export type ShipConsignmentWorkflowInput = {
  consignment_id: string
  /** Whose consignment it must be. */
  seller_id: string
  carrier: string
  tracking_number: string
}

export const shipConsignmentWorkflowId = "ship-consignment"

/**
 * Hands a consignment to its carrier: Medusa's fulfillment at the seller's own location, its
 * shipment with the tracking number, and the event `consignment.shipped`.
 *
 * A second run is refused (`consignment_already_shipped`) and changes nothing. Sellers of one order
 * wait for each other, because Medusa writes a new version of the order for each fulfillment.
 *
 * @example
 * await shipConsignmentWorkflow(container).run({
 *   input: {
 *     consignment_id: "cons_1",
 *     seller_id: "sel_1",
 *     carrier: "中国邮政",
 *     tracking_number: "9876543210",
 *   },
 * })
 *
 * @summary
 * Ship a consignment.
 */
export const shipConsignmentWorkflow = createWorkflow(
  shipConsignmentWorkflowId,
  function (input: ShipConsignmentWorkflowInput) {
    const consignment = loadOwnConsignmentStep(
      transform({ input }, ({ input }) => ({
        id: input.consignment_id,
        seller_id: input.seller_id,
      })),
    )
    const seller = loadSellerStep({ id: input.seller_id })
    acquireLockStep({ key: consignment.order_id, timeout: 30, ttl: 60 })
    validateShippableStep({ id: consignment.id })

    const items = transform({ consignment }, ({ consignment }) => itemsOf(consignment))
    const fulfillment = createOrderFulfillmentWorkflow.runAsStep({
      input: {
        order_id: consignment.order_id,
        items,
        location_id: seller.stock_location_id,
        shipping_option_id: consignment.shipping_option_id,
      },
    })
    createOrderShipmentWorkflow.runAsStep({
      input: {
        order_id: consignment.order_id,
        fulfillment_id: fulfillment.id,
        items,
        labels: transform({ input }, ({ input }) => [
          { tracking_number: input.tracking_number, tracking_url: "", label_url: "" },
        ]),
      },
    })
    const shipped = markConsignmentShippedStep({
      id: consignment.id,
      carrier: input.carrier,
      tracking_number: input.tracking_number,
      fulfillment_id: fulfillment.id,
    })
    releaseLockStep({ key: consignment.order_id })
    emitEventStep({
      eventName: "consignment.shipped",
      data: transform({ consignment }, ({ consignment }) => ({
        id: consignment.id,
        order_id: consignment.order_id,
        line_item_ids: consignment.lines.map(({ line_item_id }) => line_item_id),
      })),
    })
    return new WorkflowResponse(shipped)
  },
)

function itemsOf(consignment: Pick<ConsignmentRow, "lines">) {
  return consignment.lines.map(({ line_item_id, quantity }) => ({ id: line_item_id, quantity }))
}
