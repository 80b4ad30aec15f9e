import type { DeliveryField, DeliveryReason } from "~/features/checkout/delivery"
import { hanziCount } from "~/lib/hanzi"

import type { Catalogue } from "../catalogue"

type FieldWords = Record<DeliveryField, string>
/** What to say beside a field; `digits` is how many digits a phone number has. */
type Reasons = Record<DeliveryReason, (digits: number) => string>

/** Words of the checkout page. */
export const checkout = {
  "zh-CN": {
    title: "结账",
    lead: (pieces: number, sellers: number) =>
      `${hanziCount(pieces)}件货，${hanziCount(sellers)}家卖方，一次付清`,
    errorSummary: (count: number) => `还差${hanziCount(count)}处没填对，付款还没有发生。`,
    whereTo: "寄到哪里",
    fields: {
      name: "收货人",
      phone: "手机号",
      province: "省、直辖市",
      city: "市、地区",
      district: "区、县",
      detail: "街道、楼号门牌",
      postal_code: "邮编（可不填）",
      email: "电子邮箱",
    } satisfies FieldWords,
    emailHint: "订单凭它查得到；不发广告。",
    haveAccount: "有账号？",
    signIn: "先登录",
    signedInAs: (email: string) => `以 ${email} 登录，订单会记在“我的”里。`,
    missing: {
      name: "写上收货人，快递员好当面交。",
      phone: "写上手机号，快递员要靠它找到您。",
      province: "写上省、自治区或直辖市。",
      city: "写上市、地区或州。",
      district: "写上区或县。",
      detail: "写上街道和门牌，只到区县送不到家。",
      postal_code: "写上邮编，或者留空。",
      email: "写上邮箱，订单要凭它查。",
    } satisfies FieldWords,
    reasons: {
      missing: () => "这一格还空着。",
      too_long: () => "太长了，面单上写不下。",
      phone_short: (digits) => `只有 ${digits} 位。大陆手机号是 11 位，快递员要靠它找到您。`,
      phone_long: (digits) => `有 ${digits} 位，多了。大陆手机号是 11 位。`,
      phone_not_mobile: () => "这不像大陆手机号：应以 13 到 19 开头。",
      postal_code_wrong: () => "邮编是 6 位数字；记不得可以留空。",
      email_wrong: () => "邮箱写得不完整，应像 ming@example.cn。",
    } satisfies Reasons as Reasons,
    fix: (field: string) => `${field}，去改`,
    parcelsTitle: (count: number) =>
      count === 1 ? "一箱货，选怎么寄" : `${hanziCount(count)}箱货，各选怎么寄`,
    howSent: "怎么寄",
    arrives: (day: string) => `${day}前后到`,
    free: "已含",
    noOption: "这家卖方暂时没有可用的寄法，请把这一箱移出购物篮再结账。",
    updateFreight: "更新运费",
    parcelTotal: "这一箱小计",
    changeGoods: "改件数",
    howPay: "怎么付",
    payLegend: "付款方式",
    tillTitle: "合计",
    goods: (pieces: number) => `货款，${pieces} 件`,
    discount: "优惠",
    freightOf: (index: number, count: number) => (count === 1 ? "运费" : `运费，第 ${index} 箱`),
    noFreight: "未定",
    total: "应付",
    /** Before and after the amount. */
    households: ["其中 ", " 是农户的收购款。"] as readonly [string, string],
    householdsLabel: (percent: string) => `农户收购款占货款的 ${percent}`,
    payNote: "付款前总额不会再变。一份订单只付一次，重复点也只成一单。",
    backToCart: "回购物篮",
    refusals: {
      stock_short: "有货在这会儿卖少了，标在下面那一箱里。付款没有发生。",
      parcel_shipping_missing: "有一箱没有寄法，订单还不能成。付款没有发生。",
      seller_closed: "有一家卖方刚停了售卖，请把它的货移出购物篮。付款没有发生。",
    },
    priceChanged: (before: string | null, after: string) =>
      before === null
        ? `有货的价钱刚变过，现在应付 ${after}。付款没有发生，请看一遍再付。`
        : `应付从 ${before} 变成了 ${after}。付款没有发生，请看一遍再付。`,
    notPlaced: (code: string) =>
      `订单没有成，付款没有发生。请再试一次；若还不行，把“${code}”告诉我们。`,
  },
  en: {
    title: "Checkout",
    lead: (pieces: number, sellers: number) =>
      `${pieces} ${pieces === 1 ? "item" : "items"}, ${sellers} ${sellers === 1 ? "seller" : "sellers"}, one payment`,
    errorSummary: (count: number) =>
      count === 1
        ? "One field still needs attention. Nothing has been paid."
        : `${count} fields still need attention. Nothing has been paid.`,
    whereTo: "Where to",
    fields: {
      name: "Recipient",
      phone: "Mobile number",
      province: "Province",
      city: "City",
      district: "District",
      detail: "Street, building, door",
      postal_code: "Postcode (optional)",
      email: "Email",
    } satisfies FieldWords,
    emailHint: "To look your order up. No advertising.",
    haveAccount: "Have an account?",
    signIn: "Sign in first",
    signedInAs: (email: string) => `Signed in as ${email}: the order will be under “Account”.`,
    missing: {
      name: "Write who receives it, so that the courier can hand it over.",
      phone: "Write a mobile number: the courier needs it to find you.",
      province: "Write the province, region or municipality.",
      city: "Write the city or prefecture.",
      district: "Write the district or county.",
      detail: "Write street and door: a district alone is not enough to deliver.",
      postal_code: "Write the postcode or leave it empty.",
      email: "Write an email address: the order is looked up by it.",
    } satisfies FieldWords,
    reasons: {
      missing: () => "This is still empty.",
      too_long: () => "Too long for a shipping label.",
      phone_short: (digits) =>
        `Only ${digits} ${digits === 1 ? "digit" : "digits"}. A mainland mobile number has 11; the courier needs it to find you.`,
      phone_long: (digits) => `${digits} digits are too many. A mainland mobile number has 11.`,
      phone_not_mobile: () => "Not a mainland mobile number: those start with 13 to 19.",
      postal_code_wrong: () => "A postcode has 6 digits; you may leave it empty.",
      email_wrong: () => "The address is not complete. It should look like ming@example.cn.",
    } satisfies Reasons as Reasons,
    fix: (field: string) => `Correct: ${field}`,
    parcelsTitle: (count: number) =>
      count === 1 ? "One parcel: how to send it" : `${count} parcels: how to send each`,
    howSent: "How to send it",
    arrives: (day: string) => `around ${day}`,
    free: "included",
    noOption:
      "This seller has no way to send it at the moment. Please remove this parcel from the basket first.",
    updateFreight: "Update delivery",
    parcelTotal: "This parcel",
    changeGoods: "Change quantities",
    howPay: "How to pay",
    payLegend: "Payment method",
    tillTitle: "Total",
    goods: (pieces: number) => `Goods, ${pieces} ${pieces === 1 ? "item" : "items"}`,
    discount: "Discount",
    freightOf: (index: number, count: number) =>
      count === 1 ? "Delivery" : `Delivery, parcel ${index}`,
    noFreight: "not set",
    total: "To pay",
    households: ["", " of this is what the households were paid."] as readonly [string, string],
    householdsLabel: (percent: string) => `The households’ part is ${percent} of the goods`,
    payNote:
      "The total does not change before you pay. One order is paid once, however often you press.",
    backToCart: "Back to the basket",
    refusals: {
      stock_short:
        "Some goods have just become short: they are marked in their parcel below. Nothing has been paid.",
      parcel_shipping_missing:
        "One parcel has no way to be sent, so the order cannot be placed. Nothing has been paid.",
      seller_closed:
        "A seller has just stopped selling. Please remove its goods from the basket. Nothing has been paid.",
    },
    priceChanged: (before: string | null, after: string) =>
      before === null
        ? `A price has just changed: the total is now ${after}. Nothing has been paid; please look again.`
        : `The total changed from ${before} to ${after}. Nothing has been paid; please look again.`,
    notPlaced: (code: string) =>
      `The order was not placed and nothing has been paid. Please try again; if it fails once more, tell us “${code}”.`,
  },
} satisfies Catalogue
