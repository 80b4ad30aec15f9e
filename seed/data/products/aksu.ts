import { bi, type ProductContent } from "../content"
import { ALL_YEAR, FRESH, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "aksu-yiganqi"
const FUJI = bi("冰糖心苹果", "Rock-sugar-heart apples")

export const AKSU_PRODUCTS: ProductContent[] = [
  {
    handle: "aksu-bingtangxin",
    seller: SELLER,
    title: bi("阿克苏冰糖心苹果", "Aksu rock-sugar-heart apples"),
    subtitle: bi("霜后采，切开见糖花", "Picked after frost, a sugar flower inside"),
    description: bi(
      "十月下旬霜后采的果，每批抽样切开看糖心。路上五到八天，收到请放冰箱，糖心在常温下会散。",
      "Picked after the frosts of late October; a sample of every lot is cut to check. Five to eight days on the road: refrigerate on arrival, the heart fades when warm.",
    ),
    art: "apple-aksu",
    more_art: ["apple-aksu-box"],
    unit_text: bi("箱", "box"),
    season_months: [10, 11, 12, 1, 2, 3, 4],
    supply: { kind: FUJI, grade: "一级 80 mm", harvests: ["2026-10-22", "2026-11-04"], keeps_days: 150, delivery_grams: [60000, 160000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 6500 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 11800 },
    ],
    demand: 9,
  },
  {
    handle: "aksu-lihe",
    seller: SELLER,
    title: bi("阿克苏苹果礼盒", "Aksu apple gift box"),
    subtitle: bi("横径 85 mm，十二枚", "Twelve of 85 mm"),
    description: bi(
      "十二枚一盒，分格，送人合适。盒盖内侧印着这一批的来处。",
      "Twelve to a box, each in its cell. Inside the lid: where this lot came from.",
    ),
    art: "apple-aksu-box",
    more_art: ["apple-aksu"],
    unit_text: bi("盒", "box"),
    season_months: [10, 11, 12, 1, 2],
    supply: { kind: FUJI, grade: "特级 85 mm", harvests: ["2026-10-25"], keeps_days: 150, delivery_grams: [40000, 110000], ...FRESH },
    variants: [{ title: bi("12 枚（约 7 斤）", "12 fruit, about 3.5 kg"), grams: 3500, price_fen: 10800 }],
    demand: 5,
  },
  {
    handle: "aksu-xiaoguo",
    seller: SELLER,
    title: bi("阿克苏小苹果", "Small Aksu apples"),
    subtitle: bi("65 mm，孩子一人一个", "65 mm, one to a child"),
    description: bi(
      "个头小，糖心一样有。适合带去学校，也省得切。",
      "Small, with the same sugar heart; fit for a school bag and no cutting.",
    ),
    art: "apple-aksu",
    unit_text: bi("箱", "box"),
    season_months: [10, 11, 12, 1],
    supply: { kind: FUJI, grade: "二级 65 mm", harvests: ["2026-10-28"], keeps_days: 130, delivery_grams: [50000, 140000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 4580 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 8280 },
    ],
    demand: 6,
  },
  {
    handle: "aksu-pingguocu",
    seller: SELLER,
    title: bi("苹果醋", "Apple vinegar"),
    subtitle: bi("原果发酵，兑水喝", "Fermented from whole fruit, to be diluted"),
    description: bi(
      "落地果、磕碰果洗净破碎，自然发酵半年。兑四倍温水，空腹少喝。",
      "Windfalls and bruised fruit washed, crushed and fermented half a year. One part to four of warm water; not on an empty stomach.",
    ),
    art: "apple-vinegar",
    unit_text: bi("瓶", "bottle"),
    season_months: ALL_YEAR,
    supply: { kind: bi("苹果醋原料", "Apples for vinegar"), grade: PROCESSED_GRADE, harvests: ["2026-01-12"], keeps_days: 700, delivery_grams: [8000, 24000], ...PROCESSED, yield_bps: 6000 },
    variants: [
      { title: bi("500 毫升 × 2 瓶", "2 × 500 ml"), grams: 1000, price_fen: 4200 },
      { title: bi("500 毫升 × 6 瓶", "6 × 500 ml"), grams: 3000, price_fen: 11600 },
    ],
    demand: 3,
  },
  {
    handle: "aksu-pingguogan",
    seller: SELLER,
    title: bi("苹果脆片", "Apple crisps"),
    subtitle: bi("不油炸，低温脱水", "Never fried, slowly dried"),
    description: bi(
      "薄片低温脱水，开袋请密封，回潮就软了。",
      "Thin slices dried at low heat. Reseal after opening: they soften in damp air.",
    ),
    art: "apple-rings",
    more_art: ["apple-aksu"],
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: { kind: bi("脆片原料", "Apples for crisps"), grade: PROCESSED_GRADE, harvests: ["2026-02-18"], keeps_days: 500, delivery_grams: [3000, 10000], ...PROCESSED, yield_bps: 1200 },
    variants: [{ title: bi("60 克 × 6 袋", "6 × 60 g"), grams: 360, price_fen: 5280 }],
    demand: 4,
  },
  {
    handle: "aksu-xiangli",
    seller: SELLER,
    title: bi("绿洲香梨", "Oasis fragrant pears"),
    subtitle: bi("皮薄汁多，放软更香", "Thin-skinned, juicy, better as it softens"),
    description: bi(
      "社员园子里套种的香梨，九月采。个头不大，放两三天香气出来再吃。",
      "Pears grown among the members' apples, picked in September. Small; wait two or three days for the scent.",
    ),
    art: "pear",
    unit_text: bi("箱", "box"),
    season_months: [9, 10, 11, 12],
    supply: { kind: bi("香梨", "Fragrant pears"), grade: "一级", harvests: ["2026-09-08"], keeps_days: 140, delivery_grams: [40000, 120000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 4980 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 9200 },
    ],
    demand: 6,
  },
]
