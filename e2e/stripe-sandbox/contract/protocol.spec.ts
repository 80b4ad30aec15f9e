import Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  clientOf,
  currency,
  errorOf,
  eventually,
  openProvider,
  paid,
  type Provider,
  sandboxOnly,
} from "./provider.ts"

let provider: Provider
beforeAll(async () => {
  provider = await openProvider()
})
afterAll(() => provider.stop())

const order = (amount = 5_000) => ({ amount, currency })
const newKey = () => `contract-${crypto.randomUUID()}`

describe("validation", () => {
  it("refuses unknown parameters, top-level and nested", async () => {
    const create = (extra: object) =>
      errorOf(provider.stripe.paymentIntents.create({ ...order(), ...extra }))
    expect(await create({ foo: "1" })).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 400,
      code: "parameter_unknown",
      param: "foo",
      message: "Received unknown parameter: foo",
    })
    const nested = await create({
      shipping: { name: "阿木", address: { line1: "1", zip: "6150" } },
    })
    expect(nested).toMatchObject({ code: "parameter_unknown", param: "shipping[address][zip]" })
  })

  it("names what is missing or malformed", async () => {
    const { stripe } = provider
    const create = (params: object) =>
      errorOf(stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams))
    expect(await create({ amount: 5_000 })).toMatchObject({
      code: "parameter_missing",
      param: "currency",
    })
    expect(await create({ amount: "ten", currency })).toMatchObject({
      code: "parameter_invalid_integer",
      param: "amount",
    })
    expect(await create({ ...order(), capture_method: "later" })).toMatchObject({
      param: "capture_method",
    })
    expect(await create({ ...order(), currency: "xyz" })).toMatchObject({ param: "currency" })
  })

  it("answers 404 for what doesn't exist", async () => {
    const { stripe } = provider
    expect(await errorOf(stripe.paymentIntents.retrieve("pi_none"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      param: "intent",
      message: "No such payment_intent: 'pi_none'",
    })
    const refund = await errorOf(stripe.refunds.create({ payment_intent: "pi_none" }))
    expect(refund.code).toBe("resource_missing")
  })

  it("refuses an expansion that is none", async () => {
    const intent = await provider.stripe.paymentIntents.create(order())
    const error = await errorOf(
      provider.stripe.paymentIntents.retrieve(intent.id, { expand: ["amount.foo"] }),
    )
    expect(error.statusCode).toBe(400)
  })

  sandboxOnly(
    "it is about the sandbox's limits",
    "says so when it doesn't emulate a valid parameter",
    async () => {
      const error = await errorOf(
        provider.stripe.paymentIntents.create({ ...order(), on_behalf_of: "acct_1" }),
      )
      expect(error).toMatchObject({
        statusCode: 501,
        code: "sandbox_not_emulated",
        param: "on_behalf_of",
      })
    },
  )

  sandboxOnly("it needs no key", "refuses missing, live and malformed keys", async () => {
    const { sandbox } = provider
    expect((await fetch(`${sandbox.url}/v1/balance`)).status).toBe(401)
    const live = await errorOf(clientOf(sandbox, ["sk", "live", "x"].join("_")).balance.retrieve())
    expect(live.type).toBe("StripeAuthenticationError")
    const error = await errorOf(clientOf(sandbox, "pk_test_sandbox").balance.retrieve())
    expect(error.statusCode).toBe(401)
  })
})

describe("idempotency keys", () => {
  it("repeats the first answer", async () => {
    const options = { idempotencyKey: newKey() }
    const first = await provider.stripe.paymentIntents.create(order(), options)
    const second = await provider.stripe.paymentIntents.create(order(), options)
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true")
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined()
  })

  it("refuses the key for another request", async () => {
    const options = { idempotencyKey: newKey() }
    await provider.stripe.paymentIntents.create(order(), options)
    expect(
      await errorOf(provider.stripe.paymentIntents.create(order(6_000), options)),
    ).toMatchObject({
      type: "StripeIdempotencyError",
      statusCode: 400,
    })
    const other = await errorOf(provider.stripe.customers.create({ name: "x" }, options))
    expect(other.type).toBe("StripeIdempotencyError")
  })

  it("repeats a decline, and forgets a request that failed validation", async () => {
    const { stripe } = provider
    const declined = {
      ...order(),
      payment_method: "pm_card_chargeDeclined",
      confirm: true,
      allowed_payment_method_types: ["card" as const],
    }
    const options = { idempotencyKey: newKey() }
    const first = await errorOf(stripe.paymentIntents.create(declined, options))
    const second = await errorOf(stripe.paymentIntents.create(declined, options))
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id)
    const again = { idempotencyKey: newKey() }
    const bad = { ...order(), foo: "1" }
    expect((await errorOf(stripe.paymentIntents.create(bad, again))).code).toBe("parameter_unknown")
    expect((await stripe.paymentIntents.create(order(), again)).id).toMatch(/^pi_/)
  })

  sandboxOnly("it takes a day", "forgets a key after 24 hours", async () => {
    const { stripe, sandbox } = provider
    const options = { idempotencyKey: newKey() }
    const first = await stripe.paymentIntents.create(order(), options)
    sandbox.clock.advance(86_401)
    const second = await stripe.paymentIntents.create(order(), options)
    expect(second.id).not.toBe(first.id)
  })
})

describe("lists", () => {
  it("pages backwards in time and back", async () => {
    const { stripe } = provider
    const customer = await stripe.customers.create({ name: "阿依" })
    const ids: string[] = []
    for (const amount of [5_000, 5_001, 5_002]) {
      ids.unshift(
        (await stripe.paymentIntents.create({ amount, currency, customer: customer.id })).id,
      )
    }
    const first = await stripe.paymentIntents.list({ customer: customer.id, limit: 2 })
    expect(first).toMatchObject({ object: "list", has_more: true, url: "/v1/payment_intents" })
    const all: string[] = []
    for await (const intent of stripe.paymentIntents.list({ customer: customer.id, limit: 2 }))
      all.push(intent.id)
    expect(all).toEqual(ids)
    const before = await stripe.paymentIntents.list({
      customer: customer.id,
      ending_before: ids[2] ?? "",
    })
    expect(before.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })
})

describe("faults", () => {
  const capture = "POST /v1/payment_intents/:id/capture"
  const authorized = () =>
    provider.stripe.paymentIntents.create({
      ...order(),
      capture_method: "manual",
      payment_method: "pm_card_visa",
      confirm: true,
      allowed_payment_method_types: ["card"],
    })
  const fault = "faults can't be asked of Stripe"

  sandboxOnly(fault, "loses the answer of a capture, and the same key finds it", async () => {
    const { stripe, sandbox } = provider
    const intent = await authorized()
    const options = { idempotencyKey: newKey(), maxNetworkRetries: 0 }
    sandbox.faults.add({ mode: "timeout_after", route: capture, times: 2 })
    const error = await errorOf(stripe.paymentIntents.capture(intent.id, {}, options))
    expect(error.type).toBe("StripeConnectionError")
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded")
    sandbox.faults.clear()
    const repeated = await stripe.paymentIntents.capture(intent.id, {}, options)
    expect(repeated.status).toBe("succeeded")
    expect((await errorOf(stripe.paymentIntents.capture(intent.id))).code).toBe(
      "payment_intent_unexpected_state",
    )
  })

  sandboxOnly(
    fault,
    "answers 500 before the work, then does it; after the work, always",
    async () => {
      const { stripe, sandbox } = provider
      const intent = await authorized()
      const options = { idempotencyKey: newKey() }
      sandbox.faults.add({ mode: "error_before", route: capture })
      expect(
        (await errorOf(stripe.paymentIntents.capture(intent.id, {}, options))).statusCode,
      ).toBe(500)
      expect((await stripe.paymentIntents.capture(intent.id, {}, options)).status).toBe("succeeded")
      sandbox.faults.add({ mode: "error_after", route: "POST /v1/refunds" })
      const key = { idempotencyKey: newKey() }
      const refund = () => stripe.refunds.create({ payment_intent: intent.id, amount: 100 }, key)
      expect((await errorOf(refund())).statusCode).toBe(500)
      expect((await errorOf(refund())).statusCode).toBe(500)
      expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1)
    },
  )

  sandboxOnly(fault, "is slow, and meanwhile refuses the key", async () => {
    const { stripe, sandbox } = provider
    sandbox.faults.add({ mode: "slow", route: "POST /v1/payment_intents", delayMs: 2_000 })
    const options = { idempotencyKey: newKey() }
    const slow = stripe.paymentIntents.create(order(), options)
    // The fault leaves the list when the first request has come: only then is its key in use.
    await eventually(() => Promise.resolve(sandbox.faults.list().length === 0 || null))
    const error = await errorOf(stripe.paymentIntents.create(order(), options))
    expect(error).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" })
    const repeated = await stripe.paymentIntents.create(order(), {
      ...options,
      maxNetworkRetries: 10,
    })
    expect(repeated.id).toBe((await slow).id)
  })

  sandboxOnly(fault, "limits the rate and cuts connections", async () => {
    const { stripe, sandbox } = provider
    sandbox.faults.add({ mode: "rate_limit" })
    expect((await errorOf(stripe.balance.retrieve())).type).toBe("StripeRateLimitError")
    sandbox.faults.add({ mode: "reset_before", times: 2 })
    expect((await errorOf(stripe.balance.retrieve())).type).toBe("StripeConnectionError")
    sandbox.faults.clear()
  })
})

describe("a browser with a publishable key", () => {
  const browser = "card numbers aren't sent to the real API"
  sandboxOnly(browser, "confirms with a card number and sees only its part", async () => {
    const { stripe, sandbox } = provider
    const intent = await stripe.paymentIntents.create({
      ...order(),
      metadata: { cart_id: "secret" },
    })
    const post = (secret: string) =>
      fetch(`${sandbox.url}/v1/payment_intents/${intent.id}/confirm`, {
        method: "POST",
        body: new URLSearchParams({
          key: "pk_test_sandbox",
          client_secret: secret,
          return_url: "https://shop.example/return",
          "payment_method_data[type]": "card",
          "payment_method_data[card][number]": "4242 4242 4242 4242",
          "payment_method_data[card][exp_month]": "12",
          "payment_method_data[card][exp_year]": "2034",
          "payment_method_data[card][cvc]": "123",
        }),
      })
    expect((await post("wrong")).status).toBe(404)
    const answer = (await (await post(intent.client_secret ?? "")).json()) as Record<
      string,
      unknown
    >
    expect(answer.status).toBe("succeeded")
    expect(answer).not.toHaveProperty("metadata")
  })
})

describe("events", () => {
  it("are listed by type", async () => {
    const { stripe } = provider
    const intent = await paid(stripe, 7_700)
    const event = await eventually(async () => {
      const events = await stripe.events.list({ type: "payment_intent.succeeded", limit: 20 })
      return events.data.find(({ data }) => (data.object as Stripe.PaymentIntent).id === intent.id)
    })
    expect(event).toMatchObject({ object: "event", livemode: false })
    expect((await stripe.events.retrieve(event.id)).id).toBe(event.id)
  })
})
