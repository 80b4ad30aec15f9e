import type {
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeleteAccountHolderInput,
  DeleteAccountHolderOutput,
  DeletePaymentMethodInput,
  DeletePaymentMethodOutput,
  ListPaymentMethodsInput,
  ListPaymentMethodsOutput,
  PaymentCustomerDTO,
  SavePaymentMethodInput,
  SavePaymentMethodOutput,
  UpdateAccountHolderInput,
  UpdateAccountHolderOutput,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider } from "@medusajs/framework/utils"
import type Stripe from "stripe"

import type { Language } from "../../domain/payment-error"
import { createStripeClient, type StripePluginOptions } from "../../lib/stripe-client"
import { explained, refuse } from "../../lib/stripe-errors"

/** Stripe's own limit of a page; nobody keeps more cards. */
const MOST_METHODS = 100

/** What Stripe is told of a customer: enough to recognise a receipt, no address. */
function customerParams({ email, first_name, last_name, phone }: Partial<PaymentCustomerDTO>) {
  const name = [last_name, first_name].filter(Boolean).join(" ")
  return { email, ...(name && { name }), ...(phone && { phone }) }
}

function idOf(data: Record<string, unknown> | undefined): string | null {
  return typeof data?.id === "string" ? data.id : null
}

/**
 * Saved customers and their cards. Medusa's own Stripe provider is not our base: its SDK 15 declares
 * its types for the whole program, over those of SDK 23, and passes keys where 23 takes parameters.
 */
export abstract class StripeCustomers extends AbstractPaymentProvider<StripePluginOptions> {
  protected readonly client_: Stripe
  protected readonly settings_: StripePluginOptions

  constructor(cradle: Record<string, unknown>, options: StripePluginOptions) {
    super(cradle, { ...options })
    this.settings_ = options
    this.client_ = createStripeClient(options)
  }

  /** One Stripe customer per customer of the shop: the customer's id is the key. */
  async createAccountHolder({
    context,
  }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    const known = idOf(context.account_holder?.data)
    if (known) {
      return { id: known }
    }
    const { customer } = context
    const created = await this.explain_(customer.id, "zh", () =>
      this.client_.customers.create(
        { ...customerParams(customer), metadata: { customer_id: customer.id } },
        { idempotencyKey: `customer:${context.idempotency_key ?? customer.id}` },
      ),
    )
    return { id: created.id, data: { id: created.id } }
  }

  async updateAccountHolder({
    context,
  }: UpdateAccountHolderInput): Promise<UpdateAccountHolderOutput> {
    const id = this.holderOf_(context)
    if (context.customer) {
      const params = customerParams(context.customer)
      await this.explain_(id, "zh", () => this.client_.customers.update(id, params))
    }
    return { data: { id } }
  }

  async deleteAccountHolder({
    context,
  }: DeleteAccountHolderInput): Promise<DeleteAccountHolderOutput> {
    const id = this.holderOf_(context)
    await this.explain_(id, "zh", () => this.client_.customers.del(id))
    return {}
  }

  /** The customer's saved cards: brand, last digits and date, nothing else. */
  async listPaymentMethods({
    context,
  }: ListPaymentMethodsInput): Promise<ListPaymentMethodsOutput> {
    const id = idOf(context?.account_holder?.data)
    if (!id) {
      return []
    }
    const { data } = await this.explain_(id, "zh", () =>
      this.client_.customers.listPaymentMethods(id, { type: "card", limit: MOST_METHODS }),
    )
    return data.map(({ id, type, card }) => ({
      id,
      data: {
        id,
        type,
        brand: card?.brand ?? null,
        last4: card?.last4 ?? null,
        exp_month: card?.exp_month ?? null,
        exp_year: card?.exp_year ?? null,
      },
    }))
  }

  /** Begins to save a card without a payment; the browser completes it with the client secret. */
  async savePaymentMethod({ context }: SavePaymentMethodInput): Promise<SavePaymentMethodOutput> {
    const customer = this.holderOf_(context ?? {})
    const key = context?.idempotency_key
    const setup = await this.explain_(customer, "zh", () =>
      this.client_.setupIntents.create(
        { customer, usage: "on_session" },
        key ? { idempotencyKey: `setup:${key}` } : {},
      ),
    )
    return { id: setup.id, data: { id: setup.id, client_secret: setup.client_secret } }
  }

  async deletePaymentMethod({
    data,
  }: DeletePaymentMethodInput): Promise<DeletePaymentMethodOutput> {
    const id = idOf(data)
    if (!id) {
      throw refuse("payment_not_found", "payment method")
    }
    await this.explain_(id, "zh", () => this.client_.paymentMethods.detach(id))
    return {}
  }

  protected holderOf_(context: { account_holder?: { data?: Record<string, unknown> } }): string {
    const id = idOf(context.account_holder?.data)
    if (!id) {
      throw refuse("payment_not_found", "customer")
    }
    return id
  }

  /** An error of Stripe's reaches the caller in our code and words. */
  protected async explain_<T>(
    subject: string,
    language: Language,
    call: () => Promise<T>,
  ): Promise<T> {
    try {
      return await call()
    } catch (error) {
      throw explained(error, subject, language)
    }
  }
}
