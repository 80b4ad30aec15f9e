import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type LotModuleService, type NewDelivery } from "../../modules/lot"

/** Records deliveries; answers their ids in the order given. Compensation withdraws those that were not recorded before. */
export const recordDeliveriesStep = createStep(
  "record-deliveries",
  async (deliveries: NewDelivery[], { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const { ids, created_ids } = await lots.recordDeliveries(deliveries)
    return new StepResponse({ delivery_ids: ids, created_ids }, created_ids)
  },
  async (createdIds, { container }) => {
    if (!createdIds?.length) return
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    await lots.withdrawDeliveries(createdIds)
  },
)
