import type { ExecArgs } from "@medusajs/framework/types"
import { WEBHOOK_MODULE } from "@shangxing/stripe/modules/webhook"
import type WebhookModuleService from "@shangxing/stripe/modules/webhook/service"
import { drainWebhookInbox } from "@shangxing/stripe/workflows"

/**
 * Follows events of Stripe's again and says what became of each: those whose ids are named (`evt_…`),
 * or all dead letters: `medusa exec ./src/replay-webhooks.js dead`. What an event has done already it
 * does not do again.
 */
export default async function replayWebhooks({ container, args }: ExecArgs): Promise<void> {
  const webhook = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const wanted = args[0] === "dead" ? { status: "dead" as const } : { event_id: args }
  const events = await webhook.listWebhookEvents(wanted, { take: null })
  for (const { id, event_id, type } of events) {
    const now = new Date()
    await webhook.revive(id, now)
    await drainWebhookInbox(container, { id, now })
    const { status, last_error } = await webhook.retrieveWebhookEvent(id)
    process.stdout.write(`${event_id} ${type}: ${status}${last_error ? `, ${last_error}` : ""}\n`)
  }
  if (events.length === 0) process.stdout.write("There is no such event.\n")
}
