import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { RECEIPT_MODULE } from "../../modules/receipt"
import type ReceiptModuleService from "../../modules/receipt/service"
import type { NewReceipt } from "../../modules/receipt/types"

/** No undo: a debt that is known is not forgotten, and recording it again changes nothing. */
export const recordReceiptsStep = createStep(
  "record-receipts",
  async ({ receipts }: { receipts: NewReceipt[] }, { container }) => {
    const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    return new StepResponse(await service.recordReceipts(receipts))
  },
)
