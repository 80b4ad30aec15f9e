import fc from "fast-check"

import { effectOf, FOLLOWED_EVENTS, isFollowed } from "./webhook-effect"

const intent = (over: object) => ({
  object: "payment_intent",
  id: "pi_1",
  amount: 6800,
  amount_received: 0,
  currency: "cny",
  metadata: { session_id: "payses_1" },
  last_payment_error: null,
  ...over,
})

describe("effectOf", () => {
  it("tells of a payment with the fen that were received", () => {
    expect(effectOf(intent({ status: "succeeded", amount_received: 6700 }), null)).toEqual({
      name: "webhook.payment_succeeded",
      data: {
        payment_intent_id: "pi_1",
        session_id: "payses_1",
        amount_minor: 6700,
        currency: "cny",
        error_code: null,
      },
    })
  })

  it.each([
    ["requires_capture", null, "webhook.payment_authorized"],
    ["canceled", null, "webhook.payment_canceled"],
    ["requires_payment_method", { code: "card_declined" }, "webhook.payment_failed"],
    ["succeeded", { code: "card_declined" }, "webhook.payment_succeeded"],
  ])("reads the state %s (error %p) as %s", (status, last_payment_error, name) => {
    expect(effectOf(intent({ status, last_payment_error }), null)?.name).toBe(name)
  })

  it.each(["processing", "requires_action", "requires_payment_method", "invented"])(
    "has nothing to do for %s",
    (status) => {
      expect(effectOf(intent({ status }), null)).toBeNull()
    },
  )

  it("names the decline rather than the general code", () => {
    const last_payment_error = { code: "card_declined", decline_code: "insufficient_funds" }
    expect(
      effectOf(intent({ status: "requires_payment_method", last_payment_error }), null)?.data,
    ).toMatchObject({ error_code: "insufficient_funds", amount_minor: 6800 })
  })

  it.each([
    [
      { object: "charge", id: "ch_1", amount_refunded: 10, payment_intent: { id: "pi_1" } },
      "webhook.charge_refunded",
      { refunded_minor: 10, payment_intent_id: "pi_1" },
    ],
    [
      {
        object: "refund",
        id: "re_1",
        status: "failed",
        amount: 5,
        failure_reason: "lost_or_stolen_card",
      },
      "webhook.refund_failed",
      { failure_reason: "lost_or_stolen_card" },
    ],
    [
      { object: "refund", id: "re_1", status: "succeeded", amount: 5 },
      "webhook.refund_succeeded",
      { amount_minor: 5 },
    ],
    [
      { object: "dispute", id: "dp_1", status: "needs_response", evidence_details: { due_by: 9 } },
      "webhook.dispute_opened",
      { evidence_due_at: 9 },
    ],
    [
      { object: "dispute", id: "dp_1", status: "lost", charge: "ch_1" },
      "webhook.dispute_closed",
      { charge_id: "ch_1" },
    ],
    [
      { object: "transfer", id: "tr_1", amount: 9, transfer_group: "order_1" },
      "webhook.transfer_created",
      { order_id: "order_1", reversed_minor: 0 },
    ],
    [
      { object: "transfer", id: "tr_1", amount: 9, amount_reversed: 4 },
      "webhook.transfer_reversed",
      { reversed_minor: 4 },
    ],
    [
      { object: "payout", id: "po_1", status: "failed", failure_code: "account_closed" },
      "webhook.payout_failed",
      { account_id: "acct_1", failure_code: "account_closed" },
    ],
    [
      { object: "payout", id: "po_1", status: "paid" },
      "webhook.payout_paid",
      { payout_id: "po_1" },
    ],
    [{ object: "account", id: "acct_1" }, "webhook.account_updated", { account_id: "acct_1" }],
  ])("reads %p as %s", (object, name, data) => {
    const effect = effectOf(object, "acct_1")
    expect(effect?.name).toBe(name)
    expect(effect?.data).toMatchObject(data)
  })

  it.each([
    { object: "charge", amount_refunded: 0 },
    { object: "refund", status: "pending" },
    { object: "payout", status: "in_transit" },
    { object: "product" },
    { object: "constructor" },
    {},
  ])("has nothing to do for %p", (object) => {
    expect(effectOf(object, null)).toBeNull()
  })

  it("never breaks on what Stripe sends, and answers only plain values", () => {
    const objects = fc.record({
      object: fc.constantFrom(
        "payment_intent",
        "charge",
        "refund",
        "dispute",
        "transfer",
        "payout",
        "account",
      ),
      status: fc.anything(),
      amount: fc.anything(),
      metadata: fc.option(fc.object()),
      currency: fc.anything(),
      id: fc.anything(),
    })
    fc.assert(
      fc.property(objects, (object) => {
        for (const value of Object.values(effectOf(object, null)?.data ?? {})) {
          expect(value === null || ["string", "number"].includes(typeof value)).toBe(true)
        }
      }),
    )
  })
})

describe("isFollowed", () => {
  it("knows the subscribed events and no other", () => {
    expect(FOLLOWED_EVENTS.every(isFollowed)).toBe(true)
    expect(isFollowed("customer.created")).toBe(false)
  })

  it("asks Stripe for no more than the twenty types that it filters by", () => {
    expect(FOLLOWED_EVENTS.length).toBeLessThanOrEqual(20)
  })
})
