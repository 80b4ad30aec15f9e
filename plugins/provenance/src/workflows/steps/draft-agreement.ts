import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import {
  AGREEMENT_MODULE,
  type AgreementModuleService,
  type DraftAgreementInput,
} from "../../modules/agreement"

export type { DraftAgreementInput }

/** Drafts an agreement or its next version. The only writing step of its workflow. */
export const draftAgreementStep = createStep(
  "draft-agreement",
  async (input: DraftAgreementInput, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const members = new Set(
      (await registry.membersOf(input.seller_id)).map(({ household_id }) => household_id),
    )
    const stranger = input.terms.households.find(({ household_id }) => !members.has(household_id))
    if (stranger) throw refused("agreement_household_unknown", stranger.household_id)
    const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
    return new StepResponse({ id: await agreements.draftAgreement(input) })
  },
)
