import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AGREEMENT_MODULE, type AgreementModuleService } from "../../modules/agreement"

export type PublishAgreementInput = {
  seller_id: string
  agreement_id: string
  /** `YYYY-MM-DD`: from this day on it supersedes the version before. */
  effective_from: string
}

/** Publishes a draft. A published version never changes, so nothing is undone. */
export const publishAgreementStep = createStep(
  "publish-agreement",
  async (input: PublishAgreementInput, { container }) => {
    const agreements = container.resolve<AgreementModuleService>(AGREEMENT_MODULE)
    await agreements.publishAgreement(input)
    return new StepResponse({ id: input.agreement_id })
  },
)
