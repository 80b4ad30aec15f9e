import type { MedusaContainer } from "@medusajs/framework/types"

import { sweepProviderCalls } from "../workflows/sweep-provider-calls"

/** Settles calls that a crash left open, five minutes after they were last sent. */
export default async function sweepProviderCallsJob(container: MedusaContainer): Promise<void> {
  await sweepProviderCalls(container)
}

export const config = {
  name: "sweep-provider-calls",
  schedule: process.env.STRIPE_CALLS_CRON ?? "*/5 * * * *",
}
