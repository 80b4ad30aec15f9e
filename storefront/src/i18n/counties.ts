import { hanziCount } from "~/lib/hanzi"

import type { Catalogue } from "./catalogue"

/** Words of the home page, the atlas and the county pages. `*…*` marks a figure to stand out. */
export const counties = {
  "zh-CN": {
    homeTitle: "上行 · 县里的好东西",
    headline: ["一县一样，", "都有来处"],
    lead: (first: number, second: number) =>
      `凉山${hanziCount(first)}个县市，南疆${hanziCount(second)}个县市。苹果、土豆、核桃、鸡，按县摆在这里，写清哪个村、哪天采、谁家交的秤，钱又分给了谁。`,
    pinyin: "拼音也行：",
    atlasTitle: "县城所在的位置",
    atlasKey: "实心点有货，点开看县",
    panels: { "51": "凉山", "65": "南疆" } as Record<string, string>,
    panelLabel: (name: string) => `${name}各县位置`,
    now: "正当季",
    nowEmpty: "这个月没有当季的鲜货，干货与加工品照常卖。",
    yearRound: "全年有货",
    seasonMonth: (month: number, of: number) =>
      month === 1
        ? `刚上季，共 ${of} 个月`
        : month === of
          ? `最后一个月`
          : `第 ${month} 个月，共 ${of} 个月`,
    seasonOf: (name: string) => `${name}的当季进度`,
    nowLabel: (count: number) => `正当季的${hanziCount(count)}样`,
    shelf: "县域图谱",
    shelfNote: (count: number) =>
      `先上架${hanziCount(count)}个县，一县一样，袋上的数字是行政区划代码`,
    sellers: (count: number) => `${count} 家卖方`,
    lots: (count: number) => (count > 0 ? `${count} 批在售` : "暂无在售批次"),
    from: "起",
    allCounties: "按州、地区看全部五十个县市",
    how: "钱怎么到户",
    howNote: "从地磅到饭桌",
    steps: [
      {
        art: "step-weigh",
        title: "村口过秤",
        text: "农户把货交到合作社，斤两、等级、单价当场记下，双方都认了才算数。",
      },
      {
        art: "step-seal",
        title: "一批一码",
        text: "同一季同一等级的货装成一批，附上合格证，贴一个码。这一批里谁家占多少公斤，账上写着，码上不露名字。",
      },
      {
        art: "step-read",
        title: "到家再看",
        text: "扫码能看到哪个村、哪天采、谁录的、谁认的。你付的钱按批次的斤两拆开，一分不差地记到每一户名下。",
      },
    ],
    countiesTitle: "五十个县市",
    countiesLead: "凉山州与南疆四地州在册的县市，先看有货的，其余按代码排。",
    countyGoods: (count: number) => `${count} 样在卖`,
    notYet: "还没有上架",
    crumbAtlas: "县域图谱",
    oneCounty: (industry: string) => `一县一业 · ${industry}`,
    landscape: (county: string) => `${county}的山水与田地`,
    seeGoods: (count: number) => `看正在卖的 ${count} 样`,
    facts: "何以为佳",
    factsNote: "水土与品种",
    gi: "登记与核验",
    verified: "已核验",
    announcedOn: (date: string) => `${date}公告`,
    season: "一年农时",
    seasonNow: (month: string, label: string | null) =>
      label ? `现在是${month}，${label}` : `现在是${month}`,
    chain: "谁送到你手里",
    chainNote: (parts: { enterprises: number; cooperatives: number; households: number }) =>
      [
        parts.enterprises && `${hanziCount(parts.enterprises)}家企业`,
        parts.cooperatives && `${hanziCount(parts.cooperatives)}个合作社`,
        parts.households && `${hanziCount(parts.households)}户`,
      ]
        .filter(Boolean)
        .join("，"),
    kinds: {
      leading_enterprise: "龙头企业",
      large_grower: "专业大户",
      cooperative: "合作社",
    } as Record<string, string>,
    founded: (year: number) => `${year} 年成立`,
    members: (count: number) => `成员 ${count} 户`,
    enrolledOf: (count: number) => `其中建档立卡 ${count} 户`,
    delivered: (weight: string) => `已交售 ${weight}`,
    dots: (all: number, enrolled: number) => `${all} 户，其中建档立卡 ${enrolled} 户`,
    keyEnrolled: (count: number) => `建档立卡户 ${count} 户`,
    keyOther: (count: number) => `其他成员户 ${count} 户`,
    keyDot: (households: number) =>
      households === 1 ? "一个点是一户，不对应具体人家" : `一个点是${hanziCount(households)}户`,
    goods: (county: string) => `${county}的货`,
    goodsNote: (count: number, sellers: number) =>
      `${hanziCount(count)}样，来自${hanziCount(sellers)}家卖方`,
    goodsEmpty: "这个县的货这会儿都卖完了，下一批封好就上架。",
    lotsTitle: "在售批次",
    lotsNote: "一批一证，扫箱上的码能查到",
    lotHead: {
      code: "批次号",
      goods: "货",
      origin: "产地",
      grade: "等级",
      harvested: "采收",
      left: "余量",
      certificate: "合格证",
    },
    lot: "批",
    certified: "合格证已附",
    storyNote: "典型案例，人名为化名",
    effect: "到目前的成效",
    effectNote: (from: string, to: string) => `${from}至${to}`,
    effectSays: (e: { weight: string; amount: string; households: string; median: string }) =>
      `卖出 *${e.weight}*，其中 *${e.amount}* 追到 *${e.households}* 户，一半的人家在 *${e.median}* 以上。`,
    effectIs: "这是零售款按批次斤两追到户的统计，建档立卡户与其他社员户都在内；不是农户的收入。",
    village: "村",
    villageHouseholds: "带动户数",
    households: "户",
    mergedVillages: "其他各村",
    mergedNote: "各不足 10 户，合并列示",
    privacy:
      "为了不让人认出谁家，满 10 户才单独显示。金额只到村与合作社，不到人；户名只有本户、合作社记账员和经登记的干部能看，每看一次都留痕。",
    closedTitle: (county: string) => `${county}还没有上架`,
    closedLead: "这个县市在册，一县一业还没有在这里开张。看看邻近已经有货的县。",
  },
  en: {
    homeTitle: "Shangxing · good food from the counties",
    headline: ["One county, one craft,", "and all of it traced"],
    lead: (first: number, second: number) =>
      `${first} counties of Liangshan, ${second} of southern Xinjiang. Apples, potatoes, walnuts, chicken: laid out county by county, with the village, the day, the household’s scale and where the money went.`,
    pinyin: "Pinyin works too:",
    atlasTitle: "Where the county seats lie",
    atlasKey: "Filled dots have goods",
    panels: { "51": "Liangshan", "65": "South Xinjiang" },
    panelLabel: (name: string) => `Positions of the counties of ${name}`,
    now: "In season",
    nowEmpty:
      "Nothing fresh is in season this month; dried and preserved goods are on sale as usual.",
    yearRound: "All year",
    seasonMonth: (month: number, of: number) =>
      month === 1
        ? `Just begun, ${of} months`
        : month === of
          ? "Last month"
          : `Month ${month} of ${of}`,
    seasonOf: (name: string) => `Season of ${name}`,
    nowLabel: (count: number) => `${count} goods in season`,
    shelf: "County atlas",
    shelfNote: (count: number) =>
      `The first ${count} counties, one speciality each; the number on the bag is the division code`,
    sellers: (count: number) => (count === 1 ? "1 seller" : `${count} sellers`),
    lots: (count: number) =>
      count > 0 ? (count === 1 ? "1 lot on sale" : `${count} lots on sale`) : "No lot just now",
    from: "and up",
    allCounties: "All fifty counties, by prefecture",
    how: "Where money goes",
    howNote: "From the weighbridge to your table",
    steps: [
      {
        art: "step-weigh",
        title: "Weighed in the village",
        text: "The household brings its goods to the cooperative. Weight, grade and price are written down on the spot, and count once both sides agree.",
      },
      {
        art: "step-seal",
        title: "One lot, one code",
        text: "Goods of one season and one grade are packed as a lot with its certificate and one code. The books say whose kilograms are in it; the code names nobody.",
      },
      {
        art: "step-read",
        title: "Read it at home",
        text: "Scan the code to see which village, which day, who entered it and who confirmed. What you paid is split by the lot’s weights, to the fen, household by household.",
      },
    ],
    countiesTitle: "Fifty counties",
    countiesLead:
      "The counties of Liangshan and of the four southern prefectures of Xinjiang on our register; those with goods come first.",
    countyGoods: (count: number) => (count === 1 ? "1 item on sale" : `${count} items on sale`),
    notYet: "Nothing on sale yet",
    crumbAtlas: "County atlas",
    oneCounty: (industry: string) => `One county, one industry: ${industry}`,
    landscape: (county: string) => `Hills and fields of ${county}`,
    seeGoods: (count: number) => (count === 1 ? "See what is on sale" : `See all ${count} goods`),
    facts: "What makes it good",
    factsNote: "Land and variety",
    gi: "Registered names",
    verified: "Verified",
    announcedOn: (date: string) => `announced ${date}`,
    season: "The year",
    seasonNow: (month: string, label: string | null) =>
      label ? `It is ${month}: ${label}` : `It is ${month}`,
    chain: "Who brings it to you",
    chainNote: (parts: { enterprises: number; cooperatives: number; households: number }) =>
      [
        parts.enterprises &&
          `${parts.enterprises} ${parts.enterprises === 1 ? "enterprise" : "enterprises"}`,
        parts.cooperatives &&
          `${parts.cooperatives} ${parts.cooperatives === 1 ? "cooperative" : "cooperatives"}`,
        parts.households && `${parts.households} households`,
      ]
        .filter(Boolean)
        .join(", "),
    kinds: {
      leading_enterprise: "Leading enterprise",
      large_grower: "Large grower",
      cooperative: "Cooperative",
    },
    founded: (year: number) => `Founded ${year}`,
    members: (count: number) => `${count} member households`,
    enrolledOf: (count: number) => `${count} of them enrolled`,
    delivered: (weight: string) => `${weight} delivered`,
    dots: (all: number, enrolled: number) => `${all} households, ${enrolled} of them enrolled`,
    keyEnrolled: (count: number) => `${count} enrolled households`,
    keyOther: (count: number) => `${count} other members`,
    keyDot: (households: number) =>
      households === 1
        ? "One dot is one household, none in particular"
        : `One dot is ${households} households`,
    goods: (county: string) => `From ${county}`,
    goodsNote: (count: number, sellers: number) =>
      `${count} ${count === 1 ? "item" : "items"} from ${sellers} ${sellers === 1 ? "seller" : "sellers"}`,
    goodsEmpty: "Everything from this county is sold out; the next lot goes on sale once sealed.",
    lotsTitle: "Lots on sale",
    lotsNote: "Each with its certificate; the code on the box leads here",
    lotHead: {
      code: "Lot",
      goods: "Goods",
      origin: "From",
      grade: "Grade",
      harvested: "Harvested",
      left: "Left",
      certificate: "Certificate",
    },
    lot: "Lot",
    certified: "Certified",
    storyNote: "A typical case; names are changed",
    effect: "What it did so far",
    effectNote: (from: string, to: string) => `${from} to ${to}`,
    effectSays: (e: { weight: string; amount: string; households: string; median: string }) =>
      `*${e.weight}* sold; *${e.amount}* of it traced to *${e.households}* households, half of them to *${e.median}* or more.`,
    effectIs:
      "Retail money traced to households, enrolled and other members alike, by the weights of their lots. A statistic, not their income.",
    village: "Village",
    villageHouseholds: "Households reached",
    households: "Households",
    mergedVillages: "Other villages",
    mergedNote: "Fewer than ten each, shown together",
    privacy:
      "So that nobody can be recognised, only ten households or more are shown apart. Amounts stop at village and cooperative; names are for the household itself, its cooperative’s bookkeeper and registered officials, and every look is logged.",
    closedTitle: (county: string) => `${county} has not opened here yet`,
    closedLead:
      "The county is on the register, but its industry has not opened here. These neighbours have.",
  },
} satisfies Catalogue
