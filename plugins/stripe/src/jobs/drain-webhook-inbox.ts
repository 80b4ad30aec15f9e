import type { MedusaContainer } from "@medusajs/framework/types"

import { drainWebhookInbox } from "../workflows/drain-webhook-inbox"

/** What a crash or an error left in the inbox is followed within a minute of its time. */
export default async function drainWebhookInboxJob(container: MedusaContainer): Promise<void> {
  await drainWebhookInbox(container)
}

export const config = {
  name: "drain-webhook-inbox",
  schedule: process.env.STRIPE_INBOX_CRON ?? "* * * * *",
}
