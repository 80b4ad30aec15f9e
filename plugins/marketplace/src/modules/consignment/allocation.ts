import { MedusaError } from "@medusajs/framework/utils"

import { allocatePayment, allocationRefusal } from "../../domain/allocate-payment"
import { chargesOf } from "./charges"
import type { AllocationRow, ConsignmentRow } from "./service"
import type { AllocationRequest } from "./types"

/** The order's total of this kind (fen) once the request is counted. */
export function cumulativeOf(request: AllocationRequest, rows: AllocationRow[]): number {
  const before = rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  // A notice that was overtaken names less than what is refunded by now: refunds never go back.
  return request.kind === "capture"
    ? before + request.amount_fen
    : Math.max(before, request.cumulative_fen)
}

export type NewAllocation = Pick<
  AllocationRow,
  "order_id" | "consignment_id" | "kind" | "source_id" | "amount_fen" | "cumulative_fen"
>

/**
 * Each consignment's share of the request: what it has to have by now, less what it has.
 *
 * @throws MedusaError NOT_ALLOWED `amount_over_due`.
 */
export function newShares(
  request: AllocationRequest,
  consignments: ConsignmentRow[],
  rows: AllocationRow[],
  cumulativeFen: number,
): NewAllocation[] {
  const charges = consignments.flatMap(chargesOf)
  if (allocationRefusal(cumulativeFen, charges)) throw overDue(request, cumulativeFen)

  const target = allocatePayment(cumulativeFen, charges)
  return consignments.map((consignment) => {
    const own = rows.filter(({ consignment_id }) => consignment_id === consignment.id)
    const before = own.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
    const after = chargesOf(consignment).reduce((sum, { id }) => sum + (target.get(id) ?? 0), 0)
    return {
      order_id: request.order_id,
      consignment_id: consignment.id,
      kind: request.kind,
      source_id: request.source_id,
      amount_fen: after - before,
      cumulative_fen: cumulativeFen,
    }
  })
}

/** NOT_FOUND: there is nothing to allocate over. */
export function consignmentsMissing(orderId: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Order ${orderId} has no consignments, so its payment can't be allocated. Run createConsignmentsWorkflow for it first.`,
    "consignments_missing",
  )
}

function overDue(request: AllocationRequest, cumulativeFen: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The ${request.kind} ${request.source_id} would bring order ${request.order_id} to ${cumulativeFen} fen, which is outside what its consignments are due. Check the amount with the payment provider.`,
    "amount_over_due",
  )
}
