import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { viewOfEvent } from "../../../../lib/event-view"
import { WEBHOOK_MODULE } from "../../../../modules/webhook"
import type WebhookModuleService from "../../../../modules/webhook/service"
import type { AdminStripeEventsResponse } from "../../../../types/http"
import type { StripeEventsQuery } from "../../../validators"

/** Stripe's events, newest first; `?status=dead` are the dead letters. */
export async function GET(
  req: AuthenticatedMedusaRequest<never, StripeEventsQuery>,
  res: MedusaResponse<AdminStripeEventsResponse>,
): Promise<void> {
  const { status, q, limit, offset } = req.validatedQuery as StripeEventsQuery
  const webhook = req.scope.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const [rows, count] = await webhook.listAndCountWebhookEvents(
    { ...(status && { status }), ...(q && { q }) },
    { take: limit, skip: offset, order: { occurred_at: "DESC", id: "DESC" } },
  )
  res.json({ events: rows.map(viewOfEvent), count, limit, offset })
}
