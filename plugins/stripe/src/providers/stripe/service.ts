import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import type Stripe from "stripe"

import { refusalOfAmount, type Money } from "../../domain/amount-guard"
import { intentIdOf } from "../../domain/intent-id"
import type { Language } from "../../domain/payment-error"
import { requireStripeOptions, type StripePluginOptions } from "../../lib/stripe-client"
import { intentOfError, refuse } from "../../lib/stripe-errors"
import { StripeCustomers } from "./customers"
import { minorOf, ProviderRecords } from "./records"
import { sessionDataOf, statusOf } from "./session-data"
import { webhookActionOf } from "./webhook-action"
import { confirmParams, createRequest, readWish, textOf, type Wish } from "./wish"

type PaymentData = Record<string, unknown> | undefined

/** States in which an intent's amount may still change. */
const OPEN_STATES = ["requires_payment_method", "requires_confirmation", "requires_action"]

/**
 * Payments by card, Alipay and WeChat Pay: one key per intent of ours, exact fen, and Stripe's amount
 * held against the payment session's before authorization and again at capture.
 */
export class StripeProviderService extends StripeCustomers {
  static override identifier = "stripe"

  protected readonly records_: ProviderRecords

  static override validateOptions(options: Partial<StripePluginOptions>): void {
    requireStripeOptions(options)
  }

  constructor(cradle: Record<string, unknown>, options: StripePluginOptions) {
    super(cradle, options)
    // The container is a proxy: modules are looked up when they are needed, not now.
    this.records_ = new ProviderRecords(cradle)
  }

  /**
   * Opens a payment intent over exactly the session's amount; Alipay, WeChat Pay and saved cards are
   * confirmed at once, so that the page gets its link or code without any script.
   * @throws MedusaError with a code of `PaymentError`
   */
  async initiatePayment(input: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const data = input.data ?? {}
    const wish = readWish(data, this.settings_)
    const sessionId = textOf(data.session_id) ?? input.context?.idempotency_key ?? ""
    const holder = input.context?.account_holder?.data?.id
    const request = createRequest(wish, {
      amountMinor: minorOf(input.amount, input.currency_code),
      currency: input.currency_code,
      sessionId,
      customerId: typeof holder === "string" ? holder : null,
      cardCapture: this.settings_.cardCapture ?? "automatic",
    })
    const intent = await this.explain_(sessionId, wish.language, async () => {
      const created = await this.records_.calls.perform({
        kind: "create",
        subjectId: sessionId,
        reference: sessionId,
        request,
      })
      return await this.confirm_(created, wish)
    })
    const { method, language: locale } = wish
    const session = sessionDataOf(intent, { method, locale, session_id: sessionId })
    return { id: intent.id, status: statusOf(intent), data: { ...session } }
  }

  /** A declined attempt is no error of ours: the session says why, and waits for the next one. */
  protected async confirm_(
    intent: Stripe.PaymentIntent,
    wish: Wish,
  ): Promise<Stripe.PaymentIntent> {
    const params = confirmParams(wish)
    if (!params || !OPEN_STATES.includes(intent.status)) {
      return intent
    }
    try {
      return await this.records_.calls.perform({
        kind: "confirm",
        subjectId: intent.id,
        reference: intent.id,
        request: { payment_intent: intent.id, params },
      })
    } catch (error) {
      const declined = intentOfError(error)
      if (declined) {
        return declined
      }
      throw error
    }
  }

  /** @throws MedusaError `payment_amount_differs`, `payment_currency_differs` */
  async authorizePayment({
    data,
    context,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const intent = await this.intentOf_(data)
    const status = statusOf(intent)
    if (status === "authorized" || status === "captured") {
      await this.guard_(intent, data, context?.idempotency_key)
    }
    return { status, data: { ...sessionDataOf(intent, data ?? {}) } }
  }

  /**
   * Captures the whole authorization. An intent that Stripe has captured already (automatic capture,
   * or a lost answer) is checked and accepted.
   * @throws MedusaError `payment_amount_differs`, `capture_partial`, `payment_canceled`, …
   */
  async capturePayment({ data, context }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const intent = await this.intentOf_(data)
    const money = await this.guard_(intent, data)
    const wanted = await this.records_.captureMinor(context?.idempotency_key, money.currency)
    if (wanted !== null && wanted !== money.amountMinor) {
      throw refuse("capture_partial", intent.id, languageOf(data))
    }
    if (intent.status === "canceled") {
      throw refuse("payment_canceled", intent.id, languageOf(data))
    }
    if (intent.status === "succeeded") {
      return { data: { ...sessionDataOf(intent, data ?? {}) } }
    }
    const captured = await this.explain_(intent.id, languageOf(data), () =>
      this.records_.calls.perform({
        kind: "capture",
        subjectId: intent.id,
        reference: intent.id,
        request: {
          payment_intent: intent.id,
          params: { amount_to_capture: money.amountMinor },
        },
      }),
    )
    await this.guard_(captured, data)
    return { data: { ...sessionDataOf(captured, data ?? {}) } }
  }

  /**
   * Refunds part or all. A refund that Medusa retries, under whatever id, is the same refund at
   * Stripe; two refunds of one amount that Medusa both keeps are two.
   */
  async refundPayment({ amount, data, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const id = this.idOf_(data)
    const currency = String(data?.currency)
    const refundId = String(context?.idempotency_key)
    const reference = await this.records_.refundReference(refundId)
    const refund = await this.explain_(id, languageOf(data), () =>
      this.records_.calls.perform(
        {
          kind: "refund",
          subjectId: id,
          reference,
          request: { payment_intent: id, amount: minorOf(amount, currency) },
        },
        this.records_.livingRefunds,
      ),
    )
    if (refund.status === "failed" || refund.status === "canceled") {
      throw refuse("provider_refused", refund.id, languageOf(data))
    }
    return { data: { ...data } }
  }

  /**
   * Gives the shopper's authorization back.
   * @throws MedusaError `payment_already_made` when the money was taken: that is refunded, by a refund.
   */
  async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (!intentIdOf(data)) {
      return { data: { ...data } }
    }
    const intent = await this.intentOf_(data)
    if (intent.status === "succeeded") {
      throw refuse("payment_already_made", intent.id, languageOf(data))
    }
    // Canceling twice cancels once: it needs no key of ours.
    const canceled =
      intent.status === "canceled"
        ? intent
        : await this.explain_(intent.id, languageOf(data), () =>
            this.client_.paymentIntents.cancel(intent.id),
          )
    return { data: { ...sessionDataOf(canceled, data ?? {}) } }
  }

  async deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return await this.cancelPayment(input)
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const intent = await this.intentOf_(data)
    return { status: statusOf(intent), data: { ...sessionDataOf(intent, data ?? {}) } }
  }

  async retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: { ...sessionDataOf(await this.intentOf_(data), data ?? {}) } }
  }

  /** Brings the intent to the session's new amount, while nothing is authorized on it. */
  async updatePayment(input: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const { data, amount, currency_code: currency } = input
    const intent = await this.intentOf_(data)
    const wanted: Money = { amountMinor: minorOf(amount, currency), currency }
    const actual: Money = { amountMinor: intent.amount, currency: intent.currency }
    const refusal = refusalOfAmount(wanted, actual)
    if (refusal && (refusal !== "payment_amount_differs" || !OPEN_STATES.includes(intent.status))) {
      const code = intent.status === "succeeded" ? "payment_already_made" : refusal
      throw refuse(code, intent.id, languageOf(data))
    }
    const updated = refusal
      ? await this.explain_(intent.id, languageOf(data), () =>
          this.client_.paymentIntents.update(intent.id, { amount: wanted.amountMinor }),
        )
      : intent
    return { status: statusOf(updated), data: { ...sessionDataOf(updated, data ?? {}) } }
  }

  /** For Medusa's own webhook route; our `/hooks/stripe` verifies and stores before it answers. */
  async getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"],
  ): Promise<WebhookActionResult> {
    return await webhookActionOf(this.client_, this.settings_.webhookSecret, payload)
  }

  protected idOf_(data: PaymentData): string {
    const id = intentIdOf(data)
    if (!id) {
      throw refuse("payment_not_found", "-", languageOf(data))
    }
    return id
  }

  protected async intentOf_(data: PaymentData): Promise<Stripe.PaymentIntent> {
    const id = this.idOf_(data)
    return await this.explain_(id, languageOf(data), () => this.client_.paymentIntents.retrieve(id))
  }

  /** Refuses an intent that is not over the session's money; answers that money. */
  protected async guard_(
    intent: Stripe.PaymentIntent,
    data: PaymentData,
    sessionId: string | undefined = intent.metadata.session_id,
  ): Promise<Money> {
    const session = sessionId ? await this.records_.sessionMoney(sessionId) : null
    if (!session || intent.metadata.session_id !== sessionId) {
      throw refuse("payment_not_found", intent.id, languageOf(data))
    }
    const held = intent.status === "succeeded" ? intent.amount_received : intent.amount
    const refusal = refusalOfAmount(session, { amountMinor: held, currency: intent.currency })
    if (refusal) {
      throw refuse(refusal, intent.id, languageOf(data))
    }
    return session
  }
}

function languageOf(data: PaymentData): Language {
  return data?.locale === "en" ? "en" : "zh"
}
