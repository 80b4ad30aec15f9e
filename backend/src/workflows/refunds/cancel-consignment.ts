import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteReservationsByLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import { refuse } from "@shangxing/marketplace/lib/localize"

import { modules } from "../../gather/modules"
import { followLots } from "../follow-lots"
import { ownConsignment, refundConsignment } from "./refund-consignment"

export type CancelConsignment = {
  consignment_id: string
  seller_id?: string
  reason: string
  created_by: string
}

/**
 * Cancels a consignment that was not shipped: its packs go back to their lots and onto the shelf, and
 * its buyer gets all that is left of its share. Each step may run again: what a crash left half done
 * is finished by cancelling once more, or by the sweeper.
 *
 * @throws MedusaError NOT_FOUND `consignment_not_found`, NOT_ALLOWED `consignment_already_shipped`.
 */
export async function cancelConsignment(
  container: MedusaContainer,
  input: CancelConsignment,
): Promise<void> {
  const { id, order_id } = await ownConsignment(container, input)
  // The key of shipping: a parcel is either handed to its carrier or cancelled.
  await container.resolve(Modules.LOCKING).execute(
    order_id,
    async () => {
      const { status } = await modules.consignments(container).retrieveConsignment(id)
      if (status === "shipped" || status === "delivered") throw alreadyShipped()
      await modules.consignments(container).cancelForOrder([id])
    },
    { timeout: 30 },
  )
  await releaseGoods(container, id)
  await refundRest(container, input)
}

function alreadyShipped() {
  return refuse("not_allowed", "consignment_already_shipped", {
    zh: "该子订单已经发货，不能取消。可以退款。",
    en: "This consignment has been shipped and can't be cancelled. It can be refunded.",
  })
}

async function releaseGoods(container: MedusaContainer, consignmentId: string): Promise<void> {
  const consignment = await modules
    .consignments(container)
    .retrieveConsignment(consignmentId, { relations: ["lines"] })
  const line_item_id = consignment.lines.map((line) => line.line_item_id)
  const lots = modules.lots(container)
  const allocated = await lots.listLotAllocations({ line_item_id, state: "allocated" })
  await lots.releaseAllocations(allocated.map(({ id }) => id))
  await deleteReservationsByLineItemsWorkflow(container).run({ input: { ids: line_item_id } })
  await followLots(container, [...new Set(consignment.lines.map(({ variant_id }) => variant_id))])
}

/** All that is left of the share, under a name of its own: a second run refunds nothing more. */
async function refundRest(container: MedusaContainer, input: CancelConsignment): Promise<void> {
  const { consignment_id } = input
  const balances = await modules.consignments(container).balancesOf([consignment_id])
  const { captured_fen, refunded_fen } = balances[consignment_id]!
  if (captured_fen === refunded_fen) return
  await refundConsignment(container, {
    ...input,
    amount_fen: captured_fen - refunded_fen,
    request_id: "cancelled",
  })
}
