/** Texts of the fields, in the two languages that the sandbox speaks. */
const zh = {
  simulated: "模拟的填卡框：只收测试卡号，不动真钱。",
  number: "卡号",
  expiry: "有效期（月/年）",
  cvc: "安全码",
  cards: "可用的测试卡",
  cardsNote: "有效期填任何将来的月份，安全码填任何三位数字。",
  errors: {
    incomplete_number: "卡号不完整。",
    invalid_number: "卡号不正确。",
    incomplete_expiry: "有效期不完整。",
    invalid_expiry_month: "有效期的月份不正确。",
    invalid_expiry_year_past: "这张卡已过有效期。",
    incomplete_cvc: "安全码不完整。",
    card_declined: "银行卡被拒绝了。",
    incorrect_number: "卡号不正确：这里只认测试卡。",
    insufficient_funds: "卡内余额不足。",
    expired_card: "这张卡已过有效期。",
    incorrect_cvc: "安全码不正确。",
    processing_error: "处理这张卡时出了错，请稍后再试。",
    other: "付款没有成功，请再试一次。",
  },
  samples: {
    "4242 4242 4242 4242": "付款成功",
    "4000 0000 0000 0002": "被银行拒绝",
    "4000 0000 0000 9995": "余额不足",
    "4000 0000 0000 3220": "要 3-D Secure 验证",
    "4000 0084 0000 1629": "验证过了仍被拒绝",
  },
}

const en: typeof zh = {
  simulated: "Simulated card fields: test cards only, no money moves.",
  number: "Card number",
  expiry: "Expiry (MM/YY)",
  cvc: "Security code",
  cards: "Test cards to use",
  cardsNote: "Any month in the future and any three digits as security code.",
  errors: {
    incomplete_number: "Your card number is incomplete.",
    invalid_number: "Your card number is invalid.",
    incomplete_expiry: "Your card's expiration date is incomplete.",
    invalid_expiry_month: "Your card's expiration month is invalid.",
    invalid_expiry_year_past: "Your card's expiration year is in the past.",
    incomplete_cvc: "Your card's security code is incomplete.",
    card_declined: "Your card has been declined.",
    incorrect_number: "Your card number is incorrect: only test cards are known here.",
    insufficient_funds: "Your card has insufficient funds.",
    expired_card: "Your card has expired.",
    incorrect_cvc: "Your card's security code is incorrect.",
    processing_error: "An error occurred while processing your card. Try again in a little bit.",
    other: "The payment did not go through. Try again.",
  },
  samples: {
    "4242 4242 4242 4242": "succeeds",
    "4000 0000 0000 0002": "declined by the bank",
    "4000 0000 0000 9995": "insufficient funds",
    "4000 0000 0000 3220": "asks for 3-D Secure",
    "4000 0084 0000 1629": "declined after the check",
  },
}

export type FieldWords = typeof zh

/** Chinese for `zh…`, English for the rest, the browser's own for `auto`. */
export function wordsOf(locale: string | undefined, preferred: string): FieldWords {
  const wanted = locale === undefined || locale === "auto" ? preferred : locale
  return wanted.toLowerCase().startsWith("zh") ? zh : en
}

/** The text for a code of Stripe's; the decline code says more than the code. */
export function errorWords(words: FieldWords, ...codes: (string | null | undefined)[]): string {
  const texts: Record<string, string> = words.errors
  const code = codes.find((one) => one && one in texts)
  return texts[code ?? "other"] ?? words.errors.other
}
