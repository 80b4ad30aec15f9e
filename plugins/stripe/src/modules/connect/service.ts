import { MedusaError, MedusaService } from "@medusajs/framework/utils"
import type Stripe from "stripe"

import { accountStatusOf } from "../../domain/account-status"
import {
  createStripeClient,
  requireStripeOptions,
  type StripePluginOptions,
} from "../../lib/stripe-client"
import { ConnectAccount } from "./models/connect-account"
import { type PaymentMovements, readMovements } from "./movements"
import type { AccountBalance, AccountState, OnboardingLink } from "./types"

/** Sellers' accounts at Stripe: whose they are, what they can do, what they hold. */
class ConnectModuleService extends MedusaService({ ConnectAccount }) {
  protected readonly stripe_: () => Stripe

  constructor(container: object, options?: Partial<StripePluginOptions>) {
    super(...arguments)
    let client: Stripe | undefined
    // Migrations load the service without options: the key is asked for at the first call.
    this.stripe_ = () => (client ??= createStripeClient(requireStripeOptions(options)))
  }

  /** The seller's account, or null before onboarding. */
  async accountOfSeller(sellerId: string) {
    const [account] = await this.listConnectAccounts({ seller_id: sellerId }, { take: 1 })
    return account ?? null
  }

  /** @throws MedusaError `account_not_opened` */
  async requireAccount(sellerId: string) {
    const account = await this.accountOfSeller(sellerId)
    if (!account) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Seller ${sellerId} can't be paid, because it has no account at Stripe. Open one first.`,
        "account_not_opened",
      )
    }
    return account
  }

  /** Writes down what Stripe says of an account now; accounts that are not a seller's are left. */
  async storeState(accountId: string): Promise<void> {
    const [account] = await this.listConnectAccounts({ account_id: accountId }, { take: 1 })
    if (account) {
      const { status, due_fields } = await this.readAccount(accountId)
      // The JSON column's type is a record; a list is JSON too.
      const due = due_fields as unknown as Record<string, unknown>
      await this.updateConnectAccounts({ id: account.id, status, due_fields: due })
    }
  }

  /**
   * The charge of a payment, which funds the order's transfers.
   * @throws MedusaError `payment_not_captured`
   */
  async chargeOf(paymentIntentId: string): Promise<string> {
    const intent = await this.stripe_().paymentIntents.retrieve(paymentIntentId)
    const { latest_charge: charge } = intent
    if (intent.status !== "succeeded" || !charge) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Payment ${paymentIntentId} can't be shared out, because it is not captured (${intent.status}). Capture it first.`,
        "payment_not_captured",
      )
    }
    return typeof charge === "string" ? charge : charge.id
  }

  /** Asks Stripe what the account can do now. */
  async readAccount(accountId: string): Promise<AccountState> {
    return stateOf(await this.stripe_().accounts.retrieve(accountId))
  }

  /** A fresh link to Stripe's onboarding; `refreshUrl` is asked for when it has run out. */
  async createOnboardingLink(
    accountId: string,
    urls: { refreshUrl: string; returnUrl: string },
  ): Promise<OnboardingLink> {
    const link = await this.stripe_().accountLinks.create({
      account: accountId,
      refresh_url: urls.refreshUrl,
      return_url: urls.returnUrl,
      type: "account_onboarding",
    })
    return { url: link.url, expires_at: new Date(link.expires_at * 1000).toISOString() }
  }

  /** What moved on the platform's balance for a payment: fees, refunds and disputes included. */
  async movementsOf(paymentIntentId: string): Promise<PaymentMovements> {
    return await readMovements(this.stripe_(), paymentIntentId)
  }

  /** What the platform itself holds in a currency, what is still on its way included; minor units. */
  async heldByPlatform(currency: string): Promise<number> {
    const { available, pending } = await this.stripe_().balance.retrieve()
    return sumOf([...available, ...pending], currency)
  }

  /** What the account holds, per currency; negative where reversals exceeded its balance. */
  async readBalance(accountId: string): Promise<AccountBalance[]> {
    const balance = await this.stripe_().balance.retrieve({}, { stripeAccount: accountId })
    const currencies = new Set([...balance.available, ...balance.pending].map((b) => b.currency))
    return [...currencies].map((currency) => ({
      currency,
      available_minor: sumOf(balance.available, currency),
      pending_minor: sumOf(balance.pending, currency),
    }))
  }

  /** All that the account holds in a currency, what is still on its way included; minor units. */
  async heldIn(accountId: string, currency: string): Promise<number> {
    const balances = await this.readBalance(accountId)
    const balance = balances.find((one) => one.currency === currency)
    return balance ? balance.available_minor + balance.pending_minor : 0
  }
}

/** The account's state in our words. */
export function stateOf(account: Stripe.Account): AccountState {
  const { requirements } = account
  const due = [...(requirements?.currently_due ?? []), ...(requirements?.past_due ?? [])]
  return {
    account_id: account.id,
    status: accountStatusOf({
      areDetailsSubmitted: account.details_submitted,
      canReceiveTransfers: account.capabilities?.transfers === "active",
      arePayoutsEnabled: account.payouts_enabled,
      disabledReason: requirements?.disabled_reason ?? null,
      dueCount: due.length,
    }),
    due_fields: [...new Set(due)],
    country: account.country ?? "",
  }
}

function sumOf(parts: { amount: number; currency: string }[], currency: string): number {
  return parts
    .filter((part) => part.currency === currency)
    .reduce((total, { amount }) => total + amount, 0)
}

export default ConnectModuleService
