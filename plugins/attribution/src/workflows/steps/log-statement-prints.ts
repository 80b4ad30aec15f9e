import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { RECEIPT_MODULE } from "../../modules/receipt"
import type ReceiptModuleService from "../../modules/receipt/service"

export type StatementPrintsInput = {
  batch_id: string
  seller_id: string
  county_code: string
  /** `YYYY-MM` or `YYYY`. */
  period: string
  household_ids: string[]
  phone: string | null
  printed_by: string
}

/** No undo: that somebody asked for the sheets stays true. */
export const logStatementPrintsStep = createStep(
  "log-statement-prints",
  async ({ household_ids, ...print }: StatementPrintsInput, { container }) => {
    const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    await service.createStatementPrints(
      household_ids.map((household_id) => ({ ...print, household_id })),
    )
    return new StepResponse({ batch_id: print.batch_id })
  },
)
