import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { REGISTRY_MODULE, type NewMember, type RegistryModuleService } from "../../modules/registry"

/** Enrols members. Compensation withdraws those that were not members before. */
export const enrolCooperativeMembersStep = createStep(
  "enrol-cooperative-members",
  async (members: NewMember[], { container }) => {
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    const ids = await registry.enrolMembers(members)
    return new StepResponse({ created_count: ids.length }, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const registry = container.resolve<RegistryModuleService>(REGISTRY_MODULE)
    await registry.withdrawMembers(ids)
  },
)
