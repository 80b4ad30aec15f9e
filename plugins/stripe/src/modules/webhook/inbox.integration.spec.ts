import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { MAX_ATTEMPTS } from "../../domain/retry-schedule"
import { createStripeClient } from "../../lib/stripe-client"
import { containerWith } from "../../testing/container"
import { createSandbox, SANDBOX_OPTIONS } from "../../testing/sandbox"
import { drainWebhookInbox } from "../../workflows/drain-webhook-inbox"
import { processWebhookEventWorkflow } from "../../workflows/process-webhook-event"
import { WEBHOOK_MODULE } from "."
import type WebhookModuleService from "./service"

jest.setTimeout(60_000)

const sandbox = createSandbox()
beforeAll(sandbox.start)
afterEach(sandbox.calmDown)
afterAll(sandbox.stop)
const stripe = createStripeClient(SANDBOX_OPTIONS)

let breaks = false
const followed: string[] = []
// One handler per hook and process: the tests switch it.
processWebhookEventWorkflow.hooks.effectRead(({ effect }) => {
  if (breaks) {
    throw new Error("The till is closed.")
  }
  followed.push(effect?.name ?? "nothing")
  return Promise.resolve()
})

moduleIntegrationTestRunner<WebhookModuleService>({
  moduleName: WEBHOOK_MODULE,
  resolve: __dirname,
  moduleOptions: SANDBOX_OPTIONS,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const emitted: { name: string; data: unknown }[] = []
    // Workflows group their events and release them when they have ended.
    const bus = {
      emit: (events: { name: string; data: unknown } | { name: string; data: unknown }[]) => {
        emitted.push(...[events].flat())
        return Promise.resolve()
      },
      releaseGroupedEvents: () => Promise.resolve(),
      clearGroupedEvents: () => Promise.resolve(),
    }
    const container = () => containerWith({ [WEBHOOK_MODULE]: service, event_bus: bus })
    const sign = (payload: string, secret = "whsec_sandbox", timestamp?: number) =>
      stripe.webhooks.generateTestHeaderString({
        payload,
        secret,
        ...(timestamp && { timestamp }),
      })
    const eventOf = (object: object, over: object = {}) => ({
      id: "evt_1",
      object: "event",
      type: "payment_intent.succeeded",
      created: 1_795_000_000,
      livemode: false,
      data: { object },
      ...over,
    })
    const receive = (object: object, over: object = {}) => {
      const body = JSON.stringify(eventOf(object, over))
      return service.receive(Buffer.from(body), sign(body))
    }
    const paid = () =>
      stripe.paymentIntents.create({
        amount: 6800,
        currency: "cny",
        allowed_payment_method_types: ["card"],
        payment_method: "pm_card_visa",
        confirm: true,
        return_url: "https://shop.example/paid",
        metadata: { session_id: "payses_1" },
      })

    beforeEach(() => {
      breaks = false
      followed.length = 0
      emitted.length = 0
    })

    describe("receive", () => {
      it("writes a redelivered event down once", async () => {
        const intent = await paid()
        const first = await receive(intent)
        const second = await receive(intent)
        expect(first.isNew).toBe(true)
        expect(second).toEqual({ id: first.id, isNew: false })
        const rows = await service.listWebhookEvents({})
        expect(rows).toHaveLength(1)
        expect(JSON.stringify(rows)).not.toContain(intent.client_secret)
      })

      it("writes ten parallel deliveries down once", async () => {
        const intent = await paid()
        const answers = await Promise.all(Array.from({ length: 10 }, () => receive(intent)))
        expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
        expect(await service.listWebhookEvents({})).toHaveLength(1)
      })

      it.each([
        ["forged", (body: string) => sign(body, "whsec_forged")],
        ["stale", (body: string) => sign(body, "whsec_sandbox", 1_700_000_000)],
        ["for another body", () => sign("{}")],
        ["missing", () => ""],
      ])("refuses a signature that is %s, and writes nothing", async (_name, signed) => {
        const body = JSON.stringify(eventOf({ object: "payment_intent", id: "pi_1" }))
        await expect(service.receive(body, signed(body))).rejects.toMatchObject({
          code: "webhook_signature_invalid",
        })
        expect(await service.listWebhookEvents({})).toHaveLength(0)
      })

      it("keeps an event that it doesn't follow, and leaves it", async () => {
        await receive({ object: "customer", id: "cus_1" }, { type: "customer.created" })
        expect(await service.listWebhookEvents({})).toMatchObject([{ status: "ignored" }])
        expect(await drainWebhookInbox(container())).toEqual({ done: 0, failed: 0, dead: 0 })
      })
    })

    describe("drainWebhookInbox", () => {
      it("follows the payment's state of now, not the event's", async () => {
        const intent = await paid()
        await receive(intent, { type: "payment_intent.payment_failed" })
        expect(await drainWebhookInbox(container())).toEqual({ done: 1, failed: 0, dead: 0 })
        expect(followed).toEqual(["webhook.payment_succeeded"])
        expect(emitted).toMatchObject([
          {
            name: "webhook.payment_succeeded",
            data: { payment_intent_id: intent.id, session_id: "payses_1", amount_minor: 6800 },
          },
        ])
        expect(await service.listWebhookEvents({})).toMatchObject([
          { status: "done", effect: "webhook.payment_succeeded", attempts: 1 },
        ])
      })

      it("finds an event in the millisecond that wrote it", async () => {
        await receive(await paid())
        const [row] = await MikroOrmWrapper.forkManager().execute<{ rest: number }[]>(
          "select extract(microsecond from next_attempt_at)::int % 1000 as rest from webhook_event",
        )
        expect(row).toEqual({ rest: 0 })
      })

      it("follows each event once, whoever drains", async () => {
        const intent = await paid()
        for (let n = 0; n < 5; n += 1) {
          await receive(intent, { id: `evt_${n}` })
        }
        await Promise.all([1, 2, 3].map(() => drainWebhookInbox(container(), { batchSize: 2 })))
        await drainWebhookInbox(container())
        expect(followed).toHaveLength(5)
      })

      it("tries a failed event again later, then leaves it among the dead letters", async () => {
        breaks = true
        await receive(await paid())
        let now = new Date()
        expect(await drainWebhookInbox(container(), { now })).toMatchObject({ failed: 1 })
        // Not yet due.
        expect(await drainWebhookInbox(container(), { now })).toMatchObject({ failed: 0 })
        for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
          now = new Date(now.getTime() + 3_600_000)
          await drainWebhookInbox(container(), { now })
        }
        const [dead] = await service.listWebhookEvents({})
        expect(dead).toMatchObject({
          status: "dead",
          attempts: MAX_ATTEMPTS,
          last_error: expect.stringContaining("The till is closed.") as string,
        })

        breaks = false
        expect(await service.revive(dead!.id, now)).toBe(true)
        expect(await drainWebhookInbox(container(), { id: dead!.id, now })).toMatchObject({
          done: 1,
        })
        expect(followed).toEqual(["webhook.payment_succeeded"])
      })

      it("takes up an event whose worker died, and buries one that kills every worker", async () => {
        await receive(await paid())
        let now = new Date()
        expect(await service.claimDue(now, 10)).toHaveLength(1)
        expect(await service.claimDue(now, 10)).toHaveLength(0)
        for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
          now = new Date(now.getTime() + 121_000)
          expect(await service.claimDue(now, 10)).toHaveLength(1)
        }
        now = new Date(now.getTime() + 121_000)
        expect(await service.claimDue(now, 10)).toHaveLength(0)
        expect(await service.listWebhookEvents({})).toMatchObject([{ status: "dead" }])
      })

      it("follows an event about an object that is gone", async () => {
        await receive({ object: "payment_intent", id: "pi_gone" })
        expect(await drainWebhookInbox(container())).toMatchObject({ done: 1 })
        expect(followed).toEqual(["nothing"])
      })
    })

    describe("poll", () => {
      it("finds what no webhook brought, and nothing twice", async () => {
        const intent = await paid()
        const first = await service.poll(new Date())
        expect(first.missed).toBeGreaterThan(0)
        expect((await service.poll(new Date())).missed).toBe(0)
        const [event] = await service.listWebhookEvents({ object_id: intent.id })
        expect(event).toMatchObject({ received_via: "poll", status: "pending" })
      })
    })

    it("says that there is no such event to replay", async () => {
      expect(await service.revive("whev_none", new Date())).toBe(false)
    })
  },
})
