import type { MedusaContainer } from "@medusajs/framework/types"
import { refundEffect } from "@shangxing/marketplace/domain/refund-effect"
import {
  type ClaimedPart,
  claimRefusal,
  type ClaimRefusal,
  refundOfLines,
} from "@shangxing/marketplace/domain/refund-of-lines"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"
import { saleTermsOf } from "@shangxing/marketplace/lib/sale-terms"
import type { ConsignmentRow } from "@shangxing/marketplace/modules/consignment/service"
import type {
  RefundedLine,
  RefundPreview,
  RefundPreviewBody,
} from "@shangxing/marketplace/types/payouts"

import { assertRefundable } from "../workflows/refunds/assert-refundable"
import { ownConsignment } from "../workflows/refunds/refund-consignment"
import { modules } from "./modules"

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

const NOTHING_LEFT: Localized = {
  zh: "这些货没有可退的钱了：已经退完，或不足一分。",
  en: "Nothing is left to refund of these goods, or it is less than a fen.",
}

/**
 * What refunding parts of a consignment's lines, or all that is left of it, would come to. Fen.
 *
 * @throws MedusaError NOT_FOUND `consignment_not_found`; INVALID_DATA with the code of
 * `claimRefusal`; NOT_ALLOWED `claim_nothing_left`, or with the code of `refundRefusal`.
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
  const lines = "whole" in body ? [] : await claimedLines(container, consignment, body.lines)
  const amountFen = "whole" in body ? captured_fen - refunded_fen : sumOf(lines)
  // Nothing was paid, or nothing is left: the refusal says which.
  await assertRefundable(container, consignment.order_id, id, Math.max(1, amountFen))
  if (amountFen === 0) throw refuse("not_allowed", "claim_nothing_left", NOTHING_LEFT)
  const foreseen = await service.foreseeShare(
    {
      kind: "refund",
      order_id: consignment.order_id,
      source_id: "foreseen",
      amount_fen: amountFen,
      consignment_ids: [id],
      charges: lines.map(({ line_item_id, amount_fen }) => ({ id: line_item_id, amount_fen })),
    },
    id,
  )
  const sold = { capturedFen: captured_fen, refundedFen: refunded_fen }
  const effect = refundEffect(saleTermsOf(consignment), sold, amountFen, foreseen.goods)
  return {
    amount_fen: effect.amountFen,
    lines,
    commission_back_fen: effect.commissionFen,
    commission_tax_back_fen: effect.commissionTaxFen,
    seller_fen: effect.sellerFen,
    left_fen: effect.leftFen,
  }
}

type Claims = Extract<RefundPreviewBody, { lines: unknown }>["lines"]

/** What the claimed goods are worth, as far as that is left of their lines. */
async function claimedLines(
  container: MedusaContainer,
  { id, lines }: Pick<ConsignmentRow, "id" | "lines">,
  claims: Claims,
): Promise<RefundedLine[]> {
  const left = await modules.consignments(container).leftByCharge(id)
  const sold = lines.map((line) => ({
    id: line.line_item_id,
    paidFen: line.paid_goods_fen,
    leftFen: left.get(line.line_item_id) ?? 0,
    quantity: line.quantity,
    unitWeightG: line.unit_weight_g,
  }))
  const parts = claims.map(({ line_item_id, ...part }): ClaimedPart => ({
    lineId: line_item_id,
    ...part,
  }))
  const refusal = claimRefusal(sold, parts)
  if (refusal) throw refuse("invalid_data", refusal, MESSAGE[refusal])
  return [...refundOfLines(sold, parts)]
    .map(([line_item_id, amount_fen]) => ({ line_item_id, amount_fen }))
    .filter(({ amount_fen }) => amount_fen > 0)
}

function sumOf(lines: readonly RefundedLine[]): number {
  return lines.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
}
