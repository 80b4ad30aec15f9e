import type { LinkDefinition } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  deleteReservationsByLineItemsStep,
  dismissRemoteLinkStep,
  updateCartsStep,
} from "@medusajs/medusa/core-flows"
import { cancelConsignmentsWorkflow } from "@shangxing/marketplace/workflows"

import { modules } from "../../gather/modules"

export type UndoOrderInput = {
  order_id: string
  cart_id: string
  has_cart: boolean
  payment_collection_id: string | null
  line_item_ids: string[]
}

/** Releasing twice releases once; there is no taking back, since the order is not coming back. */
const releaseLotsOfOrderStep = createStep(
  "release-lots-of-order",
  async ({ order_id }: UndoOrderInput, { container }) => {
    const lots = modules.lots(container)
    const allocations = await lots.listLotAllocations({ order_id, state: "allocated" })
    await lots.releaseAllocations(allocations.map(({ id }) => id))
    return new StepResponse(allocations.length)
  },
)

const deleteOrderStep = createStep(
  "delete-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    await container.resolve(Modules.ORDER).deleteOrders([order_id])
    return new StepResponse(order_id)
  },
)

/**
 * Takes a half-made, unpaid order away and opens its cart again: what the undoing of
 * `completeCartWorkflow` would have done, had its process lived. Stock and lots are free again.
 * The order itself goes last, so that a crash here leaves something to find and undo once more.
 * Not undone: a promotion's use, which may or may not have been counted.
 *
 * @example
 * await undoOrderWorkflow(container).run({ input: { order_id, cart_id, ... } })
 */
export const undoOrderWorkflow = createWorkflow(
  "undo-order",
  (input: WorkflowData<UndoOrderInput>) => {
    releaseLotsOfOrderStep(input)
    cancelConsignmentsWorkflow.runAsStep({ input: { order_id: input.order_id } })
    deleteReservationsByLineItemsStep(input.line_item_ids)
    dismissRemoteLinkStep(transform({ input }, ({ input }) => linksOf(input)))
    updateCartsStep(
      transform({ input }, ({ input: { cart_id, has_cart } }) =>
        has_cart ? [{ id: cart_id, completed_at: null as unknown as undefined }] : [],
      ),
    )
    deleteOrderStep({ order_id: input.order_id })
    return new WorkflowResponse(input.order_id)
  },
)

function linksOf({ order_id, cart_id, payment_collection_id }: UndoOrderInput): LinkDefinition[] {
  const order = { [Modules.ORDER]: { order_id } }
  return [
    { ...order, [Modules.CART]: { cart_id } },
    ...(payment_collection_id ? [{ ...order, [Modules.PAYMENT]: { payment_collection_id } }] : []),
  ]
}
