import type { Catalogue } from "./catalogue"

/** Words of the trace page, which a code on a pack leads to. */
export const trace = {
  "zh-CN": {
    title: (lot: string, goods: string) => `批次 ${lot} · ${goods}`,
    lot: (code: string) => `批次 ${code}`,
    seal: ["来处", "可查"],
    recalledSeal: ["已经", "召回"],
    says: (e: { place: string; households: number; weight: string }) =>
      `这一批在${e.place}交秤，${e.households} 户合计 ${e.weight}。`,
    allHold: (count: number) => `${count} 个环节都有人录、有人认，对得上。`,
    someFail: "有一处没有对上，写在下面。",
    serial: (serial: string) => `单件码 ${serial}，卖家印过。一件一码，别处再见到就是抄的。`,
    inventedTitle: (serial: string) => `单件码 ${serial} 没有印过`,
    inventedLead:
      "卖家没有为这一批印过这个码：可能是编的，或抄错了。下面是批次本身的记录，不能证明您手里这一件就是。请问卖给您的人。",
    recalledTitle: "这一批已经召回，请不要食用",
    recalledLead: "请联系卖给您的人退款。这一批已停止销售。",
    goTo: (county: string) => `看${county}`,
    steps: "一路经过",
    step: {
      delivery: "采收交售",
      seal: "封批",
      pack: "装箱",
      list: "上架",
      ship: "发运",
    } as Record<string, string>,
    delivery: (households: number | null, weight: string | null, price: string | null) =>
      [households !== null && `${households} 户`, weight, price !== null && `每公斤 ${price}`]
        .filter(Boolean)
        .join("，"),
    sealed: (weight: string | null) => (weight ? `合计 ${weight}，附合格证` : "附合格证"),
    packed: (units: string | null, unit: string | null) =>
      [units !== null && `${units} 件`, unit && `每件 ${unit}`, "逐件贴码"]
        .filter(Boolean)
        .join("，"),
    listed: "在店里开始卖",
    shipped: (units: string | null, carrier: string | null) =>
      [units !== null && `${units} 件`, carrier && `交 ${carrier}`].filter(Boolean).join("，"),
    places: (some: string, all: number) => `${some}等 ${all} 个村`,
    recordedBy: "谁录入",
    confirmedBy: "谁确认",
    map: "在哪里",
    mapLabel: (county: string) => `${county}的位置`,
    mapNote: "大点是产地县城，小点是同州其他县城。只标经纬，不画界线。",
    certificate: "合格证",
    certificateName: "承诺达标合格证",
    name: "名称",
    number: "证号",
    issued: "开具",
    tests: "检测",
    noCertificate: "这一批还没有附合格证，所以没有上架。",
    checks: "核对过什么",
    checksHold: "全部相符",
    checksFail: "有不符",
    check: {
      mass_balance: "斤两对得上",
      two_parties: "录的人与认的人不是同一个",
      packed_within_lot: "装出去的不比收进来的多",
      certificate: "合格证与批次相符",
    } as Record<string, string>,
    chain: "事件链没有断，也没有被改",
    chainWhole: (count: number, day: string, isFinal: boolean) =>
      `${count} 个事件，逐个有哈希和签名；最近的在 ${day} 的根里（${isFinal ? "已定稿" : "当天结束后定稿"}）`,
    chainBroken: (count: number, failed: number) =>
      `${count} 个事件里有被改动的，${failed} 项核对不成立。请不要相信这一页。`,
    holds: "相符",
    fails: "不符",
    notChecked: "没有核对的",
    notCheckedText: "口感、地里的用药过程。我们只核记录与单据，不替人尝。",
    unattributed: (weight: string) => `其中 ${weight} 来源没有查到户，不算到任何人名下。`,
    yourself: "自己怎么查",
    yourselfSteps: {
      address: ["看箱上的码，网址应以 ", " 结尾，多一个字都不对。"],
      verify: "会用电脑的，可以不靠我们重算每个哈希、签名和根：",
      ask: (seller: string, code: string) =>
        `问${seller}，报批次号 ${code}，问那几天一共收了多少斤。`,
      households: (all: number, enrolled: number) =>
        `核户数：这一批 ${all} 户，其中建档立卡 ${enrolled} 户。户名不公开，县乡干部在看板里能按批次核到户。`,
    },
    foot: "页面不用脚本，不记录是谁扫的码。",
  },
  en: {
    title: (lot: string, goods: string) => `Lot ${lot} · ${goods}`,
    lot: (code: string) => `Lot ${code}`,
    seal: ["来处", "可查"],
    recalledSeal: ["已经", "召回"],
    says: (e: { place: string; households: number; weight: string }) =>
      `Weighed in at ${e.place}: ${e.households} households, ${e.weight} together.`,
    allHold: (count: number) =>
      `Each of ${count} steps was entered by one and confirmed by another, and they agree.`,
    someFail: "One thing does not agree; it is written below.",
    serial: (serial: string) =>
      `Pack ${serial}: the seller printed this code. It is on one pack only; seen on another, one is a copy.`,
    inventedTitle: (serial: string) => `Pack code ${serial} was never printed`,
    inventedLead:
      "The seller printed no such code for this lot: it may be invented or miscopied. Below is the record of the lot itself; it does not show that your pack is of it. Ask whoever sold it to you.",
    recalledTitle: "This lot is recalled. Please do not eat it",
    recalledLead: "Ask whoever sold it to you for a refund. The lot is no longer sold.",
    goTo: (county: string) => `See ${county}`,
    steps: "The way it came",
    step: {
      delivery: "Harvest and delivery",
      seal: "Lot sealed",
      pack: "Packed",
      list: "On sale",
      ship: "Shipped",
    },
    delivery: (households: number | null, weight: string | null, price: string | null) =>
      [
        households !== null && `${households} households`,
        weight,
        price !== null && `${price} per kg`,
      ]
        .filter(Boolean)
        .join(", "),
    sealed: (weight: string | null) =>
      weight ? `${weight} in all, with its certificate` : "With its certificate",
    packed: (units: string | null, unit: string | null) =>
      [units !== null && `${units} packs`, unit && `${unit} each`, "each labelled"]
        .filter(Boolean)
        .join(", "),
    listed: "Put on sale in the shop",
    shipped: (units: string | null, carrier: string | null) =>
      [units !== null && `${units} packs`, carrier && `with ${carrier}`].filter(Boolean).join(", "),
    places: (some: string, all: number) => `${some} and others, ${all} villages`,
    recordedBy: "Entered by",
    confirmedBy: "Confirmed by",
    map: "Where",
    mapLabel: (county: string) => `Position of ${county}`,
    mapNote:
      "The large dot is the county’s seat, small ones are other seats of the prefecture. Coordinates only, no boundaries.",
    certificate: "Certificate",
    certificateName: "Conformity commitment",
    name: "Name",
    number: "Number",
    issued: "Issued",
    tests: "Tests",
    noCertificate: "This lot has no certificate yet, so it is not on sale.",
    checks: "What was checked",
    checksHold: "All agree",
    checksFail: "Not all agree",
    check: {
      mass_balance: "The weights add up",
      two_parties: "Entered by one, confirmed by another",
      packed_within_lot: "No more packed than came in",
      certificate: "The certificate fits the lot",
    },
    chain: "The chain of events is unbroken and unchanged",
    chainWhole: (count: number, day: string, isFinal: boolean) =>
      `${count} events, each hashed and signed; the latest lies under the root of ${day} (${isFinal ? "final" : "final when the day is over"})`,
    chainBroken: (count: number, failed: number) =>
      `Some of ${count} events were changed: ${failed} checks fail. Do not trust this page.`,
    holds: "agrees",
    fails: "does not agree",
    notChecked: "What was not checked",
    notCheckedText:
      "Taste, and what was sprayed in the field. We check records and papers; we do not taste for you.",
    unattributed: (weight: string) =>
      `${weight} of it could not be traced to a household and is credited to nobody.`,
    yourself: "Check it yourself",
    yourselfSteps: {
      address: ["Read the code on the box: its address must end in ", ", not a letter more."],
      verify: "With a computer you can recompute every hash, signature and root without us: ",
      ask: (seller: string, code: string) =>
        `Ask ${seller} about lot ${code}: how much came in on those days?`,
      households: (all: number, enrolled: number) =>
        `Compare the count: ${all} households, ${enrolled} of them enrolled. Names stay private; officials can follow the lot to each household.`,
    },
    foot: "This page runs no script and does not record who scanned the code.",
  },
} satisfies Catalogue
