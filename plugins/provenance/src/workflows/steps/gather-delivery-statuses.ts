import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { LOT_MODULE, type DeliveryStatus, type LotModuleService } from "../../modules/lot"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"

/** The status of each delivery's household on the day it delivered. */
export const gatherDeliveryStatusesStep = createStep(
  "gather-delivery-statuses",
  async (deliveryIds: string[], { container }) => {
    const lots = container.resolve<LotModuleService>(LOT_MODULE)
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const deliveries = await lots.deliveriesOf(deliveryIds)
    const statuses = await registry.statusesAt(
      deliveries.map(({ household_id, delivered_on }) => ({ household_id, on: delivered_on })),
    )
    return new StepResponse(
      deliveries.map(({ id }, i): DeliveryStatus => ({
        delivery_id: id,
        label_zh: statuses[i]?.label_zh ?? null,
        is_enrolled: statuses[i]?.is_enrolled ?? false,
      })),
    )
  },
)
