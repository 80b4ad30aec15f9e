import type { StoreCartPayment } from "@shangxing/marketplace/types/http"
import { expect, it } from "vitest"

import { isSimulated, payChoiceOf, payMethodOf, paymentStep, savedCardValue } from "./pay-method"

const open: StoreCartPayment = {
  state: "open",
  method: "card",
  amount_fen: 8000,
  order_id: null,
  error: null,
  redirect_url: null,
  qr: null,
  client_secret: "pi_1_secret_1",
}

it("proposes Alipay where nothing of ours is named", () => {
  expect([payMethodOf("card"), payMethodOf("bitcoin"), payMethodOf(null)]).toEqual([
    "card",
    "alipay",
    "alipay",
  ])
})

it("reads a saved card, one to be kept, and neither", () => {
  const chosen = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return payChoiceOf(form)
  }
  const saved = chosen({ pay: savedCardValue("pm_1"), save_card: "1" })
  expect(saved).toEqual({ method: "card", savedCardId: "pm_1", savesCard: false })
  const kept = chosen({ pay: "card", save_card: "1" })
  expect(kept).toEqual({ method: "card", savedCardId: null, savesCard: true })
  expect(chosen({ pay: "alipay", save_card: "1" }).savesCard).toBe(false)
})

it("takes only Stripe's own server for real", () => {
  expect(isSimulated("https://js.stripe.com/dahlia/stripe.js")).toBe(false)
  expect(isSimulated("http://localhost:12111/stripe.js")).toBe(true)
  expect(isSimulated("https://js.stripe.com.evil.example/stripe.js")).toBe(true)
})

it.each([
  ["a page to go to", { redirect_url: "https://bank.example" }, "away"],
  ["a code to scan", { qr: { data: "w", image_data_url: "d", hosted_url: "h" } }, "scan"],
  ["a card to type", {}, "card"],
  ["nothing more to do", { state: "paid" as const }, "settle"],
  ["a refusal", { state: "declined" as const, error: { code: "c", message: "no" } }, "refused"],
])("finds %s", (_name, change, go) => {
  expect(paymentStep({ ...open, ...change }).go).toBe(go)
})
