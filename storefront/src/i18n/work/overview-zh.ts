import type { AlertKind, IndicatorKey } from "@shangxing/attribution/types/overview"

import type { OwnRefusal } from "~/features/official/overview/asked"
import type { SortKey } from "~/features/official/overview/sort"

import { alertsZh, indicatorsZh } from "./indicators-zh"

/** Chinese is written first: its shape is what the English words must have. */

/** What a figure in the answer leads to. */
export type AnswerTo = "receipts" | "benefiting" | "households" | "sales" | "nothing"
/** A piece of a sentence: plain words, or a figure that is a link to what stands behind it. */
type Said = string | { to: AnswerTo; text: string }

type IndicatorWords = { name: string; formula: string }
type Place = string

export const zh = {
  question: {
    running: "这个月，多少钱到了谁手里，哪里没有？",
    month: (month: string) => `${month}，多少钱到了谁手里，哪里没有？`,
    year: (year: string) => `${year} 年，多少钱到了谁手里，哪里没有？`,
    days: "这些天，多少钱到了谁手里，哪里没有？",
  },
  answer: (s: {
    period: string
    receipts: string
    benefiting: string
    households: string
    /** `null` when half got nothing. */
    median: string | null
  }): Said[] => [
    `${s.period}，`,
    { to: "receipts", text: s.receipts },
    "到了 ",
    { to: "benefiting", text: `${s.benefiting} 户` },
    "手里。签了约的和到了钱的一共 ",
    { to: "households", text: `${s.households} 户` },
    ...(s.median === null
      ? ["，一半一分钱没拿到。"]
      : ["，一半拿到不超过 ", { to: "households", text: s.median } as const, "。"]),
  ],
  answerUnpaid: (s: { period: string; sales: string }): Said[] => [
    `${s.period}，上行净额 `,
    { to: "sales", text: s.sales },
    "，还没有一笔确认到户的钱。",
  ],
  answerEmpty: (period: string): Said[] => [`${period}，没有卖出去的货，也没有到户的钱。`],
  nothingReceived: (households: string): Said[] => [
    "还有 ",
    { to: "nothing", text: `${households} 户` },
    "签了协议、一分钱没到",
  ],
  nobodyLeft: "签了协议的户，户户都到了钱。",
  nobodySigned: "这里还没有生效的帮扶协议。",
  worst: [(part: string) => `只到了 ${part} 的户`, (part: string) => ` ${part}`] as const,
  colon: "：",
  comma: "，",
  stop: "。",

  month: (year: string, month: string) => `${year} 年 ${month} 月`,
  year: (year: string) => `${year} 年`,
  daysOfMonth: (year: string, month: string, from: string, to: string) =>
    from === to ? `${year} 年 ${month} 月 ${from} 日` : `${year} 年 ${month} 月 ${from}–${to} 日`,
  days: (from: [string, string, string], to: [string, string, string]) =>
    `${from[0]} 年 ${from[1]} 月 ${from[2]} 日–${to[0] === from[0] ? "" : `${to[0]} 年 `}${to[1]} 月 ${to[2]} 日`,
  asOf: (at: string) => `数据截至 ${at}。`,
  before: (days: string, isEven: boolean) => `上期指 ${days}${isEven ? "，天数相同" : ""}。`,
  past: (at: string) => `这是 ${at} 那一刻的账。后来的退款、更正和到账都没有算进来。`,
  toNow: "看现在的账",
  periodPick: "选时段",
  untilDay: (day: string) => `至 ${day} 日`,
  untilDayOf: (until: string) => `（${until}）`,
  yearToDate: "今年到现在",
  own: "自己选起止日",
  ownFrom: "从",
  ownTo: "到",
  ownAt: "看过去某一刻的账（可不填）",
  ownGo: "看这一段",
  ownRefusals: {
    missing: "这一格还空着。",
    wrong: "写成 2026-03-01 这样。",
    before_from: "止日在起日前面。",
    not_begun: "这一天还没到。",
    too_long: "最多看五年，请分几段。",
    at_before_days: "这一刻在起日之前。",
    at_wrong: "写一个已经过去的时刻，像 2026-11-01T08:00。",
  } satisfies Record<OwnRefusal, string>,
  filters: "筛选",
  circle: "循环",
  circles: { small: "小循环（县内）", big: "大循环（县外）" },
  seller: "主体",
  product: "商品",
  anyOf: { circle: "不分", seller: "全部主体", product: "全部商品" },
  clear: "清除筛选",
  filterNote: "到户收入记在主体名下，不分循环和商品。",
  siblings: { prefecture: "换州", county: "换县", township: "换乡镇", village: "换村" },
  hidden: "不到 5 户，不显示",
  ahead: (place: Place) => `刚才看过，回到${place}`,
  report: "月报与导出",

  caveat: "这里是平台收入，不是纯收入。带动销售额、到户收入、节支是三样东西，任何地方都不相加。",
  was: (figure: string) => `上期 ${figure}`,
  points: (text: string) => `${text.replace("%", "")} 个百分点`,
  households: (text: string) => `${text} 户`,
  signedUnit: (households: string) => ` / ${households}`,
  perTransaction: (money: string) => `${money} / 笔`,
  tiles: {
    net_sales: ["上行净额", "卖出减退款"],
    enrolled_sales: ["带动销售额", "统计数"],
    receipts: ["到户收入", "真到手"],
    reach: ["到户率", "已售批次"],
    benefiting_households: ["实际受益户 / 签约户", ""],
    traceability: ["可溯源率", ""],
  },
  indicators: indicatorsZh satisfies Record<IndicatorKey, IndicatorWords>,
  othersTitle: "其他指标",
  othersLead: "每一项的算法写在名字下面；分子 ÷ 分母写在数下面；— 是没有记录，不是零",
  groups: {
    selling: "卖货",
    households: "农户",
    contracts: "协议与合格证",
    stations: "服务站与下行",
  },
  indicatorColumns: { name: "指标", value: "本期", was: "上期与变化" },

  figure: (number: number) => `图 ${number}`,
  table: (number: number) => `表 ${number}`,
  asTable: "看表",
  mapTitle: "卖得出去的地方，和到不了户的地方",
  mapLead: "圆面积 = 带动销售额；位置 = 县城经纬度，不画界线",
  mapLabel: (place: Place) => `${place}，按坐标排列的下级；每个圆是一个链接`,
  bubble: (place: Place, amount: string, benefiting: string, signed: string) =>
    `${place}，带动销售额 ${amount}，受益 ${benefiting} 户，签约 ${signed} 户`,
  keySolid: "一半以上签约户有收入",
  keyHollow: "虚圈：不到一半",
  keyAccent: "颜色 = 一县一业",
  kilometres: (number: number) => `${number} 公里`,

  stepsTitle: "卖到县内，还是卖到县外",
  stepsLead: "上行净额，十二个月",
  stepsNarrow: (month: string, days: string) => `；${month}只有 ${days} 天，所以窄`,
  stepsLabel: "十二个月上行净额，分小循环和大循环；每个月是一个链接",
  step: (month: string, big: string, small: string) => `${month}，大循环 ${big}，小循环 ${small}`,
  circleNames: { small: "小循环", big: "大循环" },
  monthShort: (month: string) => `${month} 月`,
  monthColumns: {
    month: "月份",
    net: "上行净额",
    small: "小循环",
    big: "大循环",
    enrolled: "带动销售额",
    receipts: "到户收入",
  },

  rowsTitle: {
    receipts: "按到户收入排",
    change: "按较上期排",
    enrolled: "按带动销售额排",
    reach: "按到户率排",
    benefit: "按受益率排",
    median: "按中位数排",
  } satisfies Record<SortKey, string>,
  below: { prefecture: "各州市", county: "各县市", township: "各乡镇", village: "各村" },
  rowsOf: (below: string, by: string) => `${below}，${by}`,
  sortHint: "点列名换排法",
  columns: {
    receipts: "到户收入",
    change: "较上期",
    enrolled: "带动销售额",
    reach: "到户率",
    benefit: "受益 / 签约户",
    median: "中位数",
  } satisfies Record<SortKey, string>,
  brief: { enrolled: "带动", benefit: "受益" },
  months: "12 个月净额",
  sortUp: "从少到多",
  sortDown: "从多到少",
  noneBefore: "上期没有",
  whole: (place: Place, count: string, unit: string) => `${place} ${count} 个${unit}`,
  units: { prefecture: "州市", county: "县市", township: "乡镇", village: "村" },
  idle: (count: string) => `另有 ${count} 个没有卖货，也没有签约户：`,
  sortPhone: "排法",
  villageLead: "村是最下一级。再往下是户：",
  villageLink: "看这个村的农户名单",

  spreadTitle: (households: string) => `${households} 户，每户到手多少`,
  spreadLead: "签了约的和到了钱的户；每一竖条是一档的户数，点进去是名单",
  spreadLabel: "到户收入的分布；每一竖条是一个链接",
  spreadEmptyTitle: "还没有签约户，也没有到户的钱",
  spreadEmpty: "有帮扶协议生效，或者有一笔到户收入得到确认，这里就画出分布。",
  bin: (range: string, households: string) => `${range}，${households} 户`,
  binNothing: "一分没有",
  binFrom: (from: string) => `${from} 以上`,
  binRange: (from: string, to: string) => `${from} 到 ${to}`,
  medianPin: "中位数：一半的户不到这个数",
  quarterPin: "四分之一的户超过这个数",
  five: {
    lower: "四分之一不到",
    median: "中位数",
    upper: "四分之一超过",
    tenth: "前 10% 占",
    mean: "平均（会遮住人）",
    households: "户数",
  },
  binColumns: { range: "到手", households: "户数", part: "占" },
  tenthsTitle: (amount: string) => `${amount}怎么分的`,
  tenthsLead: "从少到多排成十份，每份 10% 的户",
  tenthsLabel: "从少到多，每十分之一的户各拿到多少",
  tenth: (number: string, part: string) => `第 ${number} 个十分之一：占 ${part}`,
  lowerHalf: "拿得少的一半户，合起来",
  topTenth: "拿得最多的 10%：",
  tenthColumns: { number: "十分之", part: "占到户收入" },

  channelsTitle: "到户的钱，从哪里来",
  channelsLead: "付了、农户也确认了的才算",
  channels: {
    purchase: "交售货款",
    rebate: "二次让利",
    patronage_refund: "盈余返还",
    dividend: "分红",
    wage: "工钱",
    land_rent: "地租",
    subsidy: "补贴",
  } as Record<string, string>,
  classes: {
    business: "经营性",
    wage: "工资性",
    property: "财产性",
    transfer: "转移性",
  } as Record<string, string>,
  channelColumns: { channel: "渠道", class: "收入类别", amount: "金额", part: "占" },
  channelsEmptyTitle: "还没有确认到户的钱",
  channelsEmpty: "主体付了款、农户用户码或在服务站确认以后，就记在这里。",
  total: "合计",

  splitTitles: { seller: "谁卖的", product: "卖的什么" },
  splitColumns: { net: "上行净额", enrolled: "带动", other: "其他农户", unattributed: "没追到户" },
  splitLead: "上行净额 = 带动 + 其他农户 + 没追到户",
  splitRest: (count: string) => `其余 ${count} 个`,

  nothingTitle: "签了约、没有钱到的户",
  nothingList: (households: string) => `看 ${households} 户的名单`,
  nothingColumns: { place: "地方", count: "没到账", signed: "签约", part: "占签约户" },
  nothingRest: (count: string) => `其余 ${count} 处`,
  nothingEmptyTitle: "没有漏下的户",
  nothingEmpty: "签了协议的户，这一期每一户都到了钱。",
  nothingUnsignedTitle: "还没有生效的协议",
  nothingUnsigned: "主体和农户签了帮扶协议，签约户才会列在这里。",

  stationsTitle: "睡着的服务站",
  stationsLead: "30 天内真实交易太少的站",
  stations: (all: string, active: string, part: string, asleep: string): string[] => [
    all,
    " 个站，",
    active,
    ` 个在用（${part}），`,
    asleep,
    " 个睡着。",
  ],
  stationColumns: { name: "站点", last: "上一笔", count: "30 天笔数", subsidy: "今年补贴" },
  daysAgo: (days: string) => `${days} 天前`,
  never: "从没有过",
  visit: "派人去看",
  stationsRest: (count: string) => `其余 ${count} 个站`,
  stationsNone: "这里还没有登记服务站",
  stationsNoneLead: "站点在“服务站”一页登记，每笔代买代卖都要农户确认。",
  stationsAwake: "没有睡着的站",
  stationsAwakeLead: (count: string) => `${count} 个站，30 天里都有真实交易。`,

  alertsTitle: "监测预警",
  alertsLead: "只提请人去看，不自动认定",
  alertsAll: (count: string) => `看全部 ${count} 条`,
  alertsNone: "没有要看的预警",
  alertsNoneLead: "收入比去年同期少三成以上、逾期没付、低于保底价的，会列在这里。",
  alertColumns: { about: "是谁", kind: "为什么", place: "地方", raised: "提出" },
  alerts: alertsZh satisfies Record<AlertKind, unknown>,
}
