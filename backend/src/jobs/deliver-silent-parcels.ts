import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { arrivedWhenShippedBy, deliveredOrDue } from "@shangxing/marketplace/domain/delivery"
import { deliverConsignmentWorkflow } from "@shangxing/marketplace/workflows"
import { messageOf } from "@shangxing/stripe/lib/message-of"

import { deliveryDays } from "../gather/delivery-days"
import { modules } from "../gather/modules"

const atATime = 200

/**
 * Marks parcels as delivered of which nobody said so in time, dated on the day they count as that.
 * One parcel's trouble does not stop the others; the next hour tries again. Rule: docs/domain.md §7.4.
 */
export default async function deliverSilentParcels(container: MedusaContainer): Promise<void> {
  const { deliveredAfter } = deliveryDays
  const shippedBy = arrivedWhenShippedBy(new Date(), deliveredAfter)
  const parcels = await modules
    .consignments(container)
    .listConsignments(
      { status: "shipped", shipped_at: { $lte: shippedBy } },
      { take: atATime, order: { shipped_at: "ASC" } },
    )
  for (const { id, order_id, shipped_at } of parcels) {
    const times = { shippedAt: shipped_at && new Date(shipped_at), deliveredAt: null }
    const delivered_at = deliveredOrDue(times, deliveredAfter)!.toISOString()
    try {
      await deliverConsignmentWorkflow(container).run({
        input: { consignment_id: id, order_id, said_by: "nobody", delivered_at },
      })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Consignment ${id} could not be marked as delivered: ${messageOf(error)}`)
    }
  }
}

export const config = { name: "deliver-silent-parcels", schedule: "37 * * * *" }
