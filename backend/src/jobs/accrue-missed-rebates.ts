import type { MedusaContainer } from "@medusajs/framework/types"

import { accrueRebates } from "../workflows/accrue-rebates"

/** The sweeper for rebates: what a refund, a correction or a crash since the last earning changed. */
export default async function accrueMissedRebates(container: MedusaContainer): Promise<void> {
  await accrueRebates(container)
}

export const config = { name: "accrue-missed-rebates", schedule: "37 * * * *" }
