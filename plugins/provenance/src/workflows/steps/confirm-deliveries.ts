import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type ConfirmedVia, type LotModuleService } from "../../modules/lot"

export type ConfirmDeliveriesInput = {
  delivery_ids: string[]
  confirmed_via: ConfirmedVia
  /** ISO 8601; now when absent. */
  confirmed_at?: string
}

/** Confirms deliveries. Compensation takes back the confirmations made here. */
export const confirmDeliveriesStep = createStep(
  "confirm-deliveries",
  async (input: ConfirmDeliveriesInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const ids = await lots.confirmDeliveries(input)
    return new StepResponse({ confirmed_ids: ids }, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.unconfirmDeliveries(ids)
  },
)
