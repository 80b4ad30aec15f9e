import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { viewOfEvent } from "../../../../../../lib/event-view"
import { WEBHOOK_MODULE } from "../../../../../../modules/webhook"
import type WebhookModuleService from "../../../../../../modules/webhook/service"
import type { AdminStripeEventResponse } from "../../../../../../types/http"
import { drainWebhookInbox } from "../../../../../../workflows/drain-webhook-inbox"

/** Follows an event again, dead or done, and answers what became of it. */
export async function POST(
  req: AuthenticatedMedusaRequest<never>,
  res: MedusaResponse<AdminStripeEventResponse>,
): Promise<void> {
  const id = req.params.id!
  const webhook = req.scope.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const now = new Date()
  if (!(await webhook.revive(id, now))) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Event ${id} can't be replayed, because there is no such event. Take an id from the list.`,
    )
  }
  await drainWebhookInbox(req.scope, { id, now })
  res.json({ event: viewOfEvent(await webhook.retrieveWebhookEvent(id)) })
}
