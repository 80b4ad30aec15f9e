import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { REGISTRY_MODULE, type RegistryModuleService } from "../../modules/registry"
import type { NameListRequest } from "../../modules/registry/name-list"

/** Takes a list of names. Without compensation on purpose: looks that were taken stay logged. */
export const listNamesStep = createStep(
  "list-names",
  async (input: NameListRequest, { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    return new StepResponse({ names: await registry.takeNameList(input) })
  },
)
