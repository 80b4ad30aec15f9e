import type { MedusaContainer } from "@medusajs/framework/types"
import { dueDay } from "@shangxing/attribution/domain/due-day"
import type { NewReceipt } from "@shangxing/attribution/modules/receipt/types"
import { recordReceiptsWorkflow } from "@shangxing/attribution/workflows"

import { modules } from "../gather/modules"

/** Deliveries at a time: some hundred kilobytes a statement. */
const atATime = 500

/**
 * Owes households what was agreed at the scale: a receipt for each confirmed delivery. Safe to run
 * twice, for the delivery names its receipt; what is not confirmed is left alone.
 */
export async function oweDeliveries(container: MedusaContainer, ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += atATime) {
    const deliveries = await modules
      .lots(container)
      .listDeliveries({ id: ids.slice(start, start + atATime) }, { take: atATime })
    const receipts = deliveries
      .filter(({ confirmed_at, voided_at }) => confirmed_at !== null && voided_at === null)
      .filter(({ amount_fen, deducted_fen }) => amount_fen > deducted_fen)
      .map((delivery): NewReceipt => ({
        household_id: delivery.household_id,
        village_code: delivery.village_code,
        seller_id: delivery.seller_id,
        channel: "purchase",
        // An advance or bags taken off at the scale were paid before, or never owed.
        amount_fen: delivery.amount_fen - delivery.deducted_fen,
        arose_on: delivery.delivered_on,
        due_on: dueDay(delivery.delivered_on),
        cause_key: `delivery:${delivery.id}`,
        delivery_id: delivery.id,
        recorded_by: delivery.recorded_by,
      }))
    if (receipts.length > 0) {
      await recordReceiptsWorkflow(container).run({ input: { receipts } })
    }
  }
}
