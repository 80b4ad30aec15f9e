import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { currency, errorOf, noRedirects, openProvider, paid, type Provider } from "./provider.ts"

let provider: Provider
beforeAll(async () => {
  provider = await openProvider()
})
afterAll(() => provider.stop())

describe("cards", () => {
  it("charges at once and expands the charge", async () => {
    const intent = await provider.stripe.paymentIntents.create({
      amount: 12_800,
      currency,
      payment_method: "pm_card_visa",
      confirm: true,
      automatic_payment_methods: noRedirects,
      metadata: { cart_id: "cart_1", lines: 2 },
      expand: ["latest_charge", "payment_method"],
    })
    expect(intent).toMatchObject({ status: "succeeded", amount_received: 12_800, currency })
    expect(intent.metadata).toEqual({ cart_id: "cart_1", lines: "2" })
    expect(intent.latest_charge).toMatchObject({ captured: true, paid: true, amount: 12_800 })
    expect(intent.payment_method).toMatchObject({ type: "card", card: { last4: "4242" } })
  })

  it("authorizes, captures a part, and refuses a second capture", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 10_000,
      currency,
      capture_method: "manual",
      payment_method: "pm_card_visa",
      confirm: true,
      automatic_payment_methods: noRedirects,
    })
    expect(intent).toMatchObject({ status: "requires_capture", amount_capturable: 10_000 })
    const tooMuch = await errorOf(
      stripe.paymentIntents.capture(intent.id, { amount_to_capture: 10_001 }),
    )
    expect(tooMuch.code).toBe("amount_too_large")
    const captured = await stripe.paymentIntents.capture(intent.id, { amount_to_capture: 7_000 })
    expect(captured).toMatchObject({
      status: "succeeded",
      amount_received: 7_000,
      amount_capturable: 0,
    })
    const again = await errorOf(stripe.paymentIntents.capture(intent.id))
    expect(again).toMatchObject({ code: "payment_intent_unexpected_state", statusCode: 400 })
    expect(again.payment_intent).toMatchObject({ id: intent.id, status: "succeeded" })
  })

  it("releases an authorization without a refund", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      capture_method: "manual",
      payment_method: "pm_card_visa",
      confirm: true,
      automatic_payment_methods: noRedirects,
    })
    const canceled = await stripe.paymentIntents.cancel(intent.id, {
      cancellation_reason: "abandoned",
    })
    expect(canceled).toMatchObject({
      status: "canceled",
      cancellation_reason: "abandoned",
      amount_capturable: 0,
    })
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toEqual([])
    expect((await errorOf(stripe.paymentIntents.cancel(intent.id))).code).toBe(
      "payment_intent_unexpected_state",
    )
  })

  it.each([
    ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
    ["pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc"],
    ["pm_card_chargeDeclinedProcessingError", "processing_error", "processing_error"],
  ])("declines %s with %s, and takes another card", async (method, code, declineCode) => {
    const { stripe } = provider
    const error = await errorOf(paid(stripe, 6_000, method))
    expect(error).toMatchObject({ type: "StripeCardError", statusCode: 402, code })
    expect(error.decline_code ?? code).toBe(declineCode)
    const id = error.payment_intent?.id ?? ""
    const after = await stripe.paymentIntents.retrieve(id)
    expect(after).toMatchObject({ status: "requires_payment_method", payment_method: null })
    expect(after.last_payment_error).toMatchObject({ code, type: "card_error" })
    const retried = await stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" })
    expect(retried.status).toBe("succeeded")
  })

  it("asks for 3-D Secure, and refuses it off session", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 9_900,
      currency,
      payment_method: "pm_card_authenticationRequired",
      confirm: true,
      return_url: "https://shop.example/return",
      allowed_payment_method_types: ["card"],
    })
    expect(intent.status).toBe("requires_action")
    expect(intent.next_action?.type).toBe("redirect_to_url")
    const error = await errorOf(
      stripe.paymentIntents.create({
        amount: 9_900,
        currency,
        payment_method: "pm_card_authenticationRequired",
        confirm: true,
        off_session: true,
        allowed_payment_method_types: ["card"],
      }),
    )
    expect(error.code).toBe("authentication_required")
  })

  it("changes an amount until it is authorized", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      automatic_payment_methods: noRedirects,
    })
    expect((await stripe.paymentIntents.update(intent.id, { amount: 6_500 })).amount).toBe(6_500)
    await stripe.paymentIntents.confirm(intent.id, { payment_method: "pm_card_visa" })
    const error = await errorOf(stripe.paymentIntents.update(intent.id, { amount: 7_000 }))
    expect(error).toMatchObject({ code: "payment_intent_unexpected_state", statusCode: 400 })
  })

  it("keeps the options that an update doesn't name", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      allowed_payment_method_types: ["card", "wechat_pay"],
      payment_method_options: { wechat_pay: { client: "web" }, card: { capture_method: "manual" } },
    })
    const changed = await stripe.paymentIntents.update(intent.id, {
      payment_method_options: { card: { request_three_d_secure: "any" } },
    })
    expect(changed.payment_method_options).toMatchObject({
      wechat_pay: { client: "web" },
      card: { capture_method: "manual", request_three_d_secure: "any" },
    })
  })

  it("merges metadata, and an empty value removes a key", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      metadata: { a: "1", b: "2" },
    })
    const changed = await stripe.paymentIntents.update(intent.id, { metadata: { a: "", c: "3" } })
    expect(changed.metadata).toEqual({ b: "2", c: "3" })
  })

  it("refuses amounts that are too small or too large", async () => {
    const { stripe } = provider
    expect((await errorOf(stripe.paymentIntents.create({ amount: 10, currency }))).code).toBe(
      "amount_too_small",
    )
    expect(
      (await errorOf(stripe.paymentIntents.create({ amount: 100_000_000, currency }))).code,
    ).toBe("amount_too_large")
  })
})

describe("payment methods", () => {
  it("offers what is allowed and leaves out what doesn't fit", async () => {
    const { stripe } = provider
    const all = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      allowed_payment_method_types: ["card", "alipay", "wechat_pay"],
    })
    expect(all.payment_method_types).toEqual(
      expect.arrayContaining(["card", "alipay", "wechat_pay"]),
    )
    const manual = await stripe.paymentIntents.create({
      amount: 5_000,
      currency,
      capture_method: "manual",
      allowed_payment_method_types: ["card", "alipay", "wechat_pay"],
    })
    expect(manual.payment_method_types).toEqual(["card"])
  })

  it("refuses two ways of naming the offer, and the parameter that endive removed", async () => {
    const { stripe } = provider
    const error = await errorOf(
      stripe.paymentIntents.create({
        amount: 5_000,
        currency,
        allowed_payment_method_types: ["card"],
        automatic_payment_methods: { enabled: true },
      }),
    )
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", statusCode: 400 })
    const old = { amount: 5_000, currency, payment_method_types: ["card"] }
    expect((await errorOf(stripe.paymentIntents.create(old))).code).toBe(
      "payment_method_types_no_longer_supported",
    )
  })

  it("keeps a customer's card, and serves a loose one once", async () => {
    const { stripe } = provider
    const customer = await stripe.customers.create({ email: "buyer@example.com", name: "阿木" })
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id })
    const cards = await stripe.customers.listPaymentMethods(customer.id, { type: "card" })
    expect(cards.data.map((card) => card.id)).toEqual([method.id])
    for (const amount of [5_000, 6_000]) {
      const intent = await stripe.paymentIntents.create({
        amount,
        currency,
        customer: customer.id,
        payment_method: method.id,
        confirm: true,
        automatic_payment_methods: noRedirects,
      })
      expect(intent.status).toBe("succeeded")
    }
    await stripe.paymentMethods.detach(method.id)
    expect((await errorOf(paid(stripe, 5_000, method.id))).statusCode).toBe(400)
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true })
  })

  it("attaches a card with the payment that asks to keep it, until it is detached", async () => {
    const { stripe } = provider
    const customer = await stripe.customers.create({ email: "buyer@example.com" })
    const pay = (more: object) =>
      stripe.paymentIntents.create({
        amount: 3000,
        currency,
        customer: customer.id,
        confirm: true,
        automatic_payment_methods: noRedirects,
        ...more,
      })
    const list = async () => (await stripe.customers.listPaymentMethods(customer.id)).data
    expect((await pay({ payment_method: "pm_card_visa" })).status).toBe("succeeded")
    expect(await list()).toEqual([])
    await pay({ payment_method: "pm_card_visa", setup_future_usage: "on_session" })
    const [card] = await list()
    expect(card).toMatchObject({ type: "card", card: { brand: "visa", last4: "4242" } })
    expect((await pay({ payment_method: card!.id })).status).toBe("succeeded")
    expect((await stripe.paymentMethods.detach(card!.id)).customer).toBeNull()
    expect(await list()).toEqual([])
    const again = await errorOf(pay({ payment_method: card!.id }))
    expect(again.message).toMatch(/may not be used again|detached/)
  })
})
