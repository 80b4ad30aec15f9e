import type { MedusaContainer } from "@medusajs/framework/types"
import { refundEffect } from "@shangxing/marketplace/domain/refund-effect"
import {
  type ClaimedPart,
  claimRefusal,
  type ClaimRefusal,
  refundOfLines,
} from "@shangxing/marketplace/domain/refund-of-lines"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"
import type { ConsignmentRow } from "@shangxing/marketplace/modules/consignment/service"
import type { RefundPreview, RefundPreviewBody } from "@shangxing/marketplace/types/payouts"

import { assertRefundable, ownConsignment } from "../workflows/refunds/refund-consignment"
import { modules } from "./modules"
import { termsOf } from "./order-money"

const MESSAGE: Record<ClaimRefusal, Localized> = {
  claim_empty: {
    zh: "请填写要退几件或多少克。",
    en: "Say how many packs or grams are to be refunded.",
  },
  claim_line_unknown: {
    zh: "这个子订单里没有这件货。",
    en: "There is no such line in this consignment.",
  },
  claim_over_sold: {
    zh: "要退的比卖出的还多。",
    en: "That is more than was sold.",
  },
}

/**
 * What refunding parts of a consignment's lines, or all that is left of it, would come to. Fen.
 *
 * @throws MedusaError NOT_FOUND `consignment_not_found`; INVALID_DATA with the code of
 * `claimRefusal`; NOT_ALLOWED with the code of `refundRefusal`.
 */
export async function previewRefund(
  container: MedusaContainer,
  which: { consignment_id: string; seller_id: string },
  body: RefundPreviewBody,
): Promise<RefundPreview> {
  const { id } = await ownConsignment(container, which)
  const service = modules.consignments(container)
  const consignment = await service.retrieveConsignment(id, { relations: ["lines"] })
  const { captured_fen, refunded_fen } = (await service.balancesOf([id]))[id]!
  const amountFen =
    "whole" in body ? captured_fen - refunded_fen : amountOf(consignment, body.lines)
  // Nothing was paid, or nothing is left: the refusal says which.
  await assertRefundable(container, consignment.order_id, id, Math.max(1, amountFen))
  const sold = { capturedFen: captured_fen, refundedFen: refunded_fen }
  const effect = refundEffect(termsOf(consignment), sold, amountFen)
  return {
    amount_fen: effect.amountFen,
    commission_back_fen: effect.commissionFen,
    commission_tax_back_fen: effect.commissionTaxFen,
    seller_fen: effect.sellerFen,
    left_fen: effect.leftFen,
  }
}

type Claims = Extract<RefundPreviewBody, { lines: unknown }>["lines"]

function amountOf({ lines }: Pick<ConsignmentRow, "lines">, claims: Claims): number {
  const sold = lines.map((line) => ({
    id: line.line_item_id,
    paidFen: line.paid_goods_fen,
    quantity: line.quantity,
    unitWeightG: line.unit_weight_g,
  }))
  const parts = claims.map(({ line_item_id, ...part }): ClaimedPart => ({
    lineId: line_item_id,
    ...part,
  }))
  const refusal = claimRefusal(sold, parts)
  if (refusal) throw refuse("invalid_data", refusal, MESSAGE[refusal])
  return refundOfLines(sold, parts)
}
