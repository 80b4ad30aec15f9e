import { createStep } from "@medusajs/framework/workflows-sdk"

import { refuse } from "../../lib/localize"
import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

/** Refuses a consignment that is not waiting to be shipped. Reads again: the order is locked now. */
export const validateShippableStep = createStep(
  "validate-shippable",
  async ({ id }: { id: string }, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const { status } = await service.retrieveConsignment(id)
    if (status === "awaiting_shipment") return
    throw status === "cancelled"
      ? refuse("not_allowed", "consignment_cancelled", {
          zh: "该子订单已取消，不能发货。",
          en: "This consignment was cancelled and cannot be shipped.",
        })
      : refuse("not_allowed", "consignment_already_shipped", {
          zh: "该子订单已经发货。",
          en: "This consignment has been shipped already.",
        })
  },
)
