import type { MedusaContainer } from "@medusajs/framework/types"

import { CONSIGNMENT_MODULE } from "../modules/consignment"
import type ConsignmentModuleService from "../modules/consignment/service"
import type { SellerConsignment } from "../types/http"
import { refuse } from "./localize"
import { presentConsignments } from "./present-consignments"

/** One of the seller's own consignments; another seller's is NOT_FOUND `consignment_not_found`. */
export async function readOwnConsignment(
  container: MedusaContainer,
  id: string,
  sellerId: string,
): Promise<SellerConsignment> {
  const service = container.resolve<ConsignmentModuleService>(CONSIGNMENT_MODULE)
  const rows = await service.listConsignments({ id, seller_id: sellerId }, { relations: ["lines"] })
  const [consignment] = await presentConsignments(container, rows)
  if (consignment) return consignment
  throw refuse("not_found", "consignment_not_found", {
    zh: "没有找到该子订单。",
    en: "There is no such consignment.",
  })
}
