import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import { LOT_MODULE, type LotModuleService } from "../../modules/lot"

export type SetHouseholdCodeInput = {
  seller_id: string
  household_id: string
  code: string
  set_by: string
  witness: string
}

/** Sets a member household's code. Append-only: an earlier code stays on record. */
export const setHouseholdCodeStep = createStep(
  "set-household-code",
  async ({ seller_id, ...input }: SetHouseholdCodeInput, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const members = await registry.membersOf(seller_id)
    if (!members.some(({ household_id }) => household_id === input.household_id)) {
      throw refused("household_not_party", input.household_id)
    }
    await container.resolve<LotModuleService>(LOT_MODULE).setHouseholdCode(input)
    return new StepResponse({ household_id: input.household_id })
  },
)
