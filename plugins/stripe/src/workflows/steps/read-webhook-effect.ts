import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { effectOf, type WebhookEffect } from "../../domain/webhook-effect"
import { WEBHOOK_MODULE } from "../../modules/webhook"
import type WebhookModuleService from "../../modules/webhook/service"
import type { ProcessWebhookEventInput } from "../process-webhook-event"

/** What an event has come to, read from its object's current state; null where nothing is to do. */
export const readWebhookEffectStep = createStep(
  "read-webhook-effect",
  async ({ event }: ProcessWebhookEventInput, { container }) => {
    const webhook = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
    const current = await webhook.readCurrent(event)
    return new StepResponse<WebhookEffect | null>(effectOf(current, event.account_id))
  },
)
