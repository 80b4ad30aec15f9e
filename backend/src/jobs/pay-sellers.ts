import type { MedusaContainer } from "@medusajs/framework/types"

import { env } from "../env"
import { runPayouts } from "../workflows/payouts/run-payouts"

/** The nightly payout run. */
export default async function paySellers(container: MedusaContainer): Promise<void> {
  await runPayouts(container)
}

export const config = { name: "pay-sellers", schedule: env.PAYOUT_CRON }
