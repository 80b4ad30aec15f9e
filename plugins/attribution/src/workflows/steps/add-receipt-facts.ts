import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { receiptError } from "../../lib/receipt-refusals"
import { RECEIPT_MODULE } from "../../modules/receipt"
import type ReceiptModuleService from "../../modules/receipt/service"
import type { NewFact } from "../../modules/receipt/types"

/** No undo: facts are only added. @throws MedusaError with a code of `ReceiptRefusal` */
export const addReceiptFactsStep = createStep(
  "add-receipt-facts",
  async ({ facts, locale }: { facts: NewFact[]; locale?: "zh" | "en" }, { container }) => {
    const service = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    const refused = await service.addFacts(facts)
    if (refused.length > 0) throw receiptError(refused, locale ?? "zh")
    return new StepResponse(facts.map(({ receipt_id }) => receipt_id))
  },
)
