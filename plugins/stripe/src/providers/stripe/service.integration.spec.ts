import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { createStripeClient } from "../../lib/stripe-client"
import { PROVIDER_CALL_MODULE } from "../../modules/provider-call"
import type ProviderCallModuleService from "../../modules/provider-call/service"
import { createSandbox, SANDBOX_OPTIONS } from "../../testing/sandbox"
import { StripeProviderService } from "./service"

jest.setTimeout(60_000)

const sandbox = createSandbox()
beforeAll(sandbox.start)
afterEach(sandbox.calmDown)
afterAll(sandbox.stop)
const stripe = createStripeClient(SANDBOX_OPTIONS)
const RETURN_URL = "https://shop.example/checkout/paid"

type Row = { id: string; amount: string; currency_code: string; metadata?: Record<string, unknown> }

/** Stands in for the payment module's tables, as far as the provider reads them. */
function paymentRows() {
  const rows = new Map<string, Row>()
  const list = ({ id }: { id: string | string[] }) =>
    Promise.resolve([id].flat().flatMap((one) => rows.get(one) ?? []))
  return { rows, service: { list } }
}

let names = 0
const named = (prefix: string) => `${prefix}_${process.pid}_${(names += 1)}`

moduleIntegrationTestRunner<ProviderCallModuleService>({
  moduleName: PROVIDER_CALL_MODULE,
  resolve: `${__dirname}/../../modules/provider-call`,
  moduleOptions: SANDBOX_OPTIONS,
  pathToMigrations: `${__dirname}/../../modules/provider-call/migrations`,
  testSuite: ({ service }) => {
    const payments = paymentRows()
    const providerWith = (options = {}) =>
      new StripeProviderService(
        {
          provider_call: service,
          paymentSessionService: payments.service,
          captureService: payments.service,
          refundService: payments.service,
        },
        { ...SANDBOX_OPTIONS, ...options },
      )
    const provider = providerWith()

    /** Opens a session of Medusa's and the payment for it. */
    const initiate = async (wish: Record<string, unknown>, amount = "68.80", by = provider) => {
      const id = named("payses")
      payments.rows.set(id, { id, amount, currency_code: "cny" })
      const { data, status } = await by.initiatePayment({
        amount,
        currency_code: "cny",
        data: { ...wish, session_id: id },
        context: { idempotency_key: id },
      })
      return { sessionId: id, status, data: data as Record<string, unknown> & { id: string } }
    }
    const authorize = (session: { sessionId: string; data: Record<string, unknown> }) =>
      provider.authorizePayment({
        data: session.data,
        context: { idempotency_key: session.sessionId },
      })
    const capture = (data: Record<string, unknown>, amount = "68.80") => {
      const id = named("capt")
      payments.rows.set(id, { id, amount, currency_code: "cny" })
      return provider.capturePayment({ data, context: { idempotency_key: id } })
    }
    const refund = async (data: Record<string, unknown>, amount: string, over: object = {}) => {
      const id = named("ref")
      payments.rows.set(id, { id, amount, currency_code: "cny", ...over })
      try {
        return await provider.refundPayment({ data, amount, context: { idempotency_key: id } })
      } catch (error) {
        // As Medusa does.
        payments.rows.delete(id)
        throw error
      }
    }
    const savedCard = { method: "card", payment_method: "pm_card_visa", return_url: RETURN_URL }

    describe("a card", () => {
      it("is confirmed in the browser, over exactly the session's fen", async () => {
        const session = await initiate({ method: "card" }, "19.99")
        expect(session.status).toBe("pending")
        expect(session.data).toMatchObject({ amount_minor: 1999, currency: "cny", method: "card" })
        expect(session.data.client_secret).toContain(session.data.id)
        await stripe.paymentIntents.confirm(session.data.id, {
          payment_method: "pm_card_visa",
          return_url: RETURN_URL,
        })
        expect((await authorize(session)).status).toBe("captured")
      })

      it("is authorized, then captured, where capture is manual", async () => {
        const session = await initiate(savedCard, "68.80", providerWith({ cardCapture: "manual" }))
        const { status, data } = await authorize(session)
        expect(status).toBe("authorized")
        const captured = await capture(data!)
        expect(captured.data).toMatchObject({ intent_status: "succeeded", amount_minor: 6880 })
        // Medusa's retry comes under another capture: nothing is captured twice.
        expect((await capture(data!)).data).toMatchObject({ intent_status: "succeeded" })
      })

      it("refuses to capture a part, which would release the rest", async () => {
        const session = await initiate(savedCard, "68.80", providerWith({ cardCapture: "manual" }))
        await expect(capture(session.data, "10")).rejects.toMatchObject({ code: "capture_partial" })
      })

      it("says in both languages why it was declined, and keeps the session open", async () => {
        const wish = {
          ...savedCard,
          payment_method: "pm_card_visa_chargeDeclinedInsufficientFunds",
        }
        const session = await initiate(wish)
        expect(session.status).toBe("error")
        expect(session.data.last_error).toMatchObject({ code: "funds_insufficient" })
      })

      it("ignores whatever else the browser writes into the session", async () => {
        const session = await initiate({
          method: "card",
          capture_method: "manual",
          amount: 1,
          customer: "cus_other",
          metadata: { session_id: "payses_other" },
        })
        const intent = await stripe.paymentIntents.retrieve(session.data.id)
        expect(intent).toMatchObject({ amount: 6880, capture_method: "automatic", customer: null })
        expect(intent.metadata.session_id).toBe(session.sessionId)
      })
    })

    describe("a wallet", () => {
      it("Alipay sends the shopper to its page and back", async () => {
        const session = await initiate({ method: "alipay", return_url: RETURN_URL })
        expect(session.status).toBe("requires_more")
        expect(session.data.redirect_url).toMatch(/^http/)
        await sandbox.decide(session.data.id, "approve")
        expect((await authorize(session)).status).toBe("captured")
      })

      it("WeChat Pay shows a code", async () => {
        const session = await initiate({ method: "wechat_pay" })
        expect(session.status).toBe("requires_more")
        expect(session.data.qr).toMatchObject({ data: expect.stringMatching(/./) as string })
        await sandbox.decide(session.data.id, "decline")
        expect(await authorize(session)).toMatchObject({ status: "error" })
      })

      it.each([
        [{ method: "alipay" }, "return_url_missing"],
        [{ method: "alipay", return_url: "https://evil.example/" }, "return_url_missing"],
        [{ method: "alipay", return_url: "javascript:alert(1)" }, "return_url_missing"],
        [{ method: "cash" }, "payment_method_unknown"],
      ])("refuses %p", async (wish, code) => {
        await expect(initiate(wish)).rejects.toMatchObject({ code })
      })
    })

    describe("the amount guard", () => {
      it.each([
        [{ amount: "68.81" }, "payment_amount_differs"],
        [{ currency_code: "usd" }, "payment_currency_differs"],
      ])("refuses to authorize when the session has become %p", async (change, code) => {
        const session = await initiate(savedCard)
        payments.rows.set(session.sessionId, {
          ...payments.rows.get(session.sessionId)!,
          ...change,
        })
        await expect(authorize(session)).rejects.toMatchObject({ code })
      })

      it("refuses to capture when the session's amount has changed since", async () => {
        const session = await initiate(savedCard, "68.80", providerWith({ cardCapture: "manual" }))
        await authorize(session)
        payments.rows.get(session.sessionId)!.amount = "70"
        await expect(capture(session.data, "70")).rejects.toMatchObject({
          code: "payment_amount_differs",
        })
        const intent = await stripe.paymentIntents.retrieve(session.data.id)
        expect(intent.status).toBe("requires_capture")
      })

      it("refuses an intent that belongs to another session", async () => {
        const [one, other] = [await initiate(savedCard), await initiate(savedCard)]
        await expect(
          authorize({ sessionId: one.sessionId, data: other.data }),
        ).rejects.toMatchObject({ code: "payment_not_found" })
      })
    })

    describe("a refund", () => {
      const refunded = async (id: string) =>
        (await stripe.refunds.list({ payment_intent: id })).data.map(({ amount }) => amount)

      it("gives back parts to the fen, and no more than was paid", async () => {
        const { data } = await initiate(savedCard)
        await refund(data, "0.29")
        await refund(data, "68.51")
        expect(await refunded(data.id)).toEqual([6851, 29])
        await expect(refund(data, "0.01")).rejects.toMatchObject({
          code: "charge_already_refunded",
        })
      })

      it("is made once, though Medusa retries it under another id", async () => {
        const { data } = await initiate(savedCard)
        await sandbox.arm({ mode: "timeout_after", route: "POST /v1/refunds", times: 3 })
        await expect(refund(data, "10")).rejects.toMatchObject({ code: "provider_unreachable" })
        await refund(data, "10")
        expect(await refunded(data.id)).toEqual([1000])
      })

      it("is made twice, where Medusa keeps two of the same amount", async () => {
        const { data } = await initiate(savedCard)
        await refund(data, "10")
        await refund(data, "10")
        expect(await refunded(data.id)).toEqual([1000, 1000])
      })

      it("is made once for an intent that its maker has named", async () => {
        const { data } = await initiate(savedCard)
        const metadata = { intent_key: named("cancel") }
        await refund(data, "10", { metadata })
        await refund(data, "10", { metadata })
        expect(await refunded(data.id)).toEqual([1000])
      })
    })

    describe("a change of mind", () => {
      it("brings an open payment to the cart's new amount", async () => {
        const session = await initiate({ method: "card" })
        const { data } = await provider.updatePayment({
          data: session.data,
          amount: "70.10",
          currency_code: "cny",
        })
        expect(data).toMatchObject({ id: session.data.id, amount_minor: 7010 })
      })

      it("cancels an open payment, once or twice", async () => {
        const session = await initiate({ method: "card" })
        await provider.cancelPayment({ data: session.data })
        const { data } = await provider.deletePayment({ data: session.data })
        expect(data).toMatchObject({ intent_status: "canceled" })
      })

      it("neither cancels nor changes a payment that was made", async () => {
        const session = await initiate(savedCard)
        const made = { code: "payment_already_made" }
        await expect(provider.deletePayment({ data: session.data })).rejects.toMatchObject(made)
        await expect(
          provider.updatePayment({ data: session.data, amount: "70", currency_code: "cny" }),
        ).rejects.toMatchObject(made)
      })
    })

    it("says how to mend a payment module without our book of calls", async () => {
      const bare = new StripeProviderService({}, SANDBOX_OPTIONS)
      await expect(
        bare.initiatePayment({ amount: 1, currency_code: "cny", data: { session_id: "payses_x" } }),
      ).rejects.toThrow(/dependencies: \["provider_call"\]/)
    })
  },
})
