import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { OVERSIGHT_MODULE } from "../../modules/oversight"
import type OversightModuleService from "../../modules/oversight/service"
import type { CreateOfficialInput } from "../create-official"

/** Writes the official down; compensation takes the official off the list again. */
export const createOfficialStep = createStep(
  "create-official",
  async ({ email, name, division_code }: CreateOfficialInput, { container }) => {
    const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
    const official = await oversight.createOfficials({
      email: email.toLowerCase(),
      name,
      division_code,
    })
    return new StepResponse(official, official.id)
  },
  async (officialId, { container }) => {
    if (!officialId) {
      return
    }
    const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
    await oversight.deleteOfficials(officialId)
  },
)
