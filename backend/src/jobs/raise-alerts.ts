import type { MedusaContainer } from "@medusajs/framework/types"

import { env } from "../env"
import { raiseAlerts as raise } from "../workflows/stations/raise-alerts"

/** Every night: what officials should look at, everywhere. */
export default async function raiseAlerts(container: MedusaContainer): Promise<void> {
  await raise(container)
}

export const config = { name: "raise-alerts", schedule: env.ALERT_CRON }
