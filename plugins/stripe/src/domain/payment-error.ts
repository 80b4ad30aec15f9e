/**
 * Our codes for what Stripe refuses, with a text for the shopper or clerk in Chinese and English:
 * what happened and what to do. A page switches on the code, never on the text.
 */
export type PaymentError =
  | "card_declined"
  | "card_expired"
  | "card_cvc_wrong"
  | "card_number_wrong"
  | "card_not_supported"
  | "funds_insufficient"
  | "authentication_failed"
  | "authentication_needed"
  | "payment_attempt_expired"
  | "wallet_payment_refused"
  | "payment_amount_too_small"
  | "payment_amount_too_large"
  | "payment_amount_differs"
  | "payment_currency_differs"
  | "payment_already_made"
  | "payment_canceled"
  | "payment_not_found"
  | "payment_method_unknown"
  | "return_url_missing"
  | "capture_expired"
  | "capture_partial"
  | "charge_already_refunded"
  | "refund_exceeds_charge"
  | "charge_disputed"
  | "balance_insufficient"
  | "account_not_ready"
  | "provider_call_differs"
  | "provider_busy"
  | "provider_unreachable"
  | "provider_refused"

export type Language = "zh" | "en"

const TEXT: Record<PaymentError, Record<Language, string>> = {
  card_declined: {
    zh: "发卡银行拒绝了这笔付款。请换一张卡，或改用支付宝、微信支付。",
    en: "Your bank declined the card. Use another card, or pay by Alipay or WeChat Pay.",
  },
  card_expired: {
    zh: "这张卡已过有效期。请换一张卡。",
    en: "The card has expired. Use another card.",
  },
  card_cvc_wrong: {
    zh: "卡背面的安全码不对。请核对后再付一次。",
    en: "The card's security code is wrong. Check it and pay again.",
  },
  card_number_wrong: {
    zh: "卡号或有效期不对。请核对后再付一次。",
    en: "The card's number or date is wrong. Check it and pay again.",
  },
  card_not_supported: {
    zh: "这张卡不支持这类付款。请换一张卡。",
    en: "The card can't be used for this payment. Use another card.",
  },
  funds_insufficient: {
    zh: "卡内余额不足。请换一张卡或其他付款方式。",
    en: "The card has insufficient funds. Use another card or method.",
  },
  authentication_failed: {
    zh: "银行验证没有通过，没有扣款。请再试一次或换一种付款方式。",
    en: "Your bank could not confirm it was you; nothing was charged. Try again or use another method.",
  },
  authentication_needed: {
    zh: "银行要求验证。请完成验证后继续。",
    en: "Your bank asks for a confirmation. Complete it to go on.",
  },
  payment_attempt_expired: {
    zh: "付款时间已过，没有扣款。请重新付款。",
    en: "The time to pay has run out; nothing was charged. Please pay again.",
  },
  wallet_payment_refused: {
    zh: "支付宝或微信支付没有完成付款，没有扣款。请再试一次或换一种方式。",
    en: "Alipay or WeChat Pay did not complete the payment; nothing was charged. Try again or use another method.",
  },
  payment_amount_too_small: {
    zh: "金额太小，不能在线支付。请再添一点商品。",
    en: "The amount is too small to be paid online. Add something to the cart.",
  },
  payment_amount_too_large: {
    zh: "金额超过单笔上限。请分成几单支付。",
    en: "The amount exceeds the limit of one payment. Split the order.",
  },
  payment_amount_differs: {
    zh: "付款金额与订单金额不一致，已停止处理。请返回购物车核对后重新付款。",
    en: "The payment's amount differs from the order's, so it was stopped. Go back to the cart and pay again.",
  },
  payment_currency_differs: {
    zh: "付款币种与订单币种不一致，已停止处理。请重新付款。",
    en: "The payment's currency differs from the order's, so it was stopped. Please pay again.",
  },
  payment_already_made: {
    zh: "这笔款已经付过，购物车不能再改。请查看订单，需要时申请退款。",
    en: "This payment has been made, so its cart can't change. See the order; ask for a refund if needed.",
  },
  payment_canceled: {
    zh: "这笔付款已取消。请重新付款。",
    en: "This payment was canceled. Please pay again.",
  },
  payment_not_found: {
    zh: "找不到这笔付款。请返回结算页重新付款。",
    en: "This payment can't be found. Go back to the checkout and pay again.",
  },
  payment_method_unknown: {
    zh: "不支持这种付款方式。请选择银行卡、支付宝或微信支付。",
    en: "This way of paying is not offered. Choose card, Alipay or WeChat Pay.",
  },
  return_url_missing: {
    zh: "缺少付款后返回的网址，或该网址不属于本站。请从结算页付款。",
    en: "The address to return to is missing or not this shop's. Pay from the checkout page.",
  },
  capture_expired: {
    zh: "授权已过期，不能再收款。请让顾客重新付款。",
    en: "The authorization has expired and can't be captured. Ask the customer to pay again.",
  },
  capture_partial: {
    zh: "授权只能一次全额收款，余额会被退回。请全额收款后再退款。",
    en: "An authorization is captured once, in full: the rest would be released. Capture all, then refund.",
  },
  charge_already_refunded: {
    zh: "这笔付款已全额退款。",
    en: "This charge has been refunded in full.",
  },
  refund_exceeds_charge: {
    zh: "退款金额超过尚未退还的金额。请减少退款金额。",
    en: "The refund exceeds what is left of the charge. Refund less.",
  },
  charge_disputed: {
    zh: "顾客已向银行提出争议，不能退款。请在争议中处理。",
    en: "The customer disputes this charge, so it can't be refunded. Settle it in the dispute.",
  },
  balance_insufficient: {
    zh: "账户可用余额不足，暂时不能付出。余额到账后再试。",
    en: "The available balance does not cover this. Try again when funds have arrived.",
  },
  account_not_ready: {
    zh: "收款账户还不能收款。请先完成账户资料。",
    en: "The payout account can't receive money yet. Complete its details first.",
  },
  provider_call_differs: {
    zh: "同一笔操作的内容与之前不同，已停止处理。请核对后以新的操作提交。",
    en: "The same operation was asked for before with other content. Check it and submit a new one.",
  },
  provider_busy: {
    zh: "支付服务繁忙，结果稍后自动核对。请稍等片刻，不要重复付款。",
    en: "The payment service is busy; the result is checked automatically. Wait a moment and don't pay twice.",
  },
  provider_unreachable: {
    zh: "暂时联系不上支付服务，结果稍后自动核对。请稍等片刻，不要重复付款。",
    en: "The payment service can't be reached; the result is checked automatically. Wait a moment and don't pay twice.",
  },
  provider_refused: {
    zh: "支付服务拒绝了这次操作。请换一种付款方式，或联系客服。",
    en: "The payment service refused this. Use another method or contact us.",
  },
}

const BY_CODE: Record<string, PaymentError> = {
  amount_too_small: "payment_amount_too_small",
  amount_too_large: "payment_amount_too_large",
  card_declined: "card_declined",
  expired_card: "card_expired",
  incorrect_cvc: "card_cvc_wrong",
  invalid_cvc: "card_cvc_wrong",
  incorrect_number: "card_number_wrong",
  invalid_number: "card_number_wrong",
  invalid_expiry_month: "card_number_wrong",
  invalid_expiry_year: "card_number_wrong",
  card_not_supported: "card_not_supported",
  currency_not_supported: "card_not_supported",
  insufficient_funds: "funds_insufficient",
  authentication_required: "authentication_needed",
  payment_intent_action_required: "authentication_needed",
  payment_intent_authentication_failure: "authentication_failed",
  payment_intent_payment_attempt_expired: "payment_attempt_expired",
  payment_intent_payment_attempt_failed: "wallet_payment_refused",
  payment_method_customer_decline: "wallet_payment_refused",
  payment_method_provider_decline: "wallet_payment_refused",
  payment_method_provider_timeout: "payment_attempt_expired",
  capture_charge_authorization_expired: "capture_expired",
  charge_expired_for_capture: "capture_expired",
  charge_already_refunded: "charge_already_refunded",
  charge_disputed: "charge_disputed",
  refund_disputed_payment: "charge_disputed",
  balance_insufficient: "balance_insufficient",
  transfers_not_allowed: "account_not_ready",
  insufficient_capabilities_for_transfer: "account_not_ready",
  resource_missing: "payment_not_found",
  lock_timeout: "provider_busy",
  idempotency_key_in_use: "provider_busy",
  rate_limit: "provider_busy",
}

/** What of Stripe's error decides: the decline code says more than the code. */
export type StripeRefusal = { type?: string; code?: string | null; declineCode?: string | null }

/** Our code for an error of Stripe's. */
export function paymentErrorOf({ type, code, declineCode }: StripeRefusal): PaymentError {
  for (const word of [declineCode, code]) {
    if (word && Object.hasOwn(BY_CODE, word)) {
      return BY_CODE[word]!
    }
  }
  switch (type) {
    case "StripeCardError":
      return "card_declined"
    case "StripeConnectionError":
    case "StripeAPIError":
      return "provider_unreachable"
    case "StripeRateLimitError":
      return "provider_busy"
    default:
      return "provider_refused"
  }
}

export function explainPaymentError(error: PaymentError, language: Language): string {
  return TEXT[error][language]
}
