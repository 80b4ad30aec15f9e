import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  REGISTRY_MODULE,
  type NewHousehold,
  type RegistryModuleService,
} from "../../modules/registry"

/**
 * Imports households in one transaction. Without compensation on purpose: what an official's
 * document said is append-only, and importing the same file again adds nothing.
 */
export const importHouseholdsStep = createStep(
  "import-households",
  async (households: NewHousehold[], { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    return new StepResponse(await registry.importHouseholds(households))
  },
)
