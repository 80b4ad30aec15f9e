import { bi, type ProductContent } from "../content"
import { ALL_YEAR, DRY, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "jinyang-pailai"
const DRIED = bi("干青花椒", "Dried green pepper")

export const JINYANG_PRODUCTS: ProductContent[] = [
  {
    handle: "jinyang-ganjiao",
    seller: SELLER,
    title: bi("金阳干青花椒", "Jinyang dried green pepper"),
    subtitle: bi("当天晒干，去籽去梗", "Dried in a day, seeds and stems out"),
    description: bi(
      "晴天当天晒干的一等椒，开口匀，颜色绿。密封避光，麻味头三个月最足。",
      "First grade, dried in one clear day: evenly open, still green. Seal from light; keenest in its first three months.",
    ),
    art: "pepper-dried",
    more_art: ["pepper"],
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: DRIED, grade: "一等", harvests: ["2026-07-18", "2026-08-06"], keeps_days: 400, delivery_grams: [4000, 14000], ...DRY },
    variants: [
      { title: bi("100 克", "100 g"), grams: 100, price_fen: 3200 },
      { title: bi("250 克", "250 g"), grams: 250, price_fen: 6980 },
    ],
    demand: 7,
    recalled_harvest: "2026-07-18",
  },
  {
    handle: "jinyang-baoxian",
    seller: SELLER,
    title: bi("保鲜青花椒", "Fresh-frozen green pepper"),
    subtitle: bi("六月底鲜摘速冻", "Picked and frozen at the end of June"),
    description: bi(
      "整串速冻，颜色还是刚摘的绿。做水煮鱼、钵钵鸡，出锅前撒一把。",
      "Frozen by the cluster, as green as when picked. A handful at the end, over fish or bobo chicken.",
    ),
    art: "pepper",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: bi("鲜青花椒", "Fresh green pepper"), grade: "整串", harvests: ["2026-06-28"], keeps_days: 330, delivery_grams: [10000, 30000], ...DRY },
    variants: [
      { title: bi("250 克 × 2 袋", "2 × 250 g"), grams: 500, price_fen: 3980 },
      { title: bi("250 克 × 6 袋", "6 × 250 g"), grams: 1500, price_fen: 10800 },
    ],
    demand: 5,
  },
  {
    handle: "jinyang-jiaoyou",
    seller: SELLER,
    title: bi("青花椒油", "Green pepper oil"),
    subtitle: bi("鲜椒压榨，菜籽油浸", "Pressed fresh, steeped in rapeseed oil"),
    description: bi(
      "鲜椒当天进厂，冷榨后用菜籽油浸提。麻得快，拌凉菜几滴就够。",
      "Fresh pepper reaches the press the same day and is steeped in rapeseed oil. It numbs fast: a few drops dress a plate.",
    ),
    art: "pepper-oil",
    more_art: ["pepper"],
    unit_text: bi("瓶", "bottle"),
    season_months: ALL_YEAR,
    supply: { kind: bi("椒油原料", "Pepper for oil"), grade: PROCESSED_GRADE, harvests: ["2026-07-08"], keeps_days: 480, delivery_grams: [3000, 10000], ...PROCESSED, yield_bps: 9000 },
    variants: [
      { title: bi("265 毫升", "265 ml"), grams: 240, price_fen: 2980 },
      { title: bi("265 毫升 × 3 瓶", "3 × 265 ml"), grams: 720, price_fen: 8280 },
    ],
    demand: 6,
  },
  {
    handle: "jinyang-jiaofen",
    seller: SELLER,
    title: bi("青花椒粉", "Ground green pepper"),
    subtitle: bi("石磨现磨，小罐装", "Stone-ground, small tins"),
    description: bi(
      "一等干椒去净籽再磨，不掺壳。香气走得快，所以只做小罐。",
      "First-grade husks, seeds out, ground with nothing added. The scent does not wait, so the tins are small.",
    ),
    art: "pepper-dried",
    unit_text: bi("罐", "tin"),
    season_months: ALL_YEAR,
    supply: { kind: bi("椒粉原料", "Pepper for grinding"), grade: PROCESSED_GRADE, harvests: ["2026-08-12"], keeps_days: 330, delivery_grams: [2000, 8000], ...PROCESSED, yield_bps: 9000 },
    variants: [
      { title: bi("50 克", "50 g"), grams: 50, price_fen: 1980 },
      { title: bi("50 克 × 4 罐", "4 × 50 g"), grams: 200, price_fen: 6980 },
    ],
    demand: 4,
  },
  {
    handle: "jinyang-hongjiao",
    seller: SELLER,
    title: bi("二等干青花椒（卤料装）", "Second-grade green pepper for stocks"),
    subtitle: bi("含少量闭眼椒，卤菜实惠", "Some closed berries, good value for stocks"),
    description: bi(
      "阴天烘干的，颜色暗一些，香气不差，卤菜、熬汤、泡菜用它划算。",
      "Dried indoors on cloudy days: darker, no less fragrant, and thrifty for stocks and pickles.",
    ),
    art: "pepper-dried",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: DRIED, grade: "二等（烘房）", harvests: ["2026-08-02"], keeps_days: 400, delivery_grams: [5000, 15000], ...DRY },
    variants: [{ title: bi("500 克", "500 g"), grams: 500, price_fen: 7800 }],
    demand: 3,
  },
]
