import type { MedusaContainer } from "@medusajs/framework/types"
import {
  partsRefusal,
  type PartsRefusal,
  refundRefusal,
  type RefundRefusal,
} from "@shangxing/marketplace/domain/refund-refusal"
import { type Localized, refuse } from "@shangxing/marketplace/lib/localize"
import type { NamedCharge } from "@shangxing/marketplace/modules/consignment/types"

import { modules } from "../../gather/modules"

const MESSAGE: Record<RefundRefusal | PartsRefusal, Localized> = {
  refund_amount_invalid: {
    zh: "退款金额必须是大于零的整数（分）。",
    en: "The amount must be a whole number of fen above zero.",
  },
  refund_not_captured: {
    zh: "买家还没有付款，没有可退的钱。",
    en: "The buyer has not paid yet, so there is nothing to refund.",
  },
  refund_over_share: {
    zh: "退款金额超过了该子订单还可退的金额。",
    en: "The amount is more than is left to refund of this consignment.",
  },
  refund_disputed: {
    zh: "买家已通过银行发起争议，款项被冻结，不能再退款。请等争议结束。",
    en: "The buyer's bank disputes this payment and holds the money. Wait until that is decided.",
  },
  refund_line_unknown: {
    zh: "这个子订单里没有这件货。",
    en: "There is no such line in this consignment.",
  },
  refund_parts_over_amount: {
    zh: "各件货加起来比退款金额还多。",
    en: "The lines come to more than the amount of the refund.",
  },
  refund_over_line: {
    zh: "有一件货（或运费）还可退的钱没有这么多，可能刚退过一次。请回去重新核对。",
    en: "Less than that is left to refund of one line (or of the freight); it may have been refunded just now. Go back and check again.",
  },
}

/** @throws MedusaError NOT_ALLOWED with the code of `refundRefusal`. */
export async function assertRefundable(
  container: MedusaContainer,
  orderId: string,
  consignmentId: string,
  amountFen: number,
): Promise<void> {
  const balances = await modules.consignments(container).balancesOf([consignmentId])
  const { captured_fen, refunded_fen } = balances[consignmentId]!
  const disputed = await modules.payouts(container).disputedOrders([orderId])
  const refusal = refundRefusal({
    amountFen,
    capturedFen: captured_fen,
    refundedFen: refunded_fen,
    isDisputed: disputed.has(orderId),
  })
  if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
}

/** NOT_ALLOWED: there is no payment to refund. */
export function notCaptured() {
  return refuse("not_allowed", "refund_not_captured", MESSAGE.refund_not_captured)
}

/** @throws MedusaError NOT_ALLOWED with the code of `partsRefusal`. */
export async function assertChargesOpen(
  container: MedusaContainer,
  consignmentId: string,
  amountFen: number,
  named: readonly NamedCharge[],
): Promise<void> {
  if (named.length === 0) return
  const left = await modules.consignments(container).leftByCharge(consignmentId)
  const parts = named.map(({ id, amount_fen }) => ({
    amountFen: amount_fen,
    leftFen: left.get(id) ?? null,
  }))
  const refusal = partsRefusal(amountFen, parts)
  if (refusal) throw refuse("not_allowed", refusal, MESSAGE[refusal])
}
