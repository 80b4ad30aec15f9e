import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { createStripeClient } from "../../lib/stripe-client"
import { createSandbox, SANDBOX_OPTIONS } from "../../testing/sandbox"
import { PROVIDER_CALL_MODULE } from "."
import type ProviderCallModuleService from "./service"

jest.setTimeout(60_000)

const sandbox = createSandbox()
beforeAll(sandbox.start)
afterEach(sandbox.calmDown)
afterAll(sandbox.stop)
const stripe = createStripeClient(SANDBOX_OPTIONS)
const nobody = () => Promise.resolve(new Set<string>())

let sessions = 0
let run = 0
/** The sandbox outlives a test, and so do its keys: names are new in every test. */
const ref = (name: string) => `ref_${run}_${name}`
beforeEach(() => {
  run += 1
})

moduleIntegrationTestRunner<ProviderCallModuleService>({
  moduleName: PROVIDER_CALL_MODULE,
  resolve: __dirname,
  moduleOptions: SANDBOX_OPTIONS,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const createIntent = (capture_method: "automatic" | "manual" = "automatic") => {
      const reference = `payses_${(sessions += 1)}_${process.pid}`
      return {
        kind: "create" as const,
        subjectId: reference,
        reference,
        request: {
          amount: 6800,
          currency: "cny",
          allowed_payment_method_types: ["card" as const],
          capture_method,
        },
      }
    }
    const confirmIntent = (payment_intent: string, payment_method = "pm_card_visa") => ({
      kind: "confirm" as const,
      subjectId: payment_intent,
      reference: payment_intent,
      request: {
        payment_intent,
        params: { payment_method, return_url: "https://shop.example/pay" },
      },
    })
    const refundIntent = (payment_intent: string, reference: string, amount = 1000) => ({
      kind: "refund" as const,
      subjectId: payment_intent,
      reference,
      request: { payment_intent, amount },
    })
    const captureIntent = (payment_intent: string) => ({
      kind: "capture" as const,
      subjectId: payment_intent,
      reference: payment_intent,
      request: { payment_intent, params: { amount_to_capture: 6800 } },
    })
    /** A payment of 68 yuan by card. */
    const paid = async (capture: "automatic" | "manual" = "automatic") => {
      const { id } = await service.perform(createIntent(capture))
      await service.perform(confirmIntent(id))
      return id
    }
    const refundsOf = async (payment_intent: string) =>
      (await stripe.refunds.list({ payment_intent })).data

    describe("perform", () => {
      it("writes the call down with its answer, and no secret of it", async () => {
        const intent = createIntent()
        const created = await service.perform(intent)
        const [call] = await service.listProviderCalls({ reference: intent.reference })
        expect(call).toMatchObject({
          kind: "create",
          status: "succeeded",
          attempts: 1,
          idempotency_key: `create:${intent.reference}`,
          provider_object_id: created.id,
        })
        expect(JSON.stringify(call)).not.toContain(created.client_secret)
      })

      it("does one thing for ten parallel calls", async () => {
        const id = await paid()
        const intent = refundIntent(id, ref("parallel"))
        await Promise.allSettled(Array.from({ length: 10 }, () => service.perform(intent)))
        await service.perform(intent)
        expect(await refundsOf(id)).toHaveLength(1)
        expect(await service.listProviderCalls({ subject_id: id, kind: "refund" })).toHaveLength(1)
      })

      it("repeats the key when the answer to a refund was lost and Medusa retries it", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/refunds", times: 3 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        const [open] = await service.listProviderCalls({ subject_id: id, kind: "refund" })
        expect(open).toMatchObject({ status: "open", error_code: "provider_unreachable" })

        // Medusa deletes the refund that failed, and retries under another id.
        const refund = await service.perform(refundIntent(id, ref("2")), nobody)
        expect(refund.amount).toBe(1000)
        expect(await refundsOf(id)).toHaveLength(1)
        const calls = await service.listProviderCalls({ subject_id: id, kind: "refund" })
        expect(calls).toEqual([
          expect.objectContaining({
            status: "succeeded",
            reference: ref("2"),
            idempotency_key: `refund:${ref("1")}`,
          }),
        ])
      })

      it("adopts a refund that succeeded for a refund that Medusa has dropped", async () => {
        const id = await paid()
        const first = await service.perform(refundIntent(id, ref("1")))
        const again = await service.perform(refundIntent(id, ref("2")), nobody)
        expect(again.id).toBe(first.id)
        expect(await refundsOf(id)).toHaveLength(1)
      })

      it("refunds the same amount twice when Medusa keeps both refunds", async () => {
        const id = await paid()
        await service.perform(refundIntent(id, ref("1")))
        await service.perform(refundIntent(id, ref("2")))
        expect(await refundsOf(id)).toHaveLength(2)
      })

      it("finds the refund behind a 500 that Stripe repeats", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "error_after", route: "POST /v1/refunds", times: 1 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        const refund = await service.perform(refundIntent(id, ref("1")))
        expect(refund.status).toBe("succeeded")
        expect(await refundsOf(id)).toHaveLength(1)
      })

      it("takes another key after a refusal", async () => {
        const id = await paid()
        const tooMuch = refundIntent(id, ref("1"), 9999)
        await expect(service.perform(tooMuch)).rejects.toMatchObject({ statusCode: 400 })
        await expect(service.perform(tooMuch)).rejects.toMatchObject({ statusCode: 400 })
        const calls = await service.listProviderCalls(
          { subject_id: id, kind: "refund" },
          { order: { created_at: "ASC" } },
        )
        expect(calls).toMatchObject([
          {
            status: "refused",
            error_code: "refund_exceeds_charge",
            idempotency_key: `refund:${ref("1")}`,
          },
          { status: "refused", idempotency_key: `refund:${ref("1")}:2` },
        ])
      })

      it("refuses another request under the same reference", async () => {
        const id = await paid()
        await service.perform(refundIntent(id, ref("1")))
        await expect(service.perform(refundIntent(id, ref("1"), 2000))).rejects.toMatchObject({
          code: "provider_call_differs",
        })
      })

      it("accepts a capture whose answer was lost", async () => {
        const id = await paid("manual")
        const route = "POST /v1/payment_intents/:id/capture"
        await sandbox.arm({ mode: "timeout_after", route, times: 3 })
        await expect(service.perform(captureIntent(id))).rejects.toThrow()
        const captured = await service.perform(captureIntent(id))
        expect(captured).toMatchObject({ status: "succeeded", amount_received: 6800 })
      })

      it("looks for the refund itself when Stripe has forgotten the key", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/refunds", times: 3 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        await MikroOrmWrapper.forkManager().execute(
          "update provider_call set first_sent_at = now() - interval '2 days'",
        )
        await sandbox.advance(2 * 86_400)
        await service.perform(refundIntent(id, ref("1")))
        expect(await refundsOf(id)).toHaveLength(1)
      })
    })

    describe("sweep", () => {
      const later = () => new Date(Date.now() + 10 * 60_000)

      it("settles a lost answer without sending again", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/refunds", times: 3 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        const report = await service.sweep(later(), () => Promise.resolve(false))
        expect(report.settled).toHaveLength(1)
        expect(await refundsOf(id)).toHaveLength(1)
      })

      it("sends what never left, if Medusa still wants it, and else leaves it", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "reset_before", route: "POST /v1/refunds", times: 3 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        expect((await service.sweep(later(), () => Promise.resolve(false))).left).toHaveLength(1)
        expect(await refundsOf(id)).toHaveLength(0)
        expect((await service.sweep(later(), () => Promise.resolve(true))).settled).toHaveLength(1)
        expect(await refundsOf(id)).toHaveLength(1)
      })

      it("leaves a call alone that may still be on its way", async () => {
        const id = await paid()
        await sandbox.arm({ mode: "reset_before", route: "POST /v1/refunds", times: 3 })
        await expect(service.perform(refundIntent(id, ref("1")))).rejects.toThrow()
        const report = await service.sweep(new Date(), () => Promise.resolve(true))
        expect(report).toEqual({ settled: [], left: [], failed: [] })
      })
    })
  },
})
