import type { MedusaContainer } from "@medusajs/framework/types"

import { linesToEarn } from "../gather/attribution-behind"
import { deliveryDays } from "../gather/delivery-days"
import { modules } from "../gather/modules"
import { accrueRebates } from "../workflows/accrue-rebates"

/**
 * Moves sales from pending to earned once the buyer's time to claim is over, counted as for payouts.
 * A line is earned once; what is refunded afterwards is taken from earned. Households are then owed the
 * rebates that agreements promise on it. Rule: docs/domain.md §7.4.
 */
export default async function earnClosedSales(container: MedusaContainer): Promise<void> {
  const lines = await linesToEarn(container, deliveryDays)
  await modules.ledger(container).earnLineEvents(lines)
  if (lines.length > 0) await accrueRebates(container)
}

export const config = { name: "earn-closed-sales", schedule: "7 * * * *" }
