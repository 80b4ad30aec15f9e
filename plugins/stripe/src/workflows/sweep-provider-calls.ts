import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { PROVIDER_CALL_MODULE } from "../modules/provider-call"
import type ProviderCallModuleService from "../modules/provider-call/service"
import type { SweepReport } from "../modules/provider-call/types"

/**
 * Settles the calls that a crash or a lost answer left open. Stripe is asked first. A refund that
 * Medusa still has is sent again under its key; transfers and reversals have a workflow that is run
 * again, and a shopper's own steps are left to the shopper.
 */
export async function sweepProviderCalls(
  container: MedusaContainer,
  now: Date = new Date(),
): Promise<SweepReport> {
  const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
  const payment = container.resolve(Modules.PAYMENT)
  return await calls.sweep(now, async ({ kind, reference }) => {
    if (kind !== "refund") {
      return false
    }
    const [refund] = await payment.listRefunds({ id: [reference] }, { take: 1 })
    return refund !== undefined
  })
}
