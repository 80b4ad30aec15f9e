import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { refuse } from "../../lib/localize"
import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

/** Reads a seller's consignment with its lines; another seller's is NOT_FOUND. */
export const loadOwnConsignmentStep = createStep(
  "load-own-consignment",
  async (input: { id: string; seller_id: string }, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const [consignment] = await service.listConsignments(input, { relations: ["lines"] })
    if (!consignment) {
      throw refuse("not_found", "consignment_not_found", {
        zh: "没有找到该子订单。",
        en: "There is no such consignment.",
      })
    }
    return new StepResponse(consignment)
  },
)
