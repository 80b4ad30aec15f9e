import type { Catalogue } from "../catalogue"

const zh = {
  title: (place: string, period: string) => `${place} · ${period}月报`,
  here: "月报与导出",
  lead: "打印出来是三页 A4。也可以在打印时选“存为 PDF”。",
  indicators: "各项指标",
  columns: { name: "指标", formula: "怎么算", value: "本期", was: "上期", change: "变化" },
  before: (from: string, to: string) => `上期指 ${from} 至 ${to}`,
  divisions: "各下级",
  divisionColumns: {
    name: "区划",
    receipts: "到户收入",
    change: "较上期",
    sales: "上行净额",
    enrolled: "带动销售额",
    reach: "到户率",
    benefiting: "受益 / 签约户",
    median: "中位数",
  },
  others: (count: string) => `其余 ${count} 个`,
  village: "村没有下级；这一村的户见农户表。",
  overdue: "逾期没付给农户的钱",
  overdueLead: (count: string, total: string) => `${count} 笔，合计 ${total}`,
  overdueNone: "没有逾期",
  overdueColumns: { household: "户（遮名）", seller: "谁该付", due: "到期", amount: "金额" },
  more: (count: string) => `另有 ${count} 笔，见到户收入一栏`,
  method: "怎么算的",
  methodLines: [
    "平台收入，不是农户纯收入。没有扣成本，也没有算平台以外的收入。",
    "到户收入：付了、农户也确认了的钱。带动销售额：买家付的货款里，按重量追到建档立卡户的部分，是统计数。节支：比有票据的本地价少花的。三样各是各的，不相加。",
    "一行货款先按各批出货的克数分，再按每户交售的重量分，除不尽的分用最大余数法；合起来一分不差。退款在退款那天记负数，已经过去的月份不改。",
    "身份按交售那天算，由官方文件导入。上期与本期一样长；“—”是不知道，不是零。",
    "每个数都能点到分录；姓名一律遮住。本区划以外，少于五户的数不显示。",
  ],
  printedBy: (name: string, place: string, at: string) =>
    `${name}（${place}）打印于 ${at} · 遮名 · 平台收入，不是农户纯收入`,
  waiting: "月报的数暂时取不到。导出照常能用；过一会儿再打开这一页。",
}

const en: typeof zh = {
  title: (place, period) => `${place} · report for ${period}`,
  here: "Report and exports",
  lead: "Printed, this is three A4 pages. The print dialogue can also save it as PDF.",
  indicators: "All indicators",
  columns: {
    name: "Indicator",
    formula: "How it is worked out",
    value: "Now",
    was: "Before",
    change: "Change",
  },
  before: (from, to) => `Before means ${from} to ${to}`,
  divisions: "Divisions below",
  divisionColumns: {
    name: "Division",
    receipts: "Receipts",
    change: "Change",
    sales: "Net sales",
    enrolled: "Attributed",
    reach: "Reach",
    benefiting: "Benefiting / signed",
    median: "Median",
  },
  others: (count) => `${count} others`,
  village: "A village has no divisions below; its households are in the list of households.",
  overdue: "Overdue payments to households",
  overdueLead: (count, total) => `${count} receipts, ${total}`,
  overdueNone: "Nothing is overdue",
  overdueColumns: {
    household: "Household (masked)",
    seller: "Owed by",
    due: "Due",
    amount: "Amount",
  },
  more: (count) => `and ${count} more, in the list of receipts`,
  method: "How this is worked out",
  methodLines: [
    "Platform income, not household net income: no costs are taken off, and income from elsewhere is not in it.",
    "Receipts: paid, and confirmed by the household. Attributed sales: the part of what buyers paid that traces to enrolled households by weight, a statistic. Savings: spent less than the documented local price. Three quantities, never added.",
    "Goods of a line are split by grams of each lot, then by the weight each household delivered; odd fen go by largest remainder, so the parts sum exactly. A refund is a negative entry on its own day; a past month never changes.",
    "Status is that of the delivery day, imported from officials' documents. Both periods are of one length; “—” is unknown, not zero.",
    "Each figure leads to its entries; names are masked. Outside one's own division figures of fewer than five households are not shown.",
  ],
  printedBy: (name, place, at) =>
    `Printed by ${name} (${place}) at ${at} · names masked · platform income, not household net income`,
  waiting:
    "The report's figures cannot be fetched just now. Exports work; open this page again in a while.",
}

/** Words of the printable report. */
export const report = { "zh-CN": zh, en } satisfies Catalogue
