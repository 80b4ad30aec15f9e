import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSIGNMENT_MODULE } from "@shangxing/marketplace/modules/consignment"
import type ConsignmentModuleService from "@shangxing/marketplace/modules/consignment/service"

import { chunksOf } from "./collections"
import type { LoadedOrder } from "./orders"

const CARRIERS = ["顺丰速运", "京东物流", "邮政速递"]
const CHUNK = 500

/** Dates the consignments as the story has them, and marks what was sent and what arrived. */
export async function markConsignments(
  container: MedusaContainer,
  orders: readonly LoadedOrder[],
): Promise<void> {
  const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  for (const chunk of chunksOf(orders.flatMap(consignmentRows), CHUNK)) {
    await service.updateConsignments(chunk)
  }
}

function consignmentRows({ plan, consignments }: LoadedOrder) {
  const created_at = new Date(plan.placed_at)
  return consignments.map(({ id, fulfillment_id }, i) => {
    const { shipped_at, arrived_at } = plan
    if (shipped_at === null) return { id, created_at }
    return {
      id,
      created_at,
      fulfillment_id,
      status: arrived_at ? ("delivered" as const) : ("shipped" as const),
      ...(arrived_at && {
        delivered_at: new Date(arrived_at),
        delivery_said_by: "buyer" as const,
      }),
      shipped_at: new Date(shipped_at),
      carrier: CARRIERS[plan.number % CARRIERS.length] ?? "邮政速递",
      tracking_number: `DEMO${String(plan.number).padStart(6, "0")}${i + 1}`,
    }
  })
}
