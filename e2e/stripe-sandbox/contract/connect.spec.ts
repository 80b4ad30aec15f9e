import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  currency,
  errorOf,
  openProvider,
  paid,
  type Provider,
  realKey,
  sandboxOnly,
} from "./provider.ts"

let provider: Provider
beforeAll(async () => {
  provider = await openProvider({ feeBasisPoints: 0, feeFixed: 0 })
})
afterAll(() => provider.stop())

const newAccount = () =>
  provider.stripe.accounts.create({
    country: process.env.STRIPE_TEST_COUNTRY ?? "HK",
    email: "coop@example.com",
    business_profile: { name: "盐源苹果合作社" },
    capabilities: { transfers: { requested: true } },
    controller: {
      fees: { payer: "application" },
      losses: { payments: "application" },
      stripe_dashboard: { type: "express" },
    },
  })

const browser = "onboarding needs a browser"

async function seller() {
  const account = await newAccount()
  provider.sandbox.onboard(account.id, "complete")
  return account.id
}

const chargeId = async (amount: number, method?: string) => {
  const intent = await paid(provider.stripe, amount, method)
  return typeof intent.latest_charge === "string" ? intent.latest_charge : ""
}

const available = async (account?: string) => {
  const balance = await provider.stripe.balance.retrieve(
    {},
    account ? { stripeAccount: account } : {},
  )
  return balance.available.find((entry) => entry.currency === currency)?.amount ?? 0
}

describe("onboarding", () => {
  it("starts with nothing enabled and gives a link", async () => {
    const account = await newAccount()
    expect(account).toMatchObject({
      charges_enabled: false,
      payouts_enabled: false,
      details_submitted: false,
    })
    expect(account.capabilities?.transfers).toBe("inactive")
    const link = await provider.stripe.accountLinks.create({
      account: account.id,
      type: "account_onboarding",
      refresh_url: "https://shop.example/refresh",
      return_url: "https://shop.example/return",
    })
    expect(link.url).toMatch(/^https?:/)
    expect(link.expires_at).toBeGreaterThan(link.created)
    if (realKey !== undefined) await provider.stripe.accounts.del(account.id)
  })

  it("refuses a country without Stripe, and an account that isn't ours", async () => {
    expect(
      (await errorOf(provider.stripe.accounts.create({ country: "CN", type: "express" })))
        .statusCode,
    ).toBe(400)
    const error = await errorOf(provider.stripe.accounts.retrieve("acct_1NotOurs00000000"))
    expect(error).toMatchObject({ statusCode: 403, code: "account_invalid" })
  })

  sandboxOnly(browser, "enables the seller after the page, once per link", async () => {
    const account = await newAccount()
    const link = await provider.stripe.accountLinks.create({
      account: account.id,
      type: "account_onboarding",
      refresh_url: "https://shop.example/refresh",
      return_url: "https://shop.example/return",
    })
    expect(await (await fetch(link.url)).text()).toContain("模拟")
    const press = () =>
      fetch(link.url, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ decision: "complete" }),
      })
    expect((await press()).headers.get("location")).toBe("https://shop.example/return")
    expect((await press()).headers.get("location")).toBe("https://shop.example/refresh")
    const after = await provider.stripe.accounts.retrieve(account.id)
    expect(after).toMatchObject({ payouts_enabled: true, details_submitted: true })
    expect(after.capabilities?.transfers).toBe("active")
  })

  sandboxOnly(browser, "keeps an incomplete seller waiting", async () => {
    const { id } = await newAccount()
    provider.sandbox.onboard(id, "incomplete")
    const after = await provider.stripe.accounts.retrieve(id)
    expect(after.requirements?.currently_due).not.toEqual([])
    const error = await errorOf(
      provider.stripe.transfers.create({ amount: 100, currency, destination: id }),
    )
    expect(error.code).toBe("insufficient_capabilities_for_transfer")
  })
})

describe("transfers", () => {
  sandboxOnly(browser, "splits one charge between two sellers and no further", async () => {
    const { stripe } = provider
    const [a, b] = [await seller(), await seller()]
    const charge = await chargeId(10_000)
    const first = await stripe.transfers.create({
      amount: 6_000,
      currency,
      destination: a,
      source_transaction: charge,
      transfer_group: "order_1",
    })
    expect(first).toMatchObject({ amount: 6_000, transfer_group: "order_1", reversed: false })
    await stripe.transfers.create({
      amount: 4_000,
      currency,
      destination: b,
      source_transaction: charge,
      transfer_group: "order_1",
    })
    const over = await errorOf(
      stripe.transfers.create({ amount: 1, currency, destination: b, source_transaction: charge }),
    )
    expect(over.message).toMatch(/must not exceed the source amount/)
    const group = await stripe.transfers.list({ transfer_group: "order_1" })
    expect(group.data.map((transfer) => transfer.amount)).toEqual([4_000, 6_000])
    expect(await available(a)).toBe(0)
    const balance = await stripe.balance.retrieve({}, { stripeAccount: a })
    expect(balance.pending).toMatchObject([{ amount: 6_000, currency }])
  })

  sandboxOnly(browser, "needs available funds without a source charge", async () => {
    const { stripe } = provider
    const id = await seller()
    await paid(stripe, 50_000)
    const before = await available()
    const error = await errorOf(
      stripe.transfers.create({ amount: before + 1, currency, destination: id }),
    )
    expect(error.code).toBe("balance_insufficient")
    await chargeId(30_000, "pm_card_bypassPending")
    await new Promise((resolve) => setTimeout(resolve, 150))
    await stripe.transfers.create({ amount: 30_000, currency, destination: id })
    expect(await available(id)).toBe(30_000)
  })

  sandboxOnly(
    browser,
    "reverses in parts, into a negative balance that the platform covers",
    async () => {
      const { stripe } = provider
      const id = await seller()
      await chargeId(20_000, "pm_card_bypassPending")
      await new Promise((resolve) => setTimeout(resolve, 150))
      const transfer = await stripe.transfers.create({ amount: 20_000, currency, destination: id })
      await stripe.payouts.create({ amount: 20_000, currency }, { stripeAccount: id })
      const reversal = await stripe.transfers.createReversal(transfer.id, {
        amount: 5_000,
        metadata: { refund: "1" },
      })
      expect(reversal).toMatchObject({ amount: 5_000, transfer: transfer.id })
      expect(await available(id)).toBe(-5_000)
      const { connect_reserved } = await stripe.balance.retrieve()
      expect(connect_reserved).toMatchObject([{ amount: 5_000, currency }])
      const after = await stripe.transfers.retrieve(transfer.id)
      expect(after).toMatchObject({ amount_reversed: 5_000, reversed: false })
      expect(after.reversals.data).toHaveLength(1)
      await stripe.transfers.createReversal(transfer.id)
      const error = await errorOf(stripe.transfers.createReversal(transfer.id))
      expect(error.statusCode).toBe(400)
      expect((await stripe.transfers.listReversals(transfer.id)).data).toHaveLength(2)
    },
  )
})

describe("payouts", () => {
  const funded = async (outcome: "bank_refuses" | "complete") => {
    const account = await newAccount()
    provider.sandbox.onboard(account.id, outcome)
    await chargeId(9_000, "pm_card_bypassPending")
    await new Promise((resolve) => setTimeout(resolve, 150))
    await provider.stripe.transfers.create({ amount: 9_000, currency, destination: account.id })
    return account.id
  }

  sandboxOnly("it takes days", "reaches the bank the next day", async () => {
    const { stripe, sandbox } = provider
    const id = await funded("complete")
    const payout = await stripe.payouts.create({ amount: 9_000, currency }, { stripeAccount: id })
    expect(payout.status).toBe("pending")
    expect(
      (await errorOf(stripe.payouts.create({ amount: 1, currency }, { stripeAccount: id }))).code,
    ).toBe("balance_insufficient")
    sandbox.clock.advance(86_401)
    const paidOut = await stripe.payouts.retrieve(payout.id, {}, { stripeAccount: id })
    expect(paidOut.status).toBe("paid")
    expect(await available(id)).toBe(0)
  })

  sandboxOnly("it takes days", "comes back from a closed bank account", async () => {
    const { stripe, sandbox } = provider
    const id = await funded("bank_refuses")
    const payout = await stripe.payouts.create({ amount: 9_000, currency }, { stripeAccount: id })
    sandbox.clock.advance(86_401)
    const failed = await stripe.payouts.retrieve(payout.id, {}, { stripeAccount: id })
    expect(failed).toMatchObject({ status: "failed", failure_code: "account_closed" })
    expect(await available(id)).toBe(9_000)
  })

  sandboxOnly("onboarding needs a browser", "is refused before onboarding", async () => {
    const { id } = await newAccount()
    const error = await errorOf(
      provider.stripe.payouts.create({ amount: 1, currency }, { stripeAccount: id }),
    )
    expect(error.code).toBe("payouts_not_allowed")
  })
})

describe("balance", () => {
  sandboxOnly(
    "other tests share the account",
    "is the sum of its transactions, and settles after two days",
    async () => {
      const { stripe, sandbox, stop } = await openProvider({ feeBasisPoints: 340, feeFixed: 235 })
      const intent = await paid(stripe, 10_000)
      await stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 })
      const rows = await stripe.balanceTransactions.list()
      expect(rows.data.map(({ type, net, fee }) => ({ type, net, fee }))).toEqual([
        { type: "refund", net: -1_000, fee: 0 },
        { type: "charge", net: 9_425, fee: 575 },
      ])
      const early = await stripe.balance.retrieve()
      expect([early.available[0]?.amount, early.pending[0]?.amount]).toEqual([-1_000, 9_425])
      sandbox.clock.advance(2 * 86_400)
      const late = await stripe.balance.retrieve()
      expect([late.available[0]?.amount, late.pending[0]?.amount]).toEqual([8_425, 0])
      await stop()
    },
  )
})
