import type { MedusaContainer } from "@medusajs/framework/types"

import { deliveriesWithoutReceipt } from "../gather/left-behind"
import { oweDeliveries } from "../workflows/owe-deliveries"

/** The sweeper for receipts: confirmed deliveries that an event has missed, however long ago. */
export default async function oweMissedDeliveries(container: MedusaContainer): Promise<void> {
  await oweDeliveries(container, await deliveriesWithoutReceipt(container))
}

export const config = { name: "owe-missed-deliveries", schedule: "*/5 * * * *" }
