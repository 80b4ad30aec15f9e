import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import type { LookRequest } from "../../modules/registry/looks"

/** Takes one look. Without compensation on purpose: a look that was taken stays logged. */
export const revealIdentityStep = createStep(
  "reveal-identity",
  async (input: LookRequest, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    return new StepResponse({ value: await registry.takeLook(input) })
  },
)
