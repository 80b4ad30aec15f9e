/**
 * The sandbox's ledger: a balance is the sum of its balance transactions, pending until their
 * `available_on`. There is no currency exchange: each currency settles in itself.
 */
import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import type { World } from "./world.ts"

interface Posting {
  amount: number
  currency: string
  type: Stripe.BalanceTransaction["type"]
  category: string
  source: string
  fee?: number
  description?: string | null
  availableOn?: number
}

/** Posts to the world's account and returns the transaction's id. Amounts in minor units. */
export function post(world: World, posting: Posting): string {
  const fee = posting.fee ?? 0
  const created = world.clock.seconds()
  const transaction = {
    id: newId("txn"),
    object: "balance_transaction",
    amount: posting.amount,
    available_on: posting.availableOn ?? created,
    balance_type: "payments",
    created,
    currency: posting.currency,
    description: posting.description ?? null,
    exchange_rate: null,
    fee,
    fee_details: fee === 0 ? [] : [feeDetail(fee, posting.currency)],
    net: posting.amount - fee,
    reporting_category: posting.category,
    source: posting.source,
    status: (posting.availableOn ?? created) > created ? "pending" : "available",
    type: posting.type,
  } satisfies Stripe.BalanceTransaction
  world.store.insert("balance_transaction", transaction, world.account)
  return transaction.id
}

const feeDetail = (amount: number, currency: string) => ({
  amount,
  application: null,
  currency,
  description: "Stripe processing fees",
  type: "stripe_fee",
})

/** Stripe's fee for a charge of this amount. */
export const feeOf = ({ settings }: World, amount: number) =>
  Math.round((amount * settings.feeBasisPoints) / 10_000) + settings.feeFixed

export interface Funds {
  available: number
  pending: number
}

/** Available and pending funds of an account, by currency. */
export function fundsOf(world: World, account: string | null): Map<string, Funds> {
  const now = world.clock.seconds()
  const funds = new Map<string, Funds>()
  for (const { object } of world.store.list("balance_transaction", account)) {
    const entry = funds.get(object.currency) ?? { available: 0, pending: 0 }
    entry[object.available_on <= now ? "available" : "pending"] += object.net
    funds.set(object.currency, entry)
  }
  return funds
}

export const availableIn = (world: World, account: string | null, currency: string) =>
  fundsOf(world, account).get(currency)?.available ?? 0

/** The transaction with the status that it has by now. */
export function withStatus(world: World, object: Stripe.BalanceTransaction) {
  const isAvailable = object.available_on <= world.clock.seconds()
  return { ...object, status: isAvailable ? "available" : "pending" }
}

const symbols: Record<string, string> = { cny: "CN¥", hkd: "HK$", usd: "$", eur: "€", gbp: "£" }

/** An amount as Stripe's messages print it. */
export const printed = (amount: number, currency: string) =>
  `${symbols[currency] ?? `${currency.toUpperCase()} `}${(amount / 100).toFixed(2)}`
