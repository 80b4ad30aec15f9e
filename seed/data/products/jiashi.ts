import { bi, type ProductContent } from "../content"
import { ALL_YEAR, FRESH, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "jiashi-wolituogelake"
const LATE = bi("晚熟伽师瓜", "Late Jiashi melons")

export const JIASHI_PRODUCTS: ProductContent[] = [
  {
    handle: "jiashi-wanshu",
    seller: SELLER,
    title: bi("伽师瓜（晚熟）", "Jiashi melon, late"),
    subtitle: bi("窖到入冬，越放越甜", "Cellared to winter and sweeter for it"),
    description: bi(
      "十月底前采的晚熟瓜，网纹粗，肉橘红，脆。收到先放两三天，闻到香了再切。",
      "Late melons picked before the end of October: coarse net, orange flesh, crisp. Rest two or three days and cut when you can smell it.",
    ),
    art: "melon",
    more_art: ["melon-slice"],
    unit_text: bi("箱", "box"),
    season_months: [9, 10, 11],
    supply: {
      kind: LATE,
      grade: "一级 糖度抽检",
      harvests: ["2026-09-18", "2026-10-22"],
      keeps_days: 125,
      delivery_grams: [80000, 220000],
      ...FRESH,
    },
    variants: [
      { title: bi("2 枚（约 10 斤）", "2 melons, about 5 kg"), grams: 5000, price_fen: 5200 },
      { title: bi("4 枚（约 20 斤）", "4 melons, about 10 kg"), grams: 10000, price_fen: 9600 },
    ],
    demand: 7,
  },
  {
    handle: "jiashi-daguo",
    seller: SELLER,
    title: bi("伽师瓜大果", "Large Jiashi melon"),
    subtitle: bi("单果四公斤以上", "Over four kilos each"),
    description: bi(
      "一枚一箱，四公斤以上，适合一家人一次切开。",
      "One to a box, over four kilos, to be cut with the whole family there.",
    ),
    art: "melon",
    unit_text: bi("箱", "box"),
    season_months: [9, 10, 11],
    supply: {
      kind: LATE,
      grade: "特级 4 kg 上",
      harvests: ["2026-10-12"],
      keeps_days: 100,
      delivery_grams: [60000, 160000],
      ...FRESH,
    },
    variants: [
      { title: bi("1 枚（约 8 斤）", "1 melon, about 4 kg"), grams: 4000, price_fen: 4980 },
    ],
    demand: 4,
  },
  {
    handle: "jiashi-zaogua",
    seller: SELLER,
    title: bi("早熟伽师瓜", "Early Jiashi melon"),
    subtitle: bi("八月的瓜，脆而清", "August melons, crisp and light"),
    description: bi(
      "早熟的一茬，香气淡一些，脆。今年的已经卖完。",
      "The early crop: milder scent, all crispness. Sold out for this year.",
    ),
    art: "melon",
    unit_text: bi("箱", "box"),
    season_months: [7, 8, 9],
    supply: {
      kind: bi("早熟伽师瓜", "Early Jiashi melons"),
      grade: "一级",
      harvests: ["2026-08-24"],
      keeps_days: 150,
      delivery_grams: [60000, 160000],
      ...FRESH,
    },
    variants: [
      { title: bi("2 枚（约 8 斤）", "2 melons, about 4 kg"), grams: 4000, price_fen: 4280 },
    ],
    demand: 4,
    is_sold_out: true,
  },
  {
    handle: "jiashi-guapian",
    seller: SELLER,
    title: bi("冻干伽师瓜片", "Freeze-dried melon slices"),
    subtitle: bi("入口化开，只有瓜", "Melts in the mouth, only melon"),
    description: bi(
      "鲜瓜切片冻干，不加糖。开袋当天吃完最脆，回潮后拌酸奶。",
      "Fresh melon sliced and freeze-dried, no sugar. Crispest on the day; good in yoghurt after.",
    ),
    art: "melon-slice",
    more_art: ["melon"],
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: {
      kind: bi("瓜片原料", "Melons for slices"),
      grade: PROCESSED_GRADE,
      harvests: ["2026-09-02"],
      keeps_days: 330,
      delivery_grams: [2000, 7000],
      ...PROCESSED,
      yield_bps: 800,
    },
    variants: [{ title: bi("30 克 × 6 袋", "6 × 30 g"), grams: 180, price_fen: 5600 }],
    demand: 3,
  },
  {
    handle: "jiashi-guagan",
    seller: SELLER,
    title: bi("伽师瓜干", "Sun-dried melon"),
    subtitle: bi("切条晾晒，软韧", "Cut in strips, soft and chewy"),
    description: bi(
      "八九月的瓜去皮切条，在晾房里吹晒，编成辫子。甜是瓜自己的。",
      "Melons of August and September, peeled, cut and dried in the wind of the drying house, then plaited. The sweetness is their own.",
    ),
    art: "melon-dried",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: {
      kind: bi("瓜干", "Dried melon"),
      grade: "晾房风干",
      harvests: ["2026-09-08"],
      keeps_days: 300,
      delivery_grams: [6000, 18000],
      ...PROCESSED,
    },
    variants: [
      { title: bi("300 克", "300 g"), grams: 300, price_fen: 2680 },
      { title: bi("300 克 × 3 袋", "3 × 300 g"), grams: 900, price_fen: 7280 },
    ],
    demand: 5,
  },
]
