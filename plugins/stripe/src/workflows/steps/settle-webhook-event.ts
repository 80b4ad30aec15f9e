import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { WebhookEffect } from "../../domain/webhook-effect"
import { WEBHOOK_MODULE } from "../../modules/webhook"
import type WebhookModuleService from "../../modules/webhook/service"
import type { ClaimedEvent } from "../../modules/webhook/types"

type SettleInput = { event: ClaimedEvent; effect: WebhookEffect | null }

/** Marks the event as done; the workflow's last step, so it needs no undo. */
export const settleWebhookEventStep = createStep(
  "settle-webhook-event",
  async ({ event, effect }: SettleInput, { container }) => {
    const webhook = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
    await webhook.settle(event.id, effect?.name ?? null)
    return new StepResponse()
  },
)
