/** Chinese is written first: its shape is what the English words must have. */

/** A piece of a sentence: plain words, or a figure that is a link to what stands behind it. */
export type Piece<To extends string> = string | { to: To; text: string }

type Said = Piece<"sales" | "reached" | "median" | "unreached">
type Place = string

export type Summary = {
  period: string
  place: string
  sales: string
  attributed: string
  reached: string
  median: string
  unreached: string
}

export const zh = {
  nav: {
    overview: "总览",
    reached: "农户",
    unreached: "没追到的户",
    stations: "服务站",
    alerts: "监测预警",
    registry: "名册",
  },
  scope: (place: Place) => `只看得到${place}。姓名一律遮住。`,
  backToOwn: (place: Place) => `回${place}总览`,
  crumbs: "行政区划",
  outOfScope: "不在您的权限内",
  below: { prefecture: "下级", county: "各县市", township: "各乡镇", village: "各村" },
  month: (year: string, month: string) => `${year} 年 ${month} 月`,
  monthShort: (month: string) => `${month} 月`,
  untilDay: (day: string) => `（至 ${day} 日）`,
  monthPick: "选月份",
  title: (place: Place, month: string) => `${place} · ${month}`,
  asOf: (at: string) => `数据截至 ${at}。`,
  beforeWhole: (month: string) => `上期指 ${month}。`,
  beforeUneven: (month: string, days: string) =>
    `上期指 ${month}整月；这个月才过 ${days} 天，所以多半还低。`,
  question: (month: string) => `${month}卖出的货，追到了哪些农户，哪里没有？`,
  period: (month: string, days: string | null) => (days ? `${month} 1–${days} 日` : month),
  answer: (s: Summary): Said[] => [
    `${s.period}，${s.place}上行净额 `,
    { to: "sales", text: s.sales },
    "，其中 ",
    { to: "reached", text: s.attributed },
    " 追到了 ",
    { to: "reached", text: `${s.reached} 户` },
    "建档立卡户名下。连一分没有的户一起排，中间那一户是 ",
    { to: "median", text: s.median },
    "。",
  ],
  answerNobody: (s: Summary): Said[] => [
    `${s.period}，${s.place}上行净额 `,
    { to: "sales", text: s.sales },
    "，没有一分追到建档立卡户名下。",
  ],
  answerNothing: (s: Summary): Said[] => [`${s.period}，${s.place}没有卖出去的货。`],
  unreachedSentence: (households: string): Said[] => [
    "还有 ",
    { to: "unreached", text: `${households} 户` },
    "一分也没追到",
  ],
  weakest: (reached: string, total: string) => ` ${total} 户里只追到 ${reached} 户`,
  colon: "：",
  comma: "，",
  stop: "。",
  label:
    "这里是平台收入，不是农户纯收入。带动销售额是统计数：买家付的货款里，按重量追到户的那部分；它不是到户收入，也不与到户收入相加。",
  tiles: {
    sales: "上行净额",
    enrolled: "带动销售额",
    other: "追到其他农户",
    unattributed: "没追到户",
    reached: "追到的户 / 建档立卡户",
    median: "中位数",
  },
  tileNotes: {
    sales: "收款减退款",
    enrolled: "统计数",
    median: "含没追到的户",
  },
  before: (figure: string) => `上期 ${figure}`,
  households: (change: string) => `${change} 户`,
  noneBefore: "上期没有",
  mean: (mean: string, tenth: string) => `平均 ${mean}，前一成的户占 ${tenth}`,
  figure: (number: number) => `图 ${number}`,
  table: (number: number) => `表 ${number}`,
  mapTitle: "卖得出去的地方，和追不到户的地方",
  mapLead: "圆面积 = 带动销售额；位置 = 县城经纬度，不画界线",
  mapLabel: (place: Place) => `${place}各县市，按县城坐标排列`,
  bubble: (place: Place, amount: string, reached: string, total: string) =>
    `${place}，带动销售额 ${amount}，追到 ${reached} 户，建档立卡 ${total} 户`,
  keySolid: "一半以上的户追到了",
  keyHollow: "虚圈：不到一半",
  keyAccent: "颜色 = 一县一业",
  kilometres: (number: number) => `${number} 公里`,
  stepsTitle: "十二个月，货款追到了谁",
  stepsLead: (days: string) => `上行净额；这个月只有 ${days} 天，所以窄`,
  stepsLabel: "十二个月上行净额，分追到的去处；每个月是一个链接",
  layers: { enrolled: "建档立卡户", other: "其他农户", unattributed: "没追到户" },
  stepName: (month: string, sales: string, enrolled: string) =>
    `${month}，上行净额 ${sales}，带动销售额 ${enrolled}`,
  asTable: "看表",
  belowTitle: (children: string) => `${children}，按带动销售额排`,
  columns: {
    month: "月份",
    enrolled: "带动销售额",
    change: "较上期",
    sales: "上行净额",
    other: "其他农户",
    unattributed: "没追到户",
    reached: "追到的户 / 建档户",
  },
  remainder: "没记到下一级的",
  remainderNote: "来路只查到这一级",
  whole: (place: Place) => `${place}合计`,
  householdsTitle: "追到的户",
  householdsLead: (shown: string, count: string) => `从多到少，前 ${shown} 户；共 ${count} 户`,
  householdsAll: (count: string) => `看全部 ${count} 户`,
  householdColumns: {
    name: "户",
    village: "村",
    township: "乡镇",
    county: "县市",
    status: "身份",
    attributed: "带动销售额，元",
    entries: "分录",
    last: "最近一笔",
  },
  entries: (count: string) => `${count} 笔`,
  unreachedTitle: "一分也没追到的户",
  unreachedLead: (count: string, month: string) => `${count} 户建档立卡户，${month}没有一笔`,
  unreachedAll: (count: string) => `看 ${count} 户的名单`,
  overlap:
    "身份按交售那天算：追到的户里，有的到月底已不在册。所以两份名单相加，可以多于在册的户数。",
  idle: (count: string) => `另有 ${count} 个没有卖货，也没有建档户：`,
  nobodyReached: "这个月没有追到的户",
  nobodyReachedLead: "有货卖出、收了款，又追得到是谁种的，就会出现在这里。",
  everybodyReached: "没有漏下的户",
  everybodyReachedLead: "在册的建档立卡户，这个月每一户都追到了。",
  nobodyEnrolled: "名册里没有建档立卡户",
  nobodyEnrolledLead: "身份由官方文件导入，这里不判定。导入后才有名单。",
  listTitle: { some: "追到的户", none: "一分也没追到的户" },
  listLead: {
    some: (count: string, total: string) =>
      `${count} 户，带动销售额合计 ${total}，从多到少。点一户看它的分录。`,
    none: (count: string) => `${count} 户建档立卡户，按村排。点一户看它别的月份。`,
  },
  benefit: "看哪些户",
  total: "合计",
  pages: "翻页",
  page: (from: string, to: string, count: string) => `第 ${from}–${to} 户，共 ${count} 户`,
  previousPage: "上一页",
  nextPage: "下一页",
  /** Statuses are the registry's own words. */
  statuses: {} as Record<string, string>,
}
