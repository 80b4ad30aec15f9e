import { bi, type ProductContent } from "../content"
import { ALL_YEAR, FRESH, PROCESSED, PROCESSED_GRADE } from "./presets"

const COOP = "huili-luchang"
const GROWER = "huili-zhangguan"
const GREEN = bi("青皮软籽石榴", "Green-skin soft-seed pomegranates")

export const HUILI_PRODUCTS: ProductContent[] = [
  {
    handle: "huili-qingpi",
    seller: COOP,
    title: bi("会理青皮软籽石榴", "Huili green-skin pomegranates"),
    subtitle: bi("籽软，可以不吐", "Soft seeds, no need to spit"),
    description: bi(
      "青黄皮带红晕，掰开是满的。按枚分级，箱上写明几枚、多重，皮上的日斑不影响籽粒。",
      "A green-gold rind with a blush, full to the corners inside. Graded by the fruit, count and weight on the box; sun marks stay on the skin.",
    ),
    art: "pomegranate",
    unit_text: bi("箱", "box"),
    season_months: [8, 9, 10, 11],
    supply: { kind: GREEN, grade: "一级 350 g 上", harvests: ["2026-09-05", "2026-10-10"], keeps_days: 140, delivery_grams: [40000, 120000], ...FRESH },
    variants: [
      { title: bi("6 枚（约 5 斤）", "6 fruit, about 2.5 kg"), grams: 2500, price_fen: 5900 },
      { title: bi("12 枚（约 10 斤）", "12 fruit, about 5 kg"), grams: 5000, price_fen: 10800 },
    ],
    demand: 8,
  },
  {
    handle: "huili-daguo",
    seller: COOP,
    title: bi("会理石榴大果礼盒", "Huili pomegranate gift box"),
    subtitle: bi("单果 500 克上下", "About 500 g each"),
    description: bi(
      "头茬花坐的果，一根枝只留一个。八枚一盒，隔格，附一张剥石榴的画。",
      "From the first flush of flowers, one fruit to a branch. Eight to a box, each in its cell, with a drawing of how to open them.",
    ),
    art: "pomegranate-box",
    more_art: ["pomegranate"],
    unit_text: bi("盒", "box"),
    season_months: [9, 10, 11],
    supply: { kind: GREEN, grade: "特级 500 g 上", harvests: ["2026-09-16"], keeps_days: 130, delivery_grams: [40000, 100000], ...FRESH },
    variants: [{ title: bi("8 枚（约 8 斤）", "8 fruit, about 4 kg"), grams: 4000, price_fen: 12800 }],
    demand: 5,
  },
  {
    handle: "huili-xiaoguo",
    seller: COOP,
    title: bi("会理石榴家常果", "Huili everyday pomegranates"),
    subtitle: bi("个头小，一样甜", "Smaller, just as sweet"),
    description: bi(
      "二级果，单果二百五十克上下，适合榨汁和给孩子一人一个。",
      "Second grade at about 250 g, for juicing or one to a child.",
    ),
    art: "pomegranate",
    unit_text: bi("箱", "box"),
    season_months: [9, 10, 11],
    supply: { kind: GREEN, grade: "二级 250 g", harvests: ["2026-09-22"], keeps_days: 120, delivery_grams: [40000, 110000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 3980 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 7280 },
    ],
    demand: 6,
  },
  {
    handle: "huili-shiliuzhi",
    seller: COOP,
    title: bi("石榴汁", "Pomegranate juice"),
    subtitle: bi("去皮压籽，不带涩", "Pressed from the grains, without the rind's bitterness"),
    description: bi(
      "先剥籽再压，所以不涩。一瓶大约用三个石榴，开瓶放冰箱三天内喝完。",
      "The grains are freed before pressing, so nothing bitter gets in. About three fruit to a bottle; drink within three days of opening.",
    ),
    art: "pomegranate-juice",
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: { kind: bi("石榴汁原料", "Pomegranates for juice"), grade: PROCESSED_GRADE, harvests: ["2026-09-18"], keeps_days: 270, delivery_grams: [10000, 30000], ...PROCESSED, yield_bps: 4200 },
    variants: [
      { title: bi("300 毫升 × 6 瓶", "6 × 300 ml"), grams: 1800, price_fen: 7800 },
      { title: bi("300 毫升 × 12 瓶", "12 × 300 ml"), grams: 3600, price_fen: 14800 },
    ],
    demand: 4,
  },
  {
    handle: "zhangguan-tunisi",
    seller: GROWER,
    title: bi("突尼斯软籽石榴", "Tunisian soft-seed pomegranates"),
    subtitle: bi("皮红，籽更软", "Redder outside, softer within"),
    description: bi(
      "彰冠镇种植园的突尼斯软籽，皮红，核几乎嚼不出来。园子自种与邻近农户合同果混装，批次里分开写。",
      "Tunisian soft-seed from Zhangguan, red-skinned, the pips hardly there. The garden's own and contracted neighbours' fruit together, told apart in the lot.",
    ),
    art: "pomegranate",
    more_art: ["pomegranate-box"],
    unit_text: bi("箱", "box"),
    season_months: [9, 10, 11],
    supply: { kind: bi("突尼斯软籽石榴", "Tunisian soft-seed pomegranates"), grade: "一级 400 g 上", harvests: ["2026-09-12", "2026-10-06"], keeps_days: 130, delivery_grams: [40000, 120000], ...FRESH, unattributed_bps: 4000 },
    variants: [
      { title: bi("6 枚（约 5 斤）", "6 fruit, about 2.5 kg"), grams: 2500, price_fen: 6900 },
      { title: bi("8 枚（约 7 斤）", "8 fruit, about 3.5 kg"), grams: 3500, price_fen: 9200 },
    ],
    demand: 5,
    recalled_harvest: "2026-09-12",
  },
  {
    handle: "zhangguan-qingpi-zaoguo",
    seller: GROWER,
    title: bi("早采青皮石榴", "Early green-skin pomegranates"),
    subtitle: bi("八月开园的头一批", "The first picking of August"),
    description: bi(
      "八月末开园的头一批，酸甜。今年的已经卖完。",
      "The first picking at the end of August, on the tart side of sweet. Sold out for this year.",
    ),
    art: "pomegranate",
    unit_text: bi("箱", "box"),
    season_months: [8, 9],
    supply: { kind: GREEN, grade: "二级", harvests: ["2026-08-26"], keeps_days: 150, delivery_grams: [30000, 90000], ...FRESH, unattributed_bps: 3000 },
    variants: [{ title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 4200 }],
    demand: 3,
    is_sold_out: true,
  },
]
