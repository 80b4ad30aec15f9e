/** Disputes: the bank takes the money back with a fee, and gives it back if the shop wins. */
import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"
import { disputeObject } from "../objects/dispute.ts"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import { find, idOf } from "./find.ts"
import { post } from "./money.ts"
import { schedule } from "./tasks.ts"
import { testCard } from "./test-cards.ts"
import type { World } from "./world.ts"

const disputeFee = 1500

/** The cardholder disputes a charge; an inquiry moves no money yet. */
export function openDispute(
  world: World,
  chargeId: string,
  asked?: { reason: string; isInquiry?: boolean },
) {
  const charged = find(world, "charge", chargeId)
  if (charged.object.disputed || charged.object.refunded) return
  const rule = asked ?? disputeOf(world, charged)
  if (!rule) return
  const isInquiry = rule.isInquiry ?? false
  const object = disputeObject({
    created: world.clock.seconds(),
    charge: charged.object,
    reason: rule.reason,
    isInquiry,
  })
  charged.object.disputed = !isInquiry
  world.store.save(charged)
  const row = world.store.insert("dispute", object, world.account)
  if (!isInquiry) withdraw(world, row, -object.amount, disputeFee)
  emit(world, "charge.dispute.created", object)
  if (!isInquiry) emit(world, "charge.dispute.funds_withdrawn", object)
}

function disputeOf(world: World, charged: Row<"charge">) {
  const method = find(world, "payment_method", charged.object.payment_method ?? "")
  return testCard(method.note.cardNumber ?? "")?.dispute
}

function withdraw(world: World, row: Row<"dispute">, amount: number, fee: number): void {
  const id = post(world, {
    amount,
    currency: row.object.currency,
    type: "adjustment",
    category: amount < 0 ? "dispute" : "dispute_reversal",
    source: row.object.id,
    fee,
    description: amount < 0 ? "Chargeback withdrawal" : "Chargeback reversal",
  })
  row.object.balance_transactions.push(find(world, "balance_transaction", id).object)
  world.store.save(row)
}

type EvidenceParams = NonNullable<Stripe.DisputeUpdateParams["evidence"]>

/** Records evidence; submitting it asks the bank, whose test answers Stripe documents. */
export function answerDispute(
  world: World,
  row: Row<"dispute">,
  evidence: EvidenceParams,
  submit: boolean,
) {
  const { object } = row
  if (isClosed(object)) throw invalidRequest("This dispute is already closed.")
  Object.assign(object.evidence, evidence)
  object.evidence_details.has_evidence = true
  if (submit) {
    object.evidence_details.submission_count += 1
    object.evidence_details.submission_method = "manual"
    object.status = object.status.startsWith("warning") ? "warning_under_review" : "under_review"
    row.note.outcome = evidence.uncategorized_text === "winning_evidence" ? "won" : "lost"
    schedule(world, "dispute_closes", object.id, world.settings.asyncSeconds)
  }
  world.store.save(row)
  emit(world, "charge.dispute.updated", object)
}

const isClosed = (dispute: Stripe.Dispute) =>
  dispute.status === "won" || dispute.status === "lost" || dispute.status === "warning_closed"

/** Closes a dispute: lost unless its note says won. */
export function closeDispute(world: World, disputeId: string): void {
  const row = find(world, "dispute", disputeId)
  const { object } = row
  if (isClosed(object)) return
  const isInquiry = object.status.startsWith("warning")
  const isWon = row.note.outcome === "won"
  object.status = isInquiry ? "warning_closed" : isWon ? "won" : "lost"
  object.is_charge_refundable = false
  world.store.save(row)
  emit(world, "charge.dispute.closed", object)
  if (isInquiry || !isWon) return
  const charged = find(world, "charge", idOf(object.charge) ?? "")
  charged.object.disputed = false
  world.store.save(charged)
  withdraw(world, row, object.amount, -disputeFee)
  emit(world, "charge.dispute.funds_reinstated", object)
}
