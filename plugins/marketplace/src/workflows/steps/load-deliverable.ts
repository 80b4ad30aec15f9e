import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { deliveryRefusal, type DeliveryRefusal } from "../../domain/delivery"
import { type Localized, refuse } from "../../lib/localize"
import { CONSIGNMENT_MODULE } from "../../modules/consignment"
import type ConsignmentModuleService from "../../modules/consignment/service"

const MESSAGE: Record<DeliveryRefusal, Localized> = {
  consignment_not_shipped: {
    zh: "该子订单还没有发货，不能确认收货。",
    en: "This consignment has not been shipped, so it can't have arrived.",
  },
  consignment_cancelled: {
    zh: "该子订单已取消，不能确认收货。",
    en: "This consignment was cancelled, so it can't have arrived.",
  },
}

type Asked = { consignment_id: string; order_id: string }

/** An order's consignment and what is still open of its delivery; another order's is NOT_FOUND. */
export const loadDeliverableStep = createStep(
  "load-deliverable",
  async ({ consignment_id, order_id }: Asked, { container }) => {
    const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
    const [consignment] = await service.listConsignments({ id: consignment_id, order_id })
    if (!consignment) {
      throw refuse("not_found", "consignment_not_found", {
        zh: "没有找到该子订单。",
        en: "There is no such consignment.",
      })
    }
    const refusal = deliveryRefusal(consignment.status)
    if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
    const { id, fulfillment_id } = consignment
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "fulfillment",
      fields: ["id", "delivered_at"],
      filters: { id: fulfillment_id ?? "" },
    })
    const [fulfillment] = data as { delivered_at: Date | null }[]
    return new StepResponse({
      id,
      order_id,
      fulfillment_id: fulfillment_id ?? "",
      // Medusa refuses to mark one twice: the operator may have done so in Medusa Admin.
      is_fulfillment_open: fulfillment !== undefined && !fulfillment.delivered_at,
      is_open: consignment.status === "shipped",
    })
  },
)
