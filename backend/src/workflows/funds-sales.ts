import type { MedusaContainer } from "@medusajs/framework/types"
import {
  captureOfConsignment,
  type ConsignmentMoney,
  disputeClosed,
  disputeOpened,
  refundOfConsignment,
} from "@shangxing/attribution/domain/funds-postings"
import { shareOfSale, type ShareOfSale } from "@shangxing/marketplace/domain/payout-share"
import type { AllocatedShare } from "@shangxing/marketplace/modules/consignment/types"

import { modules } from "../gather/modules"
import type { MoneyOf } from "../gather/order-money"

/** What caused a posting: a capture, refund or dispute, and when. */
export type Cause = { id: string; at: string }
type Posted = { cause: Cause; share: AllocatedShare; money: MoneyOf }

/** A consignment's share of a capture: the platform holds the money and owes the seller its part. */
export async function postCapture(container: MedusaContainer, posted: Posted): Promise<void> {
  if (posted.share.amount_fen === 0) return
  const { before, soFar } = totalsOf(posted)
  await modules.ledger(container).postFundsTransactions([
    {
      ...headOf(posted),
      idempotency_key: `capture:${posted.cause.id}:${posted.share.consignment_id}`,
      kind: "capture",
      postings: captureOfConsignment({ ...difference(soFar, before), ...posted.money }),
    },
  ])
}

/** A share of a refund: first from what the seller is still owed; it owes the rest. */
export async function postRefund(container: MedusaContainer, posted: Posted): Promise<void> {
  if (posted.share.amount_fen === 0) return
  const { sellerId } = posted.money
  const key = `refund:${posted.cause.id}:${posted.share.consignment_id}`
  await modules.ledger(container).postSellerTransaction(sellerId, key, ({ payable_fen }) => ({
    ...headOf(posted),
    kind: "refund" as const,
    postings: refundOfConsignment({
      ...posted.money,
      ...totalsOf(posted),
      payableFen: payable_fen,
    }),
  }))
}

/** A refund that failed at the provider: the money is there again, and owed to the seller again. */
export async function postFailedRefund(container: MedusaContainer, posted: Posted): Promise<void> {
  const { consignment_id, amount_fen } = posted.share
  if (amount_fen === 0) return
  const ledger = modules.ledger(container)
  const known = await ledger.transactionsOfOrder(posted.money.orderId)
  const refund = known.find(
    ({ idempotency_key }) => idempotency_key === `refund:${posted.cause.id}:${consignment_id}`,
  )
  const { before, soFar } = totalsOf(posted)
  await ledger.postFundsTransactions([
    {
      ...headOf(posted),
      idempotency_key: `refund_failed:${posted.cause.id}:${consignment_id}`,
      kind: "correction",
      corrects_id: refund?.id ?? null,
      postings: captureOfConsignment({ ...difference(before, soFar), ...posted.money }),
    },
  ])
}

/** A dispute was opened: the provider holds this share until it is decided. */
export async function postDisputeOpened(
  container: MedusaContainer,
  { cause, share, money }: Posted,
): Promise<void> {
  if (share.amount_fen === 0) return
  await modules.ledger(container).postFundsTransactions([
    {
      ...headOf({ cause, share, money }),
      idempotency_key: `dispute:${cause.id}:${share.consignment_id}`,
      kind: "dispute",
      postings: disputeOpened({ ...money, amountFen: share.amount_fen }),
    },
  ])
}

/** A dispute was won: the provider gives the share back. */
export async function postDisputeWon(
  container: MedusaContainer,
  { cause, share, money }: Posted,
): Promise<void> {
  if (share.amount_fen === 0) return
  await modules.ledger(container).postFundsTransactions([
    {
      ...headOf({ cause, share, money }),
      idempotency_key: `dispute_closed:${cause.id}:${share.consignment_id}`,
      kind: "dispute_closed",
      postings: disputeClosed({ ...money, outcome: "won", amountFen: share.amount_fen }),
    },
  ])
}

/** A dispute was lost: a chargeback. What was held is gone, and taken back as by a refund. */
export async function postDisputeLost(container: MedusaContainer, posted: Posted): Promise<void> {
  if (posted.share.amount_fen === 0) return
  const { sellerId } = posted.money
  const key = `dispute_closed:${posted.cause.id}:${posted.share.consignment_id}`
  await modules.ledger(container).postSellerTransaction(sellerId, key, ({ payable_fen }) => ({
    ...headOf(posted),
    kind: "dispute_closed" as const,
    postings: disputeClosed({
      ...posted.money,
      ...totalsOf(posted),
      outcome: "lost",
      payableFen: payable_fen,
    }),
  }))
}

function headOf({ cause, money }: Posted) {
  return { order_id: money.orderId, source_id: cause.id, effective_at: cause.at }
}

function totalsOf({ share, money }: Posted) {
  return {
    before: moneyOf(
      shareOfSale(money.terms, share.total_fen - share.amount_fen, share.goods?.before),
    ),
    soFar: moneyOf(shareOfSale(money.terms, share.total_fen, share.goods?.after)),
  }
}

/** The parts of a share as the ledger takes them. */
function moneyOf({
  amountFen,
  commissionFen,
  commissionTaxFen,
  subsidyFen,
}: ShareOfSale): Required<ConsignmentMoney> {
  return { amountFen, commissionFen, commissionTaxFen, subsidyFen }
}

function difference(
  a: Required<ConsignmentMoney>,
  b: Required<ConsignmentMoney>,
): Required<ConsignmentMoney> {
  return {
    amountFen: a.amountFen - b.amountFen,
    commissionFen: a.commissionFen - b.commissionFen,
    commissionTaxFen: a.commissionTaxFen - b.commissionTaxFen,
    subsidyFen: a.subsidyFen - b.subsidyFen,
  }
}
