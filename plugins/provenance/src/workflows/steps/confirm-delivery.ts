import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import { LOT_MODULE, type Confirmation, type LotModuleService } from "../../modules/lot"

export type ConfirmDeliveryInput = {
  seller_id: string
  delivery_id: string
  by: Confirmation
}

/** Confirms one delivery. The try of a code is counted even when it is refused. Compensation unconfirms. */
export const confirmDeliveryStep = createStep(
  "confirm-delivery",
  async (input: ConfirmDeliveryInput, { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { delivery_id, seller_id, by } = input
    if (by.via === "household_code") {
      const page = await lots.deliverySheets(
        { seller_id, ids: [delivery_id] },
        { limit: 1, offset: 0 },
      )
      const delivery = page.deliveries[0]
      if (!delivery) throw refused("delivery_unknown", delivery_id)
      const { household_id } = delivery
      const tried = await lots.tryHouseholdCode({ household_id, code: by.code })
      if (tried !== null) throw refused(tried, household_id)
    }
    const isNew = await lots.confirmDelivery(input)
    return new StepResponse({ is_new: isNew }, isNew ? [delivery_id] : [])
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<LotModuleService>(LOT_MODULE).unconfirmDeliveries(ids)
  },
)
