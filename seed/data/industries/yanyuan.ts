import { bi, UNCONFIRMED, type CountyIndustryContent } from "../content"

export const yanyuan: CountyIndustryContent = {
  county_code: "513423",
  name: bi("盐源苹果", "Yanyuan apple"),
  short: bi("苹果", "Apples"),
  tagline: bi(
    "白天晒足了太阳，夜里冷得下霜，糖就留在了果心里。",
    "Sun all day, frost by night: the sugar stays in the core.",
  ),
  intro: bi(
    "盐源县在雅砻江西岸的高山盆地里，果园连着湖滨与坝子。这里的苹果熟得晚，国庆过后才开始采红富士，切开能看见果心一圈透亮的糖晶，本地人叫它“冰糖心”。",
    "Yanyuan lies in a mountain basin west of the Yalong river, orchards running from the lakeside to the flats. Apples ripen late here: red Fuji is picked only after the October holiday, and a cut fruit shows a clear ring of sugar around the core that people call “rock-sugar heart”.",
  ),
  seal: "盐源",
  accent: "apple",
  landscape: "land-orchard",
  art: "apple",
  season_text: bi("8 月—次年 4 月", "August to April"),
  season_months: [8, 9, 10, 11, 12, 1, 2, 3, 4],
  season: [
    { label: bi("开花", "Blossom"), from_month: 4, to_month: 4, is_harvest: false },
    {
      label: bi("疏果套袋", "Thinning and bagging"),
      from_month: 5,
      to_month: 6,
      is_harvest: false,
    },
    {
      label: bi("摘袋转色", "Bags off, colour comes"),
      from_month: 9,
      to_month: 9,
      is_harvest: false,
    },
    { label: bi("早熟", "Early apples"), from_month: 8, to_month: 9, is_harvest: true },
    { label: bi("红富士", "Red Fuji"), from_month: 10, to_month: 11, is_harvest: true },
    { label: bi("冷库续售", "From cold store"), from_month: 12, to_month: 4, is_harvest: false },
  ],
  season_note: bi(
    "四月开花，五月中到六月疏果套袋，八月下旬先采嘎啦与黄元帅，十月上旬到十一月采红富士。冷库里的果卖到次年四月，卖完就等下一季。",
    "Blossom in April, thinning and bagging from mid-May, Gala and Golden from late August, red Fuji from early October into November. Cold-stored fruit lasts until April; after that, wait for the next season.",
  ),
  facts: [
    {
      label: bi("果园海拔", "Orchard altitude"),
      value: bi("2300–2800 米", "2,300–2,800 m"),
      note: UNCONFIRMED,
    },
    {
      label: bi("昼夜", "Day and night"),
      value: bi("温差大", "Wide swing"),
      note: bi(
        "高山盆地，十月白天暖、夜里见霜",
        "A mountain basin: warm October days, frost at night",
      ),
    },
    {
      label: bi("主栽品种", "Main variety"),
      value: bi("红富士", "Red Fuji"),
      note: bi("另有黄元帅、嘎啦，八月下旬起采", "Also Golden and Gala, from late August"),
    },
    {
      label: bi("收果规矩", "How it is bought"),
      value: bi("过磅分级", "Weighed and graded"),
      note: bi(
        "农户与合作社两边都认了才记账",
        "Booked only when grower and cooperative both agree",
      ),
    },
  ],
  gi_records: [
    {
      kind: bi("地理标志产品“盐源苹果”", "Geographical indication product “Yanyuan apple”"),
      number: "2010-09-30 公告",
      announced_on: "2010-09-30",
      is_verified: false,
      source: "counties.csv: gi_status, evidence=web; announcement number not seen",
    },
  ],
  story: {
    title: bi("坝上的账本", "The account book on the flats"),
    paragraphs: [
      bi(
        "八家村的沙马家有九亩红富士。前些年是客商开车进村，站在树下看一眼，整园估一个价，好果坏果一起走。家里的老人说，那时候卖苹果像卖天气，猜着卖。",
        "The Shama family of Bajia village keep nine mu of red Fuji. Buyers used to drive in, glance at the trees and name one price for the whole orchard, good fruit and bad together. Selling apples, the old people say, was like selling the weather: you guessed.",
      ),
      bi(
        "村里成立合作社，头一件事是买了一台地磅。谁家交来多少、分几级、扣了多少杂，一行一行写在墙上；写错了，当场有人说话。后来账本换成了平板，墙上的那一栏还留着，老人们习惯去看。",
        "When the village founded its cooperative, the first thing it bought was a weighbridge. Who brought how much, which grade, what was deducted: line by line it went up on the wall, and a wrong line was disputed on the spot. The book is a tablet now, but the column on the wall is still kept, because people look.",
      ),
      bi(
        "（演示故事，人名与数字均为虚构。）",
        "(A demonstration story; the people and figures are invented.)",
      ),
    ],
    quote: bi(
      "秤在那里，账在那里，我就晓得明年该怎么剪枝。",
      "The scale is there, the book is there: so I know how to prune next year.",
    ),
  },
}
