import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
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

const chargeOf = async (id: string) => {
  const intent = await provider.stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] })
  if (typeof intent.latest_charge !== "object" || !intent.latest_charge)
    throw new Error("No charge.")
  return intent.latest_charge
}

describe("refunds", () => {
  it("refunds in parts up to the whole, and no further", async () => {
    const { stripe } = provider
    const intent = await paid(stripe, 10_000)
    const part = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 4_000,
      metadata: { line: "1" },
    })
    expect(part).toMatchObject({ status: "succeeded", amount: 4_000, metadata: { line: "1" } })
    const tooMuch = await errorOf(
      stripe.refunds.create({ payment_intent: intent.id, amount: 6_001 }),
    )
    expect(tooMuch.message).toMatch(/is greater than unrefunded amount on charge/)
    const rest = await stripe.refunds.create({ payment_intent: intent.id })
    expect(rest.amount).toBe(6_000)
    expect(await chargeOf(intent.id)).toMatchObject({ amount_refunded: 10_000, refunded: true })
    const none = await errorOf(stripe.refunds.create({ payment_intent: intent.id }))
    expect(none.code).toBe("charge_already_refunded")
    const list = await stripe.refunds.list({ payment_intent: intent.id })
    expect(list.data.map((refund) => refund.id)).toEqual([rest.id, part.id])
  })

  it("takes a refund back when the bank refuses it", async () => {
    const { stripe } = provider
    const intent = await paid(stripe, 7_000, "pm_card_refundFail")
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    const failed = await eventually(async () => {
      const now = await stripe.refunds.retrieve(refund.id)
      return now.status === "failed" ? now : null
    })
    expect(failed.failure_reason).toBe("expired_or_canceled_card")
    expect(await chargeOf(intent.id)).toMatchObject({ amount_refunded: 0, refunded: false })
  })

  it("settles a pending refund later", async () => {
    const { stripe } = provider
    const intent = await paid(stripe, 7_000, "pm_card_pendingRefund")
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    expect(refund.status).toBe("pending")
    await eventually(async () =>
      (await stripe.refunds.retrieve(refund.id)).status === "succeeded" ? true : null,
    )
  })

  it("has nothing to refund before a charge", async () => {
    const { stripe } = provider
    const intent = await stripe.paymentIntents.create({ amount: 5_000, currency })
    expect((await errorOf(stripe.refunds.create({ payment_intent: intent.id }))).statusCode).toBe(
      400,
    )
  })
})

describe("disputes", () => {
  const disputeOf = (intent: string) =>
    eventually(
      async () => (await provider.stripe.disputes.list({ payment_intent: intent })).data[0],
    )

  it("opens for the dispute card and is lost when closed", async () => {
    const intent = await paid(provider.stripe, 20_000, "pm_card_createDispute")
    const dispute = await disputeOf(intent.id)
    expect(dispute).toMatchObject({
      amount: 20_000,
      reason: "fraudulent",
      status: "needs_response",
    })
    expect(
      (await errorOf(provider.stripe.refunds.create({ payment_intent: intent.id }))).code,
    ).toBe("charge_disputed")
    expect((await provider.stripe.disputes.close(dispute.id)).status).toBe("lost")
  })

  it("is won with winning evidence", async () => {
    const intent = await paid(provider.stripe, 20_000, "pm_card_createDispute")
    const dispute = await disputeOf(intent.id)
    await provider.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "winning_evidence" },
      submit: true,
    })
    const closed = await eventually(async () => {
      const now = await provider.stripe.disputes.retrieve(dispute.id)
      return now.status === "won" ? now : null
    })
    const sum = closed.balance_transactions.reduce((total, { net }) => total + net, 0)
    expect(sum).toBe(0)
  })

  sandboxOnly(
    "the control endpoint is the sandbox's",
    "opens an inquiry without moving money",
    async () => {
      const intent = await paid(provider.stripe, 5_000, "pm_card_createDisputeInquiry")
      const dispute = await disputeOf(intent.id)
      expect(dispute).toMatchObject({ status: "warning_needs_response", balance_transactions: [] })
    },
  )
})
