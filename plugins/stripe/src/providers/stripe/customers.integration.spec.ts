import { createStripeClient } from "../../lib/stripe-client"
import { createSandbox, SANDBOX_OPTIONS } from "../../testing/sandbox"
import { StripeProviderService } from "./service"

jest.setTimeout(60_000)

const sandbox = createSandbox()
beforeAll(sandbox.start)
afterAll(sandbox.stop)
const stripe = createStripeClient(SANDBOX_OPTIONS)
const provider = new StripeProviderService({}, SANDBOX_OPTIONS)

describe("a customer", () => {
  it("is saved once, pays with a saved card, and is forgotten", async () => {
    const id = `cus_${process.pid}`
    const context = { customer: { id, email: "amu@example.com" }, idempotency_key: id }
    const holder = await provider.createAccountHolder({ context })
    expect((await provider.createAccountHolder({ context })).id).toBe(holder.id)
    await stripe.paymentMethods.attach("pm_card_visa", { customer: holder.id })

    const account_holder = { data: holder.data! }
    const [card] = await provider.listPaymentMethods({ context: { account_holder } as never })
    expect(card?.data).toMatchObject({ type: "card", last4: "4242" })
    await provider.deletePaymentMethod({ data: { id: card!.id }, context: {} as never })
    expect(await provider.listPaymentMethods({ context: { account_holder } as never })).toEqual([])
  })
})

describe("Medusa's webhook route", () => {
  const deliver = (object: object, secret = "whsec_sandbox") => {
    const rawData = JSON.stringify({
      id: "evt_1",
      object: "event",
      type: "payment_intent.payment_failed",
      data: { object },
    })
    const signature = stripe.webhooks.generateTestHeaderString({ payload: rawData, secret })
    return provider.getWebhookActionAndData({
      data: {},
      rawData,
      headers: { "stripe-signature": signature },
    })
  }

  it("is told the payment's state of now, whatever the event says", async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 6880,
      currency: "cny",
      allowed_payment_method_types: ["card"],
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "https://shop.example/paid",
      metadata: { session_id: "payses_1" },
    })
    const { action, data } = await deliver({ object: "payment_intent", id: intent.id })
    expect(action).toBe("captured")
    expect(data?.session_id).toBe("payses_1")
    expect(Number(data?.amount)).toBe(68.8)
  })

  it("refuses a forged signature", async () => {
    await expect(
      deliver({ object: "payment_intent", id: "pi_1" }, "whsec_forged"),
    ).rejects.toMatchObject({ code: "webhook_signature_invalid" })
  })

  it("has nothing to do with other objects", async () => {
    expect(await deliver({ object: "charge", id: "ch_1" })).toEqual({ action: "not_supported" })
  })
})
