import { bi, type ProductContent } from "../content"
import { ALL_YEAR, DRY, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "yecheng-qiaerbage"
const NUT = bi("薄皮核桃", "Thin-shelled walnuts")

export const YECHENG_PRODUCTS: ProductContent[] = [
  {
    handle: "yecheng-hetao",
    seller: SELLER,
    title: bi("叶城薄皮核桃", "Yecheng thin-shelled walnuts"),
    subtitle: bi("手捏即开，今年新果", "Opens by hand, this year's crop"),
    description: bi(
      "九月打的新核桃，只靠日晒，不漂白，壳色深浅是本色。每批抽一百个砸开，空瘪数写在合格证上。",
      "September's nuts, sun-dried and unbleached; the shells keep their own shades. A hundred of every lot are cracked and the blanks counted on the certificate.",
    ),
    art: "walnut",
    unit_text: bi("袋", "bag"),
    season_months: [9, 10, 11, 12, 1, 2, 3, 4, 5, 6],
    supply: { kind: NUT, grade: "一级 34 mm", harvests: ["2026-09-14", "2026-10-05"], keeps_days: 300, delivery_grams: [30000, 90000], ...DRY },
    variants: [
      { title: bi("2 斤装", "1 kg"), grams: 1000, price_fen: 4500 },
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 9800 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 18800 },
    ],
    demand: 8,
  },
  {
    handle: "yecheng-hetaoren",
    seller: SELLER,
    title: bi("核桃仁", "Walnut kernels"),
    subtitle: bi("手剥半仁，皮色浅", "Hand-shelled halves, light skins"),
    description: bi(
      "社员在家手剥，按整半仁交售，碎的另做油。密封装，开袋放冰箱。",
      "Shelled at home by members and delivered as halves; the broken go to oil. Sealed; refrigerate once opened.",
    ),
    art: "walnut-kernel",
    more_art: ["walnut"],
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: bi("核桃仁", "Walnut kernels"), grade: "半仁 浅色", harvests: ["2026-09-26"], keeps_days: 240, delivery_grams: [8000, 24000], ...DRY },
    variants: [
      { title: bi("500 克", "500 g"), grams: 500, price_fen: 4980 },
      { title: bi("500 克 × 2 袋", "2 × 500 g"), grams: 1000, price_fen: 9480 },
    ],
    demand: 6,
  },
  {
    handle: "yecheng-hetaoyou",
    seller: SELLER,
    title: bi("冷榨核桃油", "Cold-pressed walnut oil"),
    subtitle: bi("拌菜、给孩子拌粥", "For salads and porridge"),
    description: bi(
      "碎仁冷榨，只过滤。开瓶放冰箱，两个月内用完，不要高温炒。",
      "Broken kernels, cold-pressed and only filtered. Refrigerate, use within two months, and keep it off a hot pan.",
    ),
    art: "walnut-oil",
    unit_text: bi("瓶", "bottle"),
    season_months: ALL_YEAR,
    supply: { kind: bi("核桃油原料", "Walnuts for oil"), grade: PROCESSED_GRADE, harvests: ["2026-09-30"], keeps_days: 400, delivery_grams: [4000, 12000], ...PROCESSED, yield_bps: 2400 },
    variants: [
      { title: bi("250 毫升", "250 ml"), grams: 230, price_fen: 4680 },
      { title: bi("250 毫升 × 2 瓶", "2 × 250 ml"), grams: 460, price_fen: 8880 },
    ],
    demand: 4,
  },
  {
    handle: "yecheng-kaohetao",
    seller: SELLER,
    title: bi("原味烤核桃", "Plain roasted walnuts"),
    subtitle: bi("带壳烘香，不加盐糖", "Roasted in the shell, no salt or sugar"),
    description: bi(
      "整壳低温烘，壳更脆，仁更香。空口吃，或者砸碎拌面。",
      "Roasted whole at low heat: a crisper shell, a deeper kernel. As it is, or crushed over noodles.",
    ),
    art: "walnut",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: NUT, grade: "二级 32 mm", harvests: ["2026-10-10"], keeps_days: 240, delivery_grams: [20000, 60000], ...DRY },
    variants: [
      { title: bi("500 克", "500 g"), grams: 500, price_fen: 2980 },
      { title: bi("500 克 × 3 袋", "3 × 500 g"), grams: 1500, price_fen: 7980 },
    ],
    demand: 5,
  },
  {
    handle: "yecheng-huizao",
    seller: SELLER,
    title: bi("树上吊干灰枣", "Tree-dried grey jujubes"),
    subtitle: bi("挂到自然干，肉厚核小", "Dried on the branch, thick flesh, small stone"),
    description: bi(
      "在树上吊到十月底再摘，皮皱肉紧。夹一个核桃仁吃，是当地的待客法。",
      "Left to dry on the branch until the end of October. Stuffed with a walnut half, as guests are served here.",
    ),
    art: "jujube",
    more_art: ["walnut-kernel"],
    unit_text: bi("袋", "bag"),
    season_months: [10, 11, 12, 1, 2, 3],
    supply: { kind: bi("灰枣", "Grey jujubes"), grade: "一级", harvests: ["2026-10-26"], keeps_days: 240, delivery_grams: [15000, 45000], ...DRY },
    variants: [
      { title: bi("2 斤装", "1 kg"), grams: 1000, price_fen: 3980 },
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 8980 },
    ],
    demand: 6,
  },
  {
    handle: "yecheng-lihe",
    seller: SELLER,
    title: bi("核桃礼盒", "Walnut gift box"),
    subtitle: bi("36 mm 大果，四斤", "Large 36 mm nuts, two kilos"),
    description: bi(
      "挑过两遍的大果，布袋内装，盒盖印着村子的方位。",
      "Large nuts sorted twice, in cloth bags; the lid shows where the village lies.",
    ),
    art: "walnut",
    more_art: ["walnut-kernel"],
    unit_text: bi("盒", "box"),
    season_months: [10, 11, 12, 1, 2],
    supply: { kind: NUT, grade: "特级 36 mm", harvests: ["2026-09-22"], keeps_days: 300, delivery_grams: [20000, 60000], ...DRY },
    variants: [{ title: bi("4 斤装", "2 kg"), grams: 2000, price_fen: 12800 }],
    demand: 4,
  },
]
