import type { MedusaContainer } from "@medusajs/framework/types"

import { pollStripeEvents } from "../workflows/poll-stripe-events"

/** Finds within five minutes what webhooks missed. */
export default async function pollStripeEventsJob(container: MedusaContainer): Promise<void> {
  await pollStripeEvents(container)
}

export const config = {
  name: "poll-stripe-events",
  schedule: process.env.STRIPE_POLL_CRON ?? "*/5 * * * *",
}
