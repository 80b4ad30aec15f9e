import { createContext, runInContext } from "node:vm"
import type { PaymentIntentResult, Stripe as StripeJs } from "@stripe/stripe-js"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cardFault, expiryOf, spaced } from "../stripe-js/card.ts"
import { currency, openProvider, type Provider, realKey } from "./provider.ts"

/**
 * The stand-in for Stripe.js, run as a browser runs it. Stripe's own script runs only in a browser
 * that may reach it, so these are the sandbox's alone; what is typed is tested in a browser
 * (`tests/consumer/card.spec.ts`).
 */
let provider: Provider
beforeAll(async () => {
  provider = await openProvider()
})
afterAll(() => provider.stop())

type Page = {
  stripe: (key: string) => Pick<StripeJs, "confirmPayment" | "retrievePaymentIntent">
  visited: string[]
}

/** A page that has loaded the script; it remembers where it was sent. */
async function loadPage(): Promise<Page> {
  const src = `${provider.sandbox.url}/stripe.js`
  const answer = await fetch(src)
  expect(answer.headers.get("content-type")).toContain("text/javascript")
  const visited: string[] = []
  const window: { Stripe?: Page["stripe"] } = {}
  const location = { assign: (url: string) => visited.push(url) }
  const browser = { URL, URLSearchParams, fetch, navigator: { language: "en" }, location, window }
  runInContext(
    await answer.text(),
    createContext({ ...browser, document: { currentScript: { src } } }),
  )
  return { stripe: window.Stripe!, visited }
}

const returnUrl = "https://shop.example/return?cart=1"

describe.skipIf(realKey !== undefined)("the script for browsers", () => {
  const open = async () =>
    await provider.stripe.paymentIntents.create({
      amount: 8_800,
      currency,
      allowed_payment_method_types: ["card"],
    })

  const confirm = async (method: string, redirect: "if_required" | "always" = "if_required") => {
    const { stripe, visited } = await loadPage()
    const intent = await open()
    const answer = stripe("pk_test_sandbox").confirmPayment({
      clientSecret: intent.client_secret!,
      confirmParams: { return_url: returnUrl, payment_method: method },
      // The overloads of Stripe's types tell the two apart; a test does both.
      redirect: redirect as "if_required",
    })
    return { answer, visited, intent }
  }

  it("confirms and hands the paid intent over", async () => {
    const { answer } = await confirm("pm_card_visa")
    expect((await answer).paymentIntent).toMatchObject({ status: "succeeded" })
  })

  it("goes to the shop's return address with what Stripe appends", async () => {
    const { answer, visited, intent } = await confirm("pm_card_visa", "always")
    await expect.poll(() => visited, { timeout: 15_000 }).toHaveLength(1)
    expect(Object.fromEntries(new URL(visited[0]!).searchParams)).toEqual({
      cart: "1",
      payment_intent: intent.id,
      payment_intent_client_secret: intent.client_secret,
      redirect_status: "succeeded",
    })
    expect(await Promise.race([answer, "open"])).toBe("open")
  })

  it("goes to the bank for 3-D Secure, from where the shop's address follows", async () => {
    const { visited } = await confirm("pm_card_threeDSecure2Required")
    await expect.poll(() => visited, { timeout: 15_000 }).toHaveLength(1)
    const page = await fetch(visited[0]!, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ decision: "approve" }),
    })
    expect(page.headers.get("location")).toContain("redirect_status=succeeded")
  })

  it("resolves with a declined card's error, and never rejects for one", async () => {
    const { error } = await (await confirm("pm_card_chargeDeclinedInsufficientFunds")).answer
    expect(error).toMatchObject({
      type: "card_error",
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: "Your card has insufficient funds.",
    })
  })

  it("sees nothing with another payment's secret", async () => {
    const { stripe } = await loadPage()
    const intent = await open()
    const forged = `${intent.id}_secret_guess`
    const answer: PaymentIntentResult = await stripe("pk_test_x").retrievePaymentIntent(forged)
    expect(answer.error).toMatchObject({ code: "resource_missing" })
  })

  it("refuses secret and live keys, and what it does not emulate", async () => {
    const { stripe } = await loadPage()
    expect(() => stripe("sk_test_sandbox")).toThrow("publishable key")
    expect(() => stripe("pk_live_1")).toThrow("test keys only")
    const whole = stripe("pk_test_x") as unknown as StripeJs
    expect(() => whole.confirmAlipayPayment).toThrow("does not emulate stripe.confirmAlipayPayment")
  })
})

describe("what is typed", () => {
  const now = new Date(2026, 10, 22)
  const card = { number: "4242 4242 4242 4242", expiry: "12/34", cvc: "123" }

  it.each([
    [{}, null],
    [{ number: "4242" }, "incomplete_number"],
    [{ number: "4242 4242 4242 4241" }, "invalid_number"],
    [{ expiry: "1" }, "incomplete_expiry"],
    [{ expiry: "13/34" }, "invalid_expiry_month"],
    [{ expiry: "10/26" }, "invalid_expiry_year_past"],
    [{ expiry: "11/26" }, null],
    [{ cvc: "12" }, "incomplete_cvc"],
    [{ number: "3782 822463 10005", cvc: "123" }, "incomplete_cvc"],
    [{ number: "3782 822463 10005", cvc: "1234" }, null],
  ])("finds in %j: %s", (change, fault) => {
    expect(cardFault({ ...card, ...change }, now)).toBe(fault)
  })

  it("is spaced in fours", () => {
    expect([spaced("4242424242"), expiryOf("1234")]).toEqual([
      "4242 4242 42",
      { month: 12, year: 2034 },
    ])
  })
})
