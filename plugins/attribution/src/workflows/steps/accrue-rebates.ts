import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { RECEIPT_MODULE } from "../../modules/receipt"
import type ReceiptModuleService from "../../modules/receipt/service"
import type { RebateDue } from "../../modules/receipt/types"

/** No undo: the next run brings the receipts to what is owed then. */
export const accrueRebatesStep = createStep(
  "accrue-rebates",
  async ({ rebates }: { rebates: RebateDue[] }, { container }) => {
    const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    return new StepResponse(await service.accrueRebates(rebates))
  },
)
