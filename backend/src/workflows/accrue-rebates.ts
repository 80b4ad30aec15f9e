import type { MedusaContainer } from "@medusajs/framework/types"
import { accrueRebatesWorkflow } from "@shangxing/attribution/workflows"

import { rebatesDue } from "../gather/rebates-due"

/** Rebates at a time: some hundred kilobytes a statement. */
const atATime = 500

/**
 * Owes households the rebates of their agreements for what is earned by now. Safe to run twice: what is
 * owed follows from the books, and only a difference is written.
 */
export async function accrueRebates(container: MedusaContainer): Promise<void> {
  const dues = await rebatesDue(container)
  for (let start = 0; start < dues.length; start += atATime) {
    const rebates = dues.slice(start, start + atATime)
    await accrueRebatesWorkflow(container).run({ input: { rebates } })
  }
}
