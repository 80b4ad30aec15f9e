import { MedusaError } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"

import { levelOf } from "../../domain/jurisdiction"
import { OVERSIGHT_MODULE } from "../../modules/oversight"
import type OversightModuleService from "../../modules/oversight/service"
import type { CreateOfficialInput } from "../create-official"

/** Refuses an official without a division, or with an email that another official has. */
export const validateOfficialStep = createStep(
  "validate-official",
  async ({ email, division_code }: CreateOfficialInput, { container }) => {
    if (levelOf(division_code) === null) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Official ${email} can't be registered for ${division_code}, because that is not a division code. Give the 2, 4, 6, 9 or 12 digits of a division.`,
        "division_code_invalid",
      )
    }
    const oversight = container.resolve<OversightModuleService>(OVERSIGHT_MODULE)
    const [namesake] = await oversight.listOfficials({ email: email.toLowerCase() }, { take: 1 })
    if (namesake) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Official ${email} is registered already, for division ${namesake.division_code}. Use another email.`,
        "official_email_taken",
      )
    }
  },
)
