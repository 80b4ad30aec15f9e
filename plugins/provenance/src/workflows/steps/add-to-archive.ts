import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refused } from "../../lib/refusals"
import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import {
  AGREEMENT_MODULE,
  type AgreementModuleService,
  type ArchiveEntryInput,
} from "../../modules/agreement"

export type AddToArchiveInput = ArchiveEntryInput

/** Adds to the archive, which only grows. */
export const addToArchiveStep = createStep(
  "add-to-archive",
  async (input: AddToArchiveInput, { container }) => {
    const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
    if (input.household_id) {
      const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
      const members = await registry.membersOf(input.seller_id)
      if (!members.some(({ household_id }) => household_id === input.household_id)) {
        throw refused("household_not_party", input.household_id)
      }
    }
    return new StepResponse({ id: await agreements.addToArchive(input) })
  },
)
