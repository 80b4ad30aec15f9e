import { bi, type ProductContent } from "../content"
import { ALL_YEAR, DRY, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "shache-huoshilafu"
const NUT = bi("巴旦姆", "Badam almonds")

export const SHACHE_PRODUCTS: ProductContent[] = [
  {
    handle: "shache-zhipi",
    seller: SELLER,
    title: bi("莎车纸皮巴旦姆", "Shache paper-shell badam"),
    subtitle: bi("手剥得开，原味轻烘", "Peels by hand, lightly roasted"),
    description: bi(
      "纸皮品种，指甲一划就开。轻烘不裹糖，闻着是果仁自己的香。",
      "The paper-shelled kind: a fingernail opens it. Lightly roasted, no sugar, only its own scent.",
    ),
    art: "almond",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: NUT, grade: "纸皮 一级", harvests: ["2026-08-22", "2026-09-14"], keeps_days: 300, delivery_grams: [15000, 45000], ...DRY },
    variants: [
      { title: bi("500 克", "500 g"), grams: 500, price_fen: 5800 },
      { title: bi("2 斤装", "1 kg"), grams: 1000, price_fen: 10800 },
    ],
    demand: 6,
  },
  {
    handle: "shache-badanren",
    seller: SELLER,
    title: bi("巴旦姆仁", "Badam kernels"),
    subtitle: bi("去壳生仁，做点心、煮抓饭", "Raw kernels, for pastry and pilaf"),
    description: bi(
      "女社员手工去壳，生仁未烘。密封放冰箱，两个月内吃完最香。",
      "Shelled by hand by the women members, unroasted. Sealed and cold; best within two months.",
    ),
    art: "almond-shelled",
    more_art: ["almond"],
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: bi("巴旦姆仁", "Badam kernels"), grade: "整仁", harvests: ["2026-09-04"], keeps_days: 240, delivery_grams: [6000, 18000], ...DRY },
    variants: [
      { title: bi("500 克", "500 g"), grams: 500, price_fen: 7800 },
      { title: bi("500 克 × 2 袋", "2 × 500 g"), grams: 1000, price_fen: 14800 },
    ],
    demand: 5,
  },
  {
    handle: "shache-ruanke",
    seller: SELLER,
    title: bi("软壳巴旦姆", "Soft-shell badam"),
    subtitle: bi("轻轻一夹，仁更饱满", "A light squeeze, a fuller kernel"),
    description: bi(
      "软壳品种，要用小夹子，仁比纸皮的大一圈。",
      "The soft-shelled kind wants a small cracker and gives a larger kernel for it.",
    ),
    art: "almond",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: NUT, grade: "软壳 一级", harvests: ["2026-08-30"], keeps_days: 300, delivery_grams: [15000, 45000], ...DRY },
    variants: [
      { title: bi("500 克", "500 g"), grams: 500, price_fen: 4980 },
      { title: bi("2 斤装", "1 kg"), grams: 1000, price_fen: 9280 },
    ],
    demand: 4,
  },
  {
    handle: "shache-badannai",
    seller: SELLER,
    title: bi("巴旦姆植物奶", "Badam milk"),
    subtitle: bi("只有巴旦姆仁和水", "Kernels and water, nothing else"),
    description: bi(
      "碎仁磨浆，不加糖和乳化剂，静置会分层，摇匀即可。",
      "Milled from broken kernels without sugar or emulsifier. It separates when still: shake it.",
    ),
    art: "almond-milk",
    unit_text: bi("箱", "case"),
    season_months: ALL_YEAR,
    supply: { kind: bi("植物奶原料", "Badam for milk"), grade: PROCESSED_GRADE, harvests: ["2026-09-10"], keeps_days: 210, delivery_grams: [15000, 45000], ...PROCESSED, yield_bps: 60000 },
    variants: [
      { title: bi("250 毫升 × 6 盒", "6 × 250 ml"), grams: 1500, price_fen: 4580 },
      { title: bi("250 毫升 × 12 盒", "12 × 250 ml"), grams: 3000, price_fen: 8580 },
    ],
    demand: 3,
  },
  {
    handle: "shache-jiancui",
    seller: SELLER,
    title: bi("盐烘巴旦姆仁", "Salt-roasted badam kernels"),
    subtitle: bi("一点盐，烘到脆", "A little salt, roasted crisp"),
    description: bi(
      "整仁拌薄盐低温烘。小袋分装，一袋一次。",
      "Whole kernels tossed in a little salt and slowly roasted. Small bags, one sitting each.",
    ),
    art: "almond-shelled",
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: { kind: bi("巴旦姆仁", "Badam kernels"), grade: "整仁 烘制", harvests: ["2026-09-12"], keeps_days: 240, delivery_grams: [5000, 15000], ...DRY },
    variants: [{ title: bi("60 克 × 8 袋", "8 × 60 g"), grams: 480, price_fen: 7680 }],
    demand: 4,
  },
  {
    handle: "shache-lihe",
    seller: SELLER,
    title: bi("巴旦姆礼盒", "Badam gift box"),
    subtitle: bi("纸皮、软壳、果仁各一袋", "Paper-shell, soft-shell and kernels"),
    description: bi(
      "三样各一袋，尝得出差别。盒里一张三月花期的画。",
      "A bag of each of the three, so that one can taste the difference; with a drawing of the March blossom.",
    ),
    art: "almond",
    more_art: ["almond-shelled"],
    unit_text: bi("盒", "box"),
    season_months: [9, 10, 11, 12, 1, 2],
    supply: { kind: NUT, grade: "礼盒 三样", harvests: ["2026-09-18"], keeps_days: 240, delivery_grams: [12000, 36000], ...DRY },
    variants: [{ title: bi("3 袋（净重 1.2 kg）", "3 bags, 1.2 kg"), grams: 1200, price_fen: 12800 }],
    demand: 3,
  },
]
