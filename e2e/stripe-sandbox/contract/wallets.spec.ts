import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { currency, openProvider, type Provider, sandboxOnly } from "./provider.ts"

let provider: Provider
beforeAll(async () => {
  provider = await openProvider()
})
afterAll(() => provider.stop())

describe("wallets", () => {
  const wallet = (type: "alipay" | "wechat_pay") =>
    provider.stripe.paymentIntents.create({
      amount: 8_800,
      currency,
      allowed_payment_method_types: [type],
      payment_method_data: { type },
      ...(type === "wechat_pay"
        ? { payment_method_options: { wechat_pay: { client: "web" as const } } }
        : {}),
      return_url: "https://shop.example/return?order=1",
      confirm: true,
    })

  it("sends an Alipay buyer away and a WeChat buyer to a QR code", async () => {
    const alipay = await wallet("alipay")
    expect(alipay.status).toBe("requires_action")
    expect(alipay.next_action?.alipay_handle_redirect?.url).toMatch(/^https?:/)
    const wechat = await wallet("wechat_pay")
    expect(wechat.next_action?.type).toBe("wechat_pay_display_qr_code")
    expect(wechat.next_action?.wechat_pay_display_qr_code?.image_data_url).toMatch(
      /^data:image\/png;base64,/,
    )
  })

  sandboxOnly(
    "the page needs a browser",
    "says on its pages, in both languages, that it is a simulation",
    async () => {
      const intent = await wallet("alipay")
      const url = intent.next_action?.alipay_handle_redirect?.url ?? ""
      const zh = await (await fetch(url, { headers: { "accept-language": "zh-CN" } })).text()
      expect(zh).toContain("模拟")
      const en = await (await fetch(url, { headers: { "accept-language": "en" } })).text()
      expect(en).toContain("simulated")
    },
  )

  const press = (url: string, decision: string) =>
    fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams({ decision }) })

  sandboxOnly(
    "the page needs a browser",
    "returns an approving buyer with redirect_status=succeeded",
    async () => {
      const intent = await wallet("alipay")
      const url = intent.next_action?.alipay_handle_redirect?.url ?? ""
      const back = new URL((await press(url, "approve")).headers.get("location") ?? "")
      expect(Object.fromEntries(back.searchParams)).toEqual({
        order: "1",
        payment_intent: intent.id,
        payment_intent_client_secret: intent.client_secret,
        redirect_status: "succeeded",
      })
      expect((await provider.stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded")
      expect((await press(url, "decline")).status).toBe(410)
    },
  )

  sandboxOnly("the page needs a browser", "returns a declining buyer to try again", async () => {
    const intent = await wallet("alipay")
    const url = intent.next_action?.alipay_handle_redirect?.url ?? ""
    expect((await press(url, "decline")).headers.get("location")).toContain(
      "redirect_status=failed",
    )
    const after = await provider.stripe.paymentIntents.retrieve(intent.id)
    expect(after).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "payment_intent_payment_attempt_failed" },
    })
  })

  sandboxOnly("the page needs a browser", "forgets a page whose amount has changed", async () => {
    const intent = await wallet("wechat_pay")
    const url = intent.next_action?.wechat_pay_display_qr_code?.hosted_instructions_url ?? ""
    const changed = await provider.stripe.paymentIntents.update(intent.id, { amount: 9_900 })
    expect(changed).toMatchObject({ status: "requires_confirmation", next_action: null })
    expect((await fetch(url)).status).toBe(410)
  })

  sandboxOnly("the challenge needs a browser", "declines after a passed challenge", async () => {
    const intent = await provider.stripe.paymentIntents.create({
      amount: 9_900,
      currency,
      payment_method: "pm_card_threeDSecureRequiredChargeDeclined",
      confirm: true,
      return_url: "https://shop.example/return",
      allowed_payment_method_types: ["card"],
    })
    const url = intent.next_action?.redirect_to_url?.url ?? ""
    expect((await press(url, "approve")).headers.get("location")).toContain(
      "redirect_status=failed",
    )
    const after = await provider.stripe.paymentIntents.retrieve(intent.id)
    expect(after.last_payment_error).toMatchObject({ code: "card_declined" })
  })
})
