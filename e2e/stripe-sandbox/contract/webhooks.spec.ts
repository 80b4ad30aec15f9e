import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type Stripe from "stripe"
import { afterEach, beforeEach, describe, expect } from "vitest"
import { type Sandbox, startSandbox } from "../sandbox.ts"
import { clientOf, eventually, paid, sandboxOnly } from "./provider.ts"

const secret = "whsec_contract"
const reason = "Stripe can't reach a receiver on this machine"

let receiver: Server
let url: string
let received: { body: string; signature: string }[]
let answers: number[]
let sandbox: Sandbox
let stripe: Stripe

beforeEach(async () => {
  received = []
  answers = []
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const signature = String(request.headers["stripe-signature"])
      received.push({ body: Buffer.concat(chunks).toString("utf8"), signature })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`
  sandbox = await start()
  stripe = clientOf(sandbox)
})

afterEach(async () => {
  await sandbox.stop()
  await new Promise((resolve) => receiver.close(resolve))
})

const start = () => startSandbox({ asyncSeconds: 0.05, webhooks: [{ url, secret, scope: "all" }] })

const idle = () =>
  eventually(() => Promise.resolve(sandbox.webhooks.isIdle() && received.length > 0 ? true : null))

const typesReceived = () => received.map(({ body }) => (JSON.parse(body) as Stripe.Event).type)

describe("webhooks", () => {
  sandboxOnly(reason, "are signed so that the SDK accepts them", async () => {
    await paid(stripe, 5_000)
    await idle()
    for (const { body, signature } of received) {
      expect(signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/)
      expect(stripe.webhooks.constructEvent(body, signature, secret).object).toBe("event")
    }
    expect(typesReceived()).toEqual(
      expect.arrayContaining([
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
      ]),
    )
  })

  sandboxOnly(reason, "are retried until the receiver agrees", async () => {
    answers = [500, 302]
    await stripe.customers.create({ name: "阿木" })
    await idle()
    expect(typesReceived()).toEqual(Array(3).fill("customer.created"))
    const [event] = (await stripe.events.list({ type: "customer.created" })).data
    expect(event?.pending_webhooks).toBe(0)
  })

  sandboxOnly(reason, "come shuffled, twice, forged or stale when asked", async () => {
    // Held back until all are there: six that come due one by one are never shuffled.
    sandbox.webhooks.set({ shuffleSeed: 7, windowMs: 0, copies: 2, isPaused: true })
    for (let n = 0; n < 6; n += 1) await stripe.customers.create({ name: `n${n}` })
    sandbox.webhooks.set({ isPaused: false })
    await idle()
    const names = received.map(({ body }) => {
      const event = JSON.parse(body) as Stripe.CustomerCreatedEvent
      return event.data.object.name
    })
    expect(names).toHaveLength(12)
    expect([...new Set(names)]).not.toEqual(["n0", "n1", "n2", "n3", "n4", "n5"])
    sandbox.webhooks.calmDown()
    sandbox.webhooks.set({ signature: "forged" })
    received = []
    await stripe.customers.create({ name: "forged" })
    await idle()
    const [forged] = received
    expect(() =>
      stripe.webhooks.constructEvent(forged?.body ?? "", forged?.signature ?? "", secret),
    ).toThrow(stripe.errors?.StripeSignatureVerificationError)
  })

  sandboxOnly(reason, "are found by listing when a delivery was lost", async () => {
    sandbox.faults.add({ mode: "drop_webhook", event: "customer.created" })
    const customer = await stripe.customers.create({ name: "lost" })
    const lost = await eventually(async () => {
      const events = await stripe.events.list({ delivery_success: false })
      return events.data.find(({ data }) => (data.object as Stripe.Customer).id === customer.id)
    })
    expect(received).toEqual([])
    sandbox.webhooks.resend(lost.id)
    await eventually(() => Promise.resolve(received[0]))
  })

  sandboxOnly(reason, "name the connected account", async () => {
    const account = await stripe.accounts.create({
      country: "HK",
      type: "express",
      capabilities: { transfers: { requested: true } },
    })
    sandbox.onboard(account.id, "complete")
    await idle()
    // The one of the account's opening may be the last to arrive.
    const updates = received
      .map(({ body }) => JSON.parse(body) as Stripe.Event)
      .filter(({ type }) => type === "account.updated")
    expect(updates).toContainEqual(
      expect.objectContaining({
        account: account.id,
        data: expect.objectContaining({
          object: expect.objectContaining({ payouts_enabled: true }) as unknown,
        }) as unknown,
      }),
    )
  })
})
