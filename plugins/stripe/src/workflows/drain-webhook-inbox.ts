import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { messageOf } from "../lib/message-of"
import { WEBHOOK_MODULE } from "../modules/webhook"
import type WebhookModuleService from "../modules/webhook/service"
import type { ClaimedEvent } from "../modules/webhook/types"
import { processWebhookEventWorkflow } from "./process-webhook-event"

export type DrainReport = { done: number; failed: number; dead: number }

export type DrainOptions = {
  now?: Date
  /** Events taken at a time. */
  batchSize?: number
  /** Only this event (its `whev_` id), if it is due. */
  id?: string
}

/**
 * Works off the due events of the inbox, each on its own: one that fails waits for its next attempt
 * and holds up no other. Safe to run in several workers at once.
 */
export async function drainWebhookInbox(
  container: MedusaContainer,
  { now = new Date(), batchSize = 20, id }: DrainOptions = {},
): Promise<DrainReport> {
  const webhook = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const report: DrainReport = { done: 0, failed: 0, dead: 0 }
  for (;;) {
    const events = await webhook.claimDue(now, batchSize, id ?? null)
    for (const event of events) {
      report[await follow(container, webhook, event, now)] += 1
    }
    if (events.length < batchSize || id) {
      return report
    }
  }
}

async function follow(
  container: MedusaContainer,
  webhook: WebhookModuleService,
  event: ClaimedEvent,
  now: Date,
): Promise<keyof DrainReport> {
  try {
    await processWebhookEventWorkflow(container).run({ input: { event } })
    return "done"
  } catch (error) {
    const message = messageOf(error)
    const isDead = await webhook.fail(event, message, now)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger[isDead ? "error" : "warn"](
      `Stripe event ${event.event_id} (${event.type}) failed, attempt ${event.attempts}: ${message}` +
        (isDead ? " It lies among the dead letters: replay it when the cause is mended." : ""),
    )
    return isDead ? "dead" : "failed"
  }
}
