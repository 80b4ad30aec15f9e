import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  REGISTRY_MODULE,
  type NewConsentAct,
  type RegistryModuleService,
} from "../../modules/registry"

/** Records a consent given or withdrawn. Append-only: what was said was said. */
export const recordConsentStep = createStep(
  "record-consent",
  async (consent: NewConsentAct, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    return new StepResponse(await registry.recordConsent(consent))
  },
)
