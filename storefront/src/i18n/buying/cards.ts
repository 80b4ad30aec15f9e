import type { Catalogue } from "../catalogue"

/** Words of the cards that a customer keeps: on the account's page and among the ways to pay. */
export const cards = {
  "zh-CN": {
    title: "存下的银行卡",
    none: "没有存下的卡。用银行卡付款时勾上“存下这张卡”，下次就不用再填。",
    unknown: "这会儿取不到存下的卡，过一会儿再来看。",
    kept: "卡号存在收款方 Stripe，不在我们这里；我们只看得到卡种、后四位和有效期。",
    until: (month: string | null) => (month ? `有效期到 ${month}` : ""),
    expired: (month: string | null) => `${month ?? ""} 已过期`,
    remove: "删掉",
    removeOf: (card: string) => `删掉 ${card}`,
    removed: "删掉了。以前用它付的单不受影响。",
    down: "付款服务这会儿不通，没有删。过一两分钟再试。",
    save: "存下这张卡，下次不用再填",
  },
  en: {
    title: "Saved cards",
    none: "No card is saved. Tick “Keep this card” when you pay by card, and you need not type it again.",
    unknown: "Your saved cards cannot be told right now. Look again in a while.",
    kept: "The number is kept by Stripe, who takes the payment, and not by us; we see the brand, the last four digits and the date.",
    until: (month: string | null) => (month ? `good until ${month}` : ""),
    expired: (month: string | null) => `expired ${month ?? ""}`,
    remove: "Remove",
    removeOf: (card: string) => `Remove ${card}`,
    removed: "Removed. Orders that you paid with it stay as they are.",
    down: "The payment service is away, so nothing was removed. Try again in a minute or two.",
    save: "Keep this card, so that I need not type it again",
  },
} satisfies Catalogue
