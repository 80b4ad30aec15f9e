import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { messageOf } from "../../../lib/message-of"
import { WEBHOOK_MODULE } from "../../../modules/webhook"
import type WebhookModuleService from "../../../modules/webhook/service"
import { drainWebhookInbox } from "../../../workflows/drain-webhook-inbox"

/**
 * Stripe's webhook: verified, written down, then answered. The work follows after the answer; should
 * this process die before it is done, the worker finds the event in the inbox.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const signature = req.headers["stripe-signature"]
  const rawBody = Buffer.isBuffer(req.rawBody) ? req.rawBody : ""
  const webhook = req.scope.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const { id, isNew } = await webhook.receive(
    rawBody,
    typeof signature === "string" ? signature : "",
  )
  res.status(200).json({ received: true })
  if (isNew) {
    try {
      await drainWebhookInbox(req.scope, { id })
    } catch (error) {
      // Answered already: the worker takes the event up again.
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`Stripe event ${id} waits for the worker: ${messageOf(error)}`)
    }
  }
}
