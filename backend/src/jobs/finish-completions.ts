import type { MedusaContainer } from "@medusajs/framework/types"

import { env } from "../env"
import { sweepCompletions } from "../workflows/completion/sweep-completions"

/** Finishes or undoes checkouts that a crash has left half done. */
export default async function finishCompletions(container: MedusaContainer): Promise<void> {
  await sweepCompletions(container)
}

export const config = { name: "finish-completions", schedule: env.COMPLETION_SWEEP_CRON }
