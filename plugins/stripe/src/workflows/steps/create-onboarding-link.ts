import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { explained } from "../../lib/stripe-errors"
import { CONNECT_MODULE } from "../../modules/connect"
import type ConnectModuleService from "../../modules/connect/service"
import type { OnboardingLinkInput } from "../types"

export const createOnboardingLinkStep = createStep(
  "create-onboarding-link",
  async ({ seller_id, refresh_url, return_url }: OnboardingLinkInput, { container }) => {
    const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
    const account = await connect.requireAccount(seller_id)
    try {
      const link = await connect.createOnboardingLink(account.account_id, {
        refreshUrl: refresh_url,
        returnUrl: return_url,
      })
      return new StepResponse(link)
    } catch (error) {
      throw explained(error, seller_id)
    }
  },
)
