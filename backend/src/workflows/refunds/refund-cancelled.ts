import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { modules } from "../../gather/modules"
import { cancelConsignment } from "./cancel-consignment"

/**
 * Finishes cancellations that a crash left half done: a consignment that was cancelled lately and
 * whose buyer still has money in it.
 */
export async function refundCancelled(container: MedusaContainer, since: Date): Promise<void> {
  const consignments = modules.consignments(container)
  const cancelled = await consignments.listConsignments({
    status: "cancelled",
    updated_at: { $gte: since },
  })
  const balances = await consignments.balancesOf(cancelled.map(({ id }) => id))
  for (const { id } of cancelled) {
    const { captured_fen, refunded_fen } = balances[id]!
    if (captured_fen === refunded_fen) continue
    try {
      await cancelConsignment(container, {
        consignment_id: id,
        reason: "子订单已取消 Consignment cancelled",
        created_by: "sweeper",
      })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Cancelled consignment ${id} could not be refunded: ${messageOf(error)}`)
    }
  }
}
