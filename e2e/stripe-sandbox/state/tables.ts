/** What the sandbox remembers: Stripe's objects as they are answered, plus what Stripe hides. */
import type Stripe from "stripe"

export interface Objects {
  account: Stripe.Account
  balance_transaction: Stripe.BalanceTransaction
  charge: Stripe.Charge
  customer: Stripe.Customer
  dispute: Stripe.Dispute
  event: Stripe.Event
  payment_intent: Stripe.PaymentIntent
  payment_method: Stripe.PaymentMethod
  payout: Stripe.Payout
  refund: Stripe.Refund
  transfer: Stripe.Transfer
  transfer_reversal: Stripe.TransferReversal
}

export type Kind = keyof Objects

/** Facts about an object that Stripe keeps to itself. */
export interface Note {
  /** Number of the test card, which decides what becomes of its payments. */
  cardNumber?: string
  /** A payment method without a customer serves one payment. */
  isConsumed?: boolean
  returnUrl?: string | null
  usesStripeSdk?: boolean
  /** Counts confirmations: a hosted page of an earlier attempt is stale. */
  attempt?: number
  /** What the account's bank does with payouts. */
  bank?: "account_closed" | "no_account" | "works"
  /** How a closed dispute ends. */
  outcome?: "lost" | "won"
}

export interface Row<K extends Kind> {
  kind: K
  object: Objects[K]
  /** The connected account it belongs to; null for the platform. */
  account: string | null
  /** Creation order: times have only seconds. */
  order: number
  note: Note
}

export type Rows = { [K in Kind]: Row<K> }

export interface IdempotencyRecord {
  fingerprint: string
  path: string
  requestId: string
  status: number
  body: string
  createdAt: number
}

/** Something that happens by itself later: a refund settles, an authorization expires. */
export interface Task {
  id: string
  at: number
  name: TaskName
  target: string
}

export type TaskName =
  | "capture_settles"
  | "refund_settles"
  | "refund_fails"
  | "dispute_opens"
  | "dispute_closes"
  | "authorization_expires"
  | "payout_leaves"
  | "payout_arrives"

export interface Delivery {
  id: string
  eventId: string
  url: string
  secret: string
  attempts: number
  /** By the machine's clock, not the sandbox's. */
  nextAt: number
  status: "delivered" | "given_up" | "pending"
  lastStatus: number | null
}

export interface AccountLink {
  id: string
  account: string
  refreshUrl: string
  returnUrl: string
  expiresAt: number
  isUsed: boolean
}

export interface Tables extends Rows {
  account_link: AccountLink
  delivery: Delivery
  idempotency: IdempotencyRecord
  meta: { clockOffset: number; order: number }
  task: Task
}

export type TableName = keyof Tables
