import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { ClaimedEvent } from "../modules/webhook/types"
import { readWebhookEffectStep } from "./steps/read-webhook-effect"
import { settleWebhookEventStep } from "./steps/settle-webhook-event"
import { storeAccountStateStep } from "./steps/store-account-state"

export type ProcessWebhookEventInput = { event: ClaimedEvent }

export const processWebhookEventWorkflowId = "process-webhook-event"

/**
 * Follows one claimed event: reads what its object has come to, lets the application act on it in the
 * hook `effectRead`, tells the other subscribers (`webhook.payment_succeeded`, …), and marks the event
 * as done. The mark comes last: after a crash or an error the event is followed again, so the hook's
 * handler acts once per state, not once per call. Subscribers hear of it after the mark and, on the
 * local event bus, perhaps not at all after a crash: what must happen belongs in the hook.
 *
 * @example
 * processWebhookEventWorkflow.hooks.effectRead(async ({ effect }, { container }) => {
 *   if (effect?.name === "webhook.payment_succeeded") {
 *     await completeOfSession(container, effect.data.session_id)
 *   }
 * })
 *
 * @summary
 * Follow an event of Stripe's.
 */
export const processWebhookEventWorkflow = createWorkflow(
  processWebhookEventWorkflowId,
  function (input: ProcessWebhookEventInput) {
    const effect = readWebhookEffectStep(input)
    storeAccountStateStep({ effect })
    const effectRead = createHook("effectRead", { event: input.event, effect })
    when("has-effect", { effect }, ({ effect }) => effect !== null).then(() => {
      const eventName = transform({ effect }, ({ effect }) => effect!.name)
      const data = transform({ effect }, ({ effect }) => effect!.data)
      emitEventStep({ eventName, data })
    })
    settleWebhookEventStep({ event: input.event, effect })

    return new WorkflowResponse(effect, { hooks: [effectRead] })
  },
)
