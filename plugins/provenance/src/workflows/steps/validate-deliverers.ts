import { createStep } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import type { NewDelivery } from "../../modules/lot"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"

/** Refuses a delivery from a household that the registry does not know: `household_unknown`. */
export const validateDeliverersStep = createStep(
  "validate-deliverers",
  async (deliveries: NewDelivery[], { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const ids = [...new Set(deliveries.map(({ household_id }) => household_id))]
    const known = new Set((await registry.placesOf(ids)).map(({ id }) => id))
    const stranger = ids.find((id) => !known.has(id))
    if (stranger !== undefined) throw refused("household_unknown", stranger)
  },
)
