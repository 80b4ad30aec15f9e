/** Confirmation: from a chosen payment method to a charge, or to something the buyer must do. */
import type Stripe from "stripe"
import { type ApiError, invalidRequest, notEmulated } from "../errors.ts"
import { qrImage } from "../hosted/qr.ts"
import type { Row } from "../state/tables.ts"
import { charge, fail, methodOf } from "./attempt.ts"
import { emit } from "./emit.ts"
import { idOf } from "./find.ts"
import { checkUsable } from "./payment-methods.ts"
import { testCard } from "./test-cards.ts"
import type { World } from "./world.ts"

interface ConfirmOptions {
  returnUrl?: string
  usesStripeSdk?: boolean
  isOffSession?: boolean
  errorOnRequiresAction?: boolean
}

/** Confirms the intent. Throws the API's error if it can't be or the payment is declined. */
export function confirm(world: World, row: Row<"payment_intent">, options: ConfirmOptions): void {
  checkConfirmable(row.object)
  const method = methodOf(world, row)
  checkUsable(row.object, method)
  checkReturnUrl(row.object, method.object.type, options)
  checkWechatClient(row.object, method.object.type)
  row.note.attempt = (row.note.attempt ?? 0) + 1
  row.note.returnUrl = options.returnUrl ?? row.note.returnUrl ?? null
  row.note.usesStripeSdk = options.usesStripeSdk ?? false
  if (!needsAction(row.object, method)) return charge(world, row, false)
  if (options.isOffSession || options.errorOnRequiresAction)
    throw authenticationRequired(world, row)
  row.object.status = "requires_action"
  row.object.last_payment_error = null
  row.object.next_action = nextAction(world, row, method.object.type)
  world.store.save(row)
  emit(world, "payment_intent.requires_action", row.object)
}

function checkConfirmable(intent: Stripe.PaymentIntent): void {
  const code = "payment_intent_unexpected_state"
  if (intent.status === "succeeded") {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.",
      { code, payment_intent: intent },
    )
  }
  if (intent.status === "canceled" || intent.status === "requires_capture") {
    throw invalidRequest(
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
      { code, payment_intent: intent },
    )
  }
  if (idOf(intent.payment_method) === null) {
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
      { code, payment_intent: intent },
    )
  }
}

function checkReturnUrl(intent: Stripe.PaymentIntent, type: string, options: ConfirmOptions): void {
  if (options.returnUrl !== undefined || options.usesStripeSdk) return
  const automatic = intent.automatic_payment_methods
  if (automatic?.enabled && automatic.allow_redirects !== "never") {
    throw invalidRequest(
      "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
      { param: "return_url" },
    )
  }
  if (type !== "alipay") return
  throw invalidRequest("A `return_url` is required to confirm a payment with alipay.", {
    code: "parameter_missing",
    param: "return_url",
  })
}

/** WeChat Pay shows a code on the web and opens the app on a phone: it must know which. */
function checkWechatClient(intent: Stripe.PaymentIntent, type: string): void {
  const client = intent.payment_method_options?.wechat_pay?.client
  if (type !== "wechat_pay" || client === "web") return
  if (client) throw notEmulated(`WeChat Pay from the client ${client}`, wechatClient)
  throw invalidRequest(`Missing required param: ${wechatClient}.`, {
    code: "parameter_missing",
    param: wechatClient,
  })
}

const wechatClient = "payment_method_options[wechat_pay][client]"

function needsAction(intent: Stripe.PaymentIntent, method: Row<"payment_method">): boolean {
  if (method.object.type !== "card") return true
  const asked = intent.payment_method_options?.card?.request_three_d_secure
  if (asked === "any" || asked === "challenge") return true
  const rule = testCard(method.note.cardNumber ?? "")?.threeDSecure
  return rule === "always" || (rule === "setup" && method.object.customer === null)
}

function authenticationRequired(world: World, row: Row<"payment_intent">): ApiError {
  return fail(world, row, {
    type: "card_error",
    code: "authentication_required",
    decline_code: "authentication_required",
    message: "Your card was declined. This transaction requires authentication.",
  })
}

/** Address of the page that stands for the wallet or the bank, valid for this attempt only. */
export function hostedUrl(world: World, row: Row<"payment_intent">, page: string): string {
  const url = new URL(`/hosted/${page}/${row.object.id}`, world.settings.publicUrl)
  url.searchParams.set("client_secret", row.object.client_secret ?? "")
  url.searchParams.set("attempt", String(row.note.attempt ?? 1))
  return url.href
}

function nextAction(
  world: World,
  row: Row<"payment_intent">,
  type: string,
): Stripe.PaymentIntent.NextAction {
  const return_url = row.note.returnUrl ?? null
  if (type === "wechat_pay") return wechatAction(hostedUrl(world, row, "wechat_pay"))
  if (type === "alipay") {
    const url = hostedUrl(world, row, "alipay")
    const action = { native_data: null, native_url: null, return_url, url }
    return { type: "alipay_handle_redirect", alipay_handle_redirect: action }
  }
  const url = hostedUrl(world, row, "three_d_secure")
  if (return_url !== null && !row.note.usesStripeSdk) {
    return { type: "redirect_to_url", redirect_to_url: { return_url, url } }
  }
  // Stripe.js finds its challenge here; the real content is opaque.
  const use_stripe_sdk = { type: "three_d_secure_redirect", stripe_js: url }
  return { type: "use_stripe_sdk", use_stripe_sdk: use_stripe_sdk }
}

function wechatAction(url: string): Stripe.PaymentIntent.NextAction {
  const image = qrImage(url)
  const svg = url.replace("/hosted/wechat_pay/", "/hosted/qr/")
  return {
    type: "wechat_pay_display_qr_code",
    wechat_pay_display_qr_code: {
      data: url,
      hosted_instructions_url: url,
      image_data_url: image,
      image_url_png: svg.replace("?", ".png?"),
      image_url_svg: svg.replace("?", ".svg?"),
    },
  }
}
