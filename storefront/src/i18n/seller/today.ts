import type { Task } from "~/features/seller/today"
import type { Catalogue } from "~/i18n/catalogue"

type TaskWords = Record<Task["kind"], { title: (count: number) => string; go: string }>

/** A sentence in parts: figures between words are links, and each language orders them itself. */
type MonthSentence = {
  captured: [string, string]
  refunded: [string, string]
  commission: [string, string]
  rest: [string, string]
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const today = {
  "zh-CN": {
    title: "今天",
    date: (day: string, weekday: string) => `${day}，${weekday}`,
    tasks: "等您办的",
    tasksNote: "办完就少一条",
    kinds: {
      expiring: { title: (_count: number) => "批货快到期", go: "看" },
      ship: { title: (_count: number) => "个包裹待发", go: "发货" },
      returned: { title: (_count: number) => "件货被退回", go: "改" },
      sold_out: { title: (_count: number) => "件货卖空了", go: "装包" },
      draft: { title: (_count: number) => "件草稿还没提交", go: "接着写" },
      pack: { title: (_count: number) => "批货还没装完", go: "看" },
    } satisfies TaskWords,
    lotExpires: (code: string, day: string) => `批 ${code} · ${day}到期，到期就不能再卖`,
    oldest: (day: string, weight: string) => `最早的一个 ${day}下单 · 共 ${weight}`,
    manyParcels: "先发下单最早的",
    returnedFor: (title: string, reason: string) => `${title}：${reason}`,
    unpacked: (code: string, weight: string) => `批 ${code} · 还有 ${weight} 没装`,
    noTasks: "今天没有等您办的事",
    noTasksNote: "有人下单、货被退回或批次快到期，都会出现在这里。",
    newProduct: "上一件新货",
    proposed: (count: number) => `另有 ${count} 件在等平台审，审完就上架。`,
    month: (month: string) => `${month}的账，一句话`,
    monthAll: "看每一单",
    monthSentence: {
      captured: ["顾客付了 ", ""],
      refunded: ["，退了 ", ""],
      commission: ["，平台佣金和税 ", ""],
      rest: ["；付的减去退的、佣金和税，是 ", "。"],
    } satisfies MonthSentence,
    monthOf: (count: number) => `${count} 个子订单，`,
    monthUnpaid: (count: number) => `另有 ${count} 个还没付款。`,
    monthNote: "含运费；佣金和税按成交时的比例。打款以结算为准。",
    monthEmpty: "这个月还没有子订单。",
    lots: "在卖的批次",
    allLots: "全部批次",
    left: "还剩",
    ofLot: (weight: string, households: string) => `共 ${weight} · ${households} 户的货`,
    until: (day: string) => `卖到 ${day}`,
    low: (day: string) => `快完了 · 卖到 ${day}`,
    soon: (day: string) => `${day}到期`,
    noLots: "没有在卖的批次",
    noLotsNote: "封好批、有合格证的货，装包上架以后会出现在这里。",
    shelfNote: "货架上的数 = 没卖完的包数，跟着批次走，不能手改。",
  },
  en: {
    title: "Today",
    date: (day: string, weekday: string) => `${weekday}, ${day}`,
    tasks: "Waiting for you",
    tasksNote: "Each one goes when it is done",
    kinds: {
      expiring: {
        title: (n: number) => plural(n, "lot expires soon", "lots expire soon"),
        go: "See",
      },
      ship: { title: (n: number) => plural(n, "parcel to ship", "parcels to ship"), go: "Ship" },
      returned: {
        title: (n: number) => plural(n, "listing returned", "listings returned"),
        go: "Mend",
      },
      sold_out: {
        title: (n: number) => plural(n, "listing sold out", "listings sold out"),
        go: "Pack",
      },
      draft: {
        title: (n: number) => plural(n, "draft to submit", "drafts to submit"),
        go: "Continue",
      },
      pack: {
        title: (n: number) =>
          plural(n, "lot with goods left to pack", "lots with goods left to pack"),
        go: "See",
      },
    } satisfies TaskWords,
    lotExpires: (code: string, day: string) => `Lot ${code} · may be sold until ${day}`,
    oldest: (day: string, weight: string) => `The oldest was ordered on ${day} · ${weight} in all`,
    manyParcels: "Start with the oldest",
    returnedFor: (title: string, reason: string) => `${title}: ${reason}`,
    unpacked: (code: string, weight: string) => `Lot ${code} · ${weight} not packed yet`,
    noTasks: "Nothing waits for you today",
    noTasksNote: "Orders, returned listings and lots about to expire will appear here.",
    newProduct: "List something new",
    proposed: (count: number) =>
      `${count} more ${plural(count, "is", "are")} with the platform for review.`,
    month: (month: string) => `${month} in one sentence`,
    monthAll: "See each order",
    monthSentence: {
      captured: ["buyers paid ", ""],
      refunded: [", ", " was paid back"],
      commission: [", commission and its tax are ", ""],
      rest: ["; paid less paid back, commission and tax is ", "."],
    } satisfies MonthSentence,
    monthOf: (count: number) => `${count} ${plural(count, "consignment", "consignments")}: `,
    monthUnpaid: (count: number) => ` ${count} more ${plural(count, "is", "are")} not paid yet.`,
    monthNote:
      "Shipping included; commission and tax at the rates of the sale. Payouts follow the settlement.",
    monthEmpty: "No consignments yet this month.",
    lots: "Lots on sale",
    allLots: "All lots",
    left: "left",
    ofLot: (weight: string, households: string) => `of ${weight} · from ${households} households`,
    until: (day: string) => `until ${day}`,
    low: (day: string) => `Nearly gone · until ${day}`,
    soon: (day: string) => `expires ${day}`,
    noLots: "No lots on sale",
    noLotsNote: "A sealed lot with its certificate appears here once it is packed and listed.",
    shelfNote:
      "Stock on the shelf = packs not sold yet. It follows the lot and is not edited by hand.",
  },
} satisfies Catalogue
