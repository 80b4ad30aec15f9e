import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { WebhookEffect } from "../../domain/webhook-effect"
import { CONNECT_MODULE } from "../../modules/connect"
import type ConnectModuleService from "../../modules/connect/service"

/**
 * After `webhook.account_updated`: writes down what the seller's account can do now. The state is
 * Stripe's, read at this moment, so there is nothing to undo and no order to keep.
 */
export const storeAccountStateStep = createStep(
  "store-account-state",
  async ({ effect }: { effect: WebhookEffect | null }, { container }) => {
    const accountId = effect?.name === "webhook.account_updated" ? effect.data.account_id : null
    if (typeof accountId === "string") {
      const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
      await connect.storeState(accountId)
    }
    return new StepResponse()
  },
)
