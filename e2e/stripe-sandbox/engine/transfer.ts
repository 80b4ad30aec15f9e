/** Separate charges and transfers: the platform's money to a seller's account, and back. */
import type Stripe from "stripe"
import { invalidRequest, noSuch } from "../errors.ts"
import { destinationPayment } from "../objects/charge.ts"
import { reversalObject, transferObject } from "../objects/transfer.ts"
import { stringsOf } from "../objects/payment-intent.ts"
import type { Row } from "../state/tables.ts"
import { emit } from "./emit.ts"
import { find, idOf } from "./find.ts"
import { availableIn, post, printed } from "./money.ts"
import type { World } from "./world.ts"

type TransferParams = Stripe.TransferCreateParams & { amount: number }

/** Transfers to a connected account; from a charge's own funds if `source_transaction` names it. */
export function transfer(world: World, params: TransferParams): Row<"transfer"> {
  const destination = destinationOf(world, params.destination)
  const source = params.source_transaction ? sourceOf(world, params) : null
  if (source === null) checkAvailable(world, params)
  const transferGroup = groupOf(params, source)
  const object = transferObject({
    created: world.clock.seconds(),
    params,
    metadata: stringsOf(params.metadata),
    transferGroup,
  })
  if (source && source.object.transfer_group === null) {
    source.object.transfer_group = transferGroup
    world.store.save(source)
  }
  const availableOn = source ? availableOnOf(world, source) : undefined
  const shared = { currency: object.currency, ...(availableOn ? { availableOn } : {}) }
  object.balance_transaction = post(world, {
    ...shared,
    amount: -object.amount,
    type: "transfer",
    category: "transfer",
    source: object.id,
  })
  const theirs = { ...world, account: destination.object.id }
  const payment = destinationPayment(object)
  payment.balance_transaction = post(theirs, {
    ...shared,
    amount: object.amount,
    type: "payment",
    category: "charge",
    source: payment.id,
  })
  world.store.insert("charge", payment, destination.object.id)
  object.destination_payment = payment.id
  const row = world.store.insert("transfer", object, world.account)
  emit(world, "transfer.created", object)
  return row
}

const capabilityNeeded =
  "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments"

function destinationOf(world: World, id: string): Row<"account"> {
  const row = world.store.get("account", id)
  if (!row) throw noSuch("destination", id, "destination", 400)
  if (row.object.capabilities?.transfers === "active") return row
  throw invalidRequest(capabilityNeeded, {
    code: "insufficient_capabilities_for_transfer",
    param: "destination",
  })
}

/** The charge to take from; all its transfers together may not exceed it. */
function sourceOf(world: World, params: TransferParams): Row<"charge"> {
  const row = find(world, "charge", params.source_transaction ?? "", "source_transaction")
  const { object } = row
  const currency = params.currency.toLowerCase()
  if (object.currency !== currency) {
    throw invalidRequest(
      `The currency of source_transaction's balance transaction (${object.currency}) must be the same as the transfer currency (${currency})`,
      { param: "currency" },
    )
  }
  if (!object.captured) {
    throw invalidRequest("The source_transaction has not been captured.", {
      param: "source_transaction",
    })
  }
  const taken = world.store
    .list("transfer", world.account)
    .filter((other) => other.object.source_transaction === object.id)
    .reduce((sum, other) => sum + other.object.amount, 0)
  if (taken + params.amount > object.amount_captured) {
    const already =
      taken === 0
        ? ""
        : ` (There is already a transfer using this source, amounting to ${printed(taken, currency)}.)`
    throw invalidRequest(
      `Transfers using this transaction as a source must not exceed the source amount of ${printed(object.amount_captured, currency)}.${already}`,
      { param: "amount" },
    )
  }
  return row
}

function checkAvailable(world: World, params: TransferParams): void {
  if (availableIn(world, world.account, params.currency.toLowerCase()) >= params.amount) return
  throw invalidRequest(
    "You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance",
    { code: "balance_insufficient" },
  )
}

const groupOf = (params: TransferParams, source: Row<"charge"> | null): string | null =>
  params.transfer_group ??
  source?.object.transfer_group ??
  (source ? `group_${idOf(source.object.payment_intent) ?? source.object.id}` : null)

function availableOnOf(world: World, source: Row<"charge">): number {
  const id = idOf(source.object.balance_transaction)
  const settled = id === null ? null : find(world, "balance_transaction", id).object.available_on
  return settled ?? world.clock.seconds() + world.settings.settlementDays * 86_400
}

interface ReversalRequest {
  amount?: number
  metadata: Stripe.Metadata
  description?: string
}

/** Takes a transfer back, all that is left of it unless `amount` says less. */
export function reverse(world: World, row: Row<"transfer">, request: ReversalRequest) {
  const { object } = row
  const left = object.amount - object.amount_reversed
  const amount = request.amount ?? left
  checkReversible(world, object, amount, left)
  const account = idOf(object.destination) ?? ""
  const made = reversalObject(world.clock.seconds(), object, amount, request.metadata)
  const shared = {
    currency: object.currency,
    source: made.id,
    description: request.description ?? null,
  }
  made.balance_transaction = post(world, {
    ...shared,
    amount,
    type: "transfer_refund",
    category: "transfer_reversal",
  })
  post(
    { ...world, account },
    { ...shared, amount: -amount, type: "payment_refund", category: "refund" },
  )
  const payment = find({ ...world, account }, "charge", idOf(object.destination_payment) ?? "")
  payment.object.amount_refunded += amount
  payment.object.refunded = payment.object.amount_refunded === payment.object.amount
  world.store.save(payment)
  object.amount_reversed += amount
  object.reversed = object.amount_reversed === object.amount
  object.reversals.data.unshift(made)
  world.store.save(row)
  const reversal = world.store.insert("transfer_reversal", made, world.account)
  emit(world, "transfer.reversed", object, { amount_reversed: object.amount_reversed - amount })
  return reversal
}

function checkReversible(world: World, object: Stripe.Transfer, amount: number, left: number) {
  if (left === 0) throw invalidRequest(`Transfer ${object.id} is already fully reversed.`)
  if (amount < 1 || amount > left) {
    throw invalidRequest(
      `Reversal amount (${printed(amount, object.currency)}) is greater than unreversed amount on transfer (${printed(left, object.currency)})`,
      { param: "amount" },
    )
  }
  // Only a platform that answers for its sellers' losses may push their balance below zero.
  const account = find(world, "account", idOf(object.destination) ?? "").object
  if (account.controller?.losses?.payments === "application") return
  const funds = availableIn(world, account.id, object.currency)
  if (funds >= amount) return
  throw invalidRequest(
    "The connected account has insufficient available funds for this transfer reversal.",
    { code: "balance_insufficient", param: "amount" },
  )
}
