import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"
import type { AllocationRequest } from "../../modules/consignment/types"

/**
 * Allocates one capture or refund over the order's consignments, once per source.
 *
 * There is nothing to undo: the payment has happened whatever becomes of the rest, and a repeated
 * run answers the same.
 */
export const allocatePaymentStep = createStep(
  "allocate-payment",
  async (request: AllocationRequest, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    return new StepResponse(await service.allocate(request))
  },
)
