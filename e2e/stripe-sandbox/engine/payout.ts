/** Payouts: from an account's balance to its bank, and back if the bank refuses. */
import type Stripe from "stripe"
import { invalidRequest } from "../errors.ts"
import { payoutObject } from "../objects/payout.ts"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import { find } from "./find.ts"
import { availableIn, post } from "./money.ts"
import { schedule } from "./tasks.ts"
import type { World } from "./world.ts"

/** Pays out from the world's account. Minor units. */
export function payOut(world: World, params: Stripe.PayoutCreateParams): Row<"payout"> {
  const destination = bankAccountOf(world, params.currency.toLowerCase())
  if (availableIn(world, world.account, params.currency.toLowerCase()) < params.amount) {
    throw invalidRequest(
      "You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).",
      { code: "balance_insufficient" },
    )
  }
  const created = world.clock.seconds()
  const arrival = created + world.settings.payoutSeconds
  const object = payoutObject({ created, arrival, params, destination })
  object.balance_transaction = post(world, {
    amount: -object.amount,
    currency: object.currency,
    type: "payout",
    category: "payout",
    source: object.id,
    description: "STRIPE PAYOUT",
  })
  const row = world.store.insert("payout", object, world.account)
  schedule(world, "payout_leaves", object.id, world.settings.asyncSeconds)
  schedule(world, "payout_arrives", object.id, world.settings.payoutSeconds)
  emit(world, "payout.created", object)
  return row
}

function bankAccountOf(world: World, currency: string): string {
  if (world.account === null) return "ba_SandboxPlatform"
  const { object } = find(world, "account", world.account)
  if (!object.payouts_enabled) {
    throw invalidRequest(
      "Cannot create payouts: this account has requirements that need to be collected.",
      { code: "payouts_not_allowed" },
    )
  }
  const bank = object.external_accounts?.data[0]
  if (bank && bank.currency === currency) return bank.id
  throw invalidRequest(
    `Sorry, you don't have any external accounts in that currency (${currency}).`,
    { param: "currency" },
  )
}

export function sendPayout(world: World, payoutId: string): void {
  const row = find(world, "payout", payoutId)
  if (row.object.status !== "pending") return
  row.object.status = "in_transit"
  row.object.trace_id = { status: "pending", value: null }
  world.store.save(row)
  emit(world, "payout.updated", row.object, { status: "pending" })
}

const bankMessages: Record<string, string> = {
  account_closed: "The bank account has been closed",
  no_account: "The bank account could not be located",
}

/** The payout reaches the bank: paid, or sent back if the account's bank refuses. */
export function landPayout(world: World, payoutId: string): void {
  const row = find(world, "payout", payoutId)
  if (row.object.status !== "pending" && row.object.status !== "in_transit") return
  const bank = world.account === null ? "works" : find(world, "account", world.account).note.bank
  if (bank === "account_closed" || bank === "no_account") return failPayout(world, row, bank)
  const previous = { status: row.object.status }
  row.object.status = "paid"
  row.object.trace_id = { status: "supported", value: `SBX${row.object.id.slice(-10)}` }
  world.store.save(row)
  emit(world, "payout.paid", row.object, previous)
}

function failPayout(world: World, row: Row<"payout">, code: string): void {
  const previous = { status: row.object.status }
  row.object.status = "failed"
  row.object.failure_code = code
  row.object.failure_message = bankMessages[code] ?? null
  row.object.failure_balance_transaction = giveBack(world, row, "payout_failure")
  emit(world, "payout.failed", row.object, previous)
}

/** Cancels a payout that has not left yet. */
export function cancelPayout(world: World, row: Row<"payout">): void {
  if (row.object.status !== "pending") {
    throw invalidRequest(
      `Payouts can only be canceled while they are pending. This payout has a status of ${row.object.status}.`,
    )
  }
  row.object.status = "canceled"
  row.object.failure_balance_transaction = giveBack(world, row, "payout_cancel")
  emit(world, "payout.canceled", row.object, { status: "pending" })
}

function giveBack(world: World, row: Row<"payout">, type: "payout_cancel" | "payout_failure") {
  const id = post(world, {
    amount: row.object.amount,
    currency: row.object.currency,
    type,
    category: "payout_reversal",
    source: row.object.id,
    description: type === "payout_failure" ? "STRIPE PAYOUT FAILURE" : "STRIPE PAYOUT CANCEL",
  })
  world.store.save(row)
  return id
}
