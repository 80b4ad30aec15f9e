import type { AttributionEntry } from "@shangxing/attribution/types/http"

import type { Catalogue } from "../catalogue"

const zh = {
  one: "一户",
  title: (place: string) => `一户 · ${place}`,
  publicId: (id: string) => `公开号 ${id}`,
  masked: "姓名遮住；不收身份证号、健康、学历。",
  facts: {
    place: "在哪里",
    status: "身份",
    amount: "带动销售额",
    entries: "分录",
    last: "最近一笔",
  },
  statusNote: "由官方文件导入，这里不判定",
  allMonths: "全部月份",
  inMonth: (month: string) => `${month}，统计数`,
  inAll: "从头到现在，统计数",
  notIncome: "买家付的货款里，按重量追到这一户的那部分。不是这户的钱，也不是到户收入。",
  entriesTitle: "带动销售额，一笔一笔",
  entriesLead: (count: string) => `${count} 笔分录，新的在前；元`,
  columns: {
    date: "日期",
    order: "订单",
    goods: "货",
    line: "这一行货款",
    lot: "批次",
    share: "这户的份 / 全批",
    amount: "归这户",
    kind: "什么事",
    state: "状态",
  },
  orderUnknown: "没有单号",
  kinds: { capture: "收款", refund: "退款" } satisfies Record<AttributionEntry["kind"], string>,
  states: { pending: "待定", earned: "已定", reversed: "已冲" } satisfies Record<
    AttributionEntry["state"],
    string
  >,
  circles: { small: "小循环 · 卖在本县", big: "大循环 · 卖到县外" },
  corrects: (day: string) => `冲 ${day}那笔`,
  correctsEarlier: "冲更早的一笔",
  rule: (version: string) => `规则 ${version}`,
  ruleLead: "每一分是怎么来的",
  ruleSteps: [
    "订单行货款：已减卖家优惠，不含运费和税。",
    "一行出自几批，先按各批出货的克数分；批里再按每户交售的重量分。",
    "除不尽的分用最大余数法，同余数按编号；各户和没追到户的加起来，一分不差等于货款。",
    "退款不改旧账：退款那天记一笔负数，指明冲的是哪一笔。",
  ],
  statesLead: "待定：已收款，还在售后期内。已定：过了售后期。已冲：被退款冲掉。",
  empty: (month: string) => `${month}没有一笔`,
  emptyAll: "还没有一笔",
  emptyLead: "没有分录，不等于没有交售：货没卖出、没收款，或者追不到这一户，都不会记在这里。",
  seeAll: "看全部月份",
  total: "合计",
  page: (from: string, to: string, count: string) => `第 ${from}–${to} 笔，共 ${count} 笔`,
}

const en: typeof zh = {
  one: "One household",
  title: (place) => `One household · ${place}`,
  publicId: (id) => `Public id ${id}`,
  masked: "The name is masked; no ID number, health or schooling is kept.",
  facts: {
    place: "Place",
    status: "Status",
    amount: "Attributed sales",
    entries: "Entries",
    last: "Latest",
  },
  statusNote: "imported from officials' documents, never decided here",
  allMonths: "All months",
  inMonth: (month) => `${month}, a statistic`,
  inAll: "From the beginning, a statistic",
  notIncome:
    "The part of what buyers paid that traces back to this household by weight. It is not this household's money, nor a household receipt.",
  entriesTitle: "Attributed sales, entry by entry",
  entriesLead: (count) => `${count} entries, newest first`,
  columns: {
    date: "Date",
    order: "Order",
    goods: "Goods",
    line: "Goods of the line",
    lot: "Lot",
    share: "Share of the lot",
    amount: "To this household",
    kind: "What",
    state: "State",
  },
  orderUnknown: "no number",
  kinds: { capture: "Capture", refund: "Refund" },
  states: { pending: "pending", earned: "earned", reversed: "reversed" },
  circles: { small: "small circle · sold inside the county", big: "big circle · sold outside" },
  corrects: (day) => `corrects ${day}`,
  correctsEarlier: "corrects an earlier one",
  rule: (version) => `rule ${version}`,
  ruleLead: "Where every fen comes from",
  ruleSteps: [
    "Goods of the order line: after the seller's discounts, without freight and tax.",
    "A line from several lots is split by the grams each lot gave, then inside the lot by the weight each household delivered.",
    "Odd fen go by largest remainder, ties by id; the households and the unattributed part add up to the goods exactly.",
    "A refund edits nothing: it posts a negative entry on its own day and names the one it corrects.",
  ],
  statesLead:
    "Pending: captured, still within after-sales. Earned: after-sales has closed. Reversed: cancelled by a refund.",
  empty: (month) => `No entry in ${month}`,
  emptyAll: "No entry yet",
  emptyLead:
    "No entry does not mean no delivery: goods that were not sold, not paid for or not traced here leave none.",
  seeAll: "See all months",
  total: "Total",
  page: (from, to, count) => `${from}–${to} of ${count}`,
}

/** Words of one household's ledger entries. */
export const household = { "zh-CN": zh, en } satisfies Catalogue
