import { bi, type ProductContent } from "../content"
import { ALL_YEAR, FRESH, PROCESSED, PROCESSED_GRADE } from "./presets"

const SELLER = "leibo-dukou"
const ORANGE = bi("脐橙", "Navel oranges")

export const LEIBO_PRODUCTS: ProductContent[] = [
  {
    handle: "leibo-qicheng",
    seller: SELLER,
    title: bi("雷波脐橙", "Leibo navel oranges"),
    subtitle: bi("江边低坡头一批，不打蜡", "First from the low slopes, unwaxed"),
    description: bi(
      "十一月中旬先熟的低处果，皮上带一点风斑。剥开有汁，手上沾香。",
      "The first to ripen low on the slopes in mid-November, with a wind mark or two. Juicy, and the scent stays on your hands.",
    ),
    art: "orange",
    unit_text: bi("箱", "box"),
    season_months: [11, 12, 1, 2, 3],
    supply: { kind: ORANGE, grade: "一级 75 mm", harvests: ["2026-11-10", "2026-11-17"], keeps_days: 100, delivery_grams: [50000, 150000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 4900 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 8800 },
    ],
    demand: 9,
  },
  {
    handle: "leibo-lihe",
    seller: SELLER,
    title: bi("雷波脐橙礼盒", "Leibo navel orange gift box"),
    subtitle: bi("横径 80 mm 以上，十二枚", "Twelve of 80 mm and over"),
    description: bi(
      "挑过的大果，十二枚一盒，盒里一张江边橙园的画。",
      "Chosen large fruit, twelve to a box, with a drawing of the riverside groves.",
    ),
    art: "orange-box",
    more_art: ["orange"],
    unit_text: bi("盒", "box"),
    season_months: [11, 12, 1, 2],
    supply: { kind: ORANGE, grade: "特级 80 mm", harvests: ["2026-11-13"], keeps_days: 100, delivery_grams: [40000, 100000], ...FRESH },
    variants: [{ title: bi("12 枚（约 6 斤）", "12 fruit, about 3 kg"), grams: 3000, price_fen: 7800 }],
    demand: 6,
  },
  {
    handle: "leibo-xiaocheng",
    seller: SELLER,
    title: bi("手剥小脐橙", "Small peeling oranges"),
    subtitle: bi("皮薄好剥，一人一个", "Thin-skinned, one each"),
    description: bi(
      "横径六十毫米上下的小果，糖度不低，适合放在桌上随手吃。",
      "Small fruit of about 60 mm, no less sweet, to leave on the table and take as one passes.",
    ),
    art: "orange",
    unit_text: bi("箱", "box"),
    season_months: [11, 12, 1],
    supply: { kind: ORANGE, grade: "二级 60 mm", harvests: ["2026-11-14"], keeps_days: 90, delivery_grams: [40000, 120000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 3480 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 6280 },
    ],
    demand: 6,
  },
  {
    handle: "leibo-chengjiang",
    seller: SELLER,
    title: bi("脐橙果酱", "Navel orange marmalade"),
    subtitle: bi("果肉连皮，糖少放", "Flesh and peel, low in sugar"),
    description: bi(
      "上一季的留树果熬的，皮切细丝，微苦。抹馒头、兑温水都行。",
      "Cooked from last season's tree-held fruit, peel in fine threads, faintly bitter. On bread, or in warm water.",
    ),
    art: "orange-marmalade",
    more_art: ["orange"],
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: { kind: bi("果酱原料", "Oranges for marmalade"), grade: PROCESSED_GRADE, harvests: ["2026-03-20"], keeps_days: 400, delivery_grams: [4000, 12000], ...PROCESSED, yield_bps: 5500 },
    variants: [
      { title: bi("240 克 × 2 瓶", "2 × 240 g"), grams: 480, price_fen: 4980 },
      { title: bi("240 克 × 4 瓶", "4 × 240 g"), grams: 960, price_fen: 9280 },
    ],
    demand: 4,
  },
  {
    handle: "leibo-chengpi",
    seller: SELLER,
    title: bi("脐橙皮丝", "Candied orange peel"),
    subtitle: bi("泡水、烘焙两用", "For tea or baking"),
    description: bi(
      "做果酱余下的皮，去白、切丝、糖渍、低温烘干。泡水两三根就够。",
      "The peel left from marmalade: pith off, cut fine, sugared and slowly dried. Two or three threads make a cup.",
    ),
    art: "orange-marmalade",
    unit_text: bi("罐", "tin"),
    season_months: ALL_YEAR,
    supply: { kind: bi("橙皮原料", "Orange peel"), grade: PROCESSED_GRADE, harvests: ["2026-03-26"], keeps_days: 400, delivery_grams: [2000, 6000], ...PROCESSED, yield_bps: 2500 },
    variants: [{ title: bi("150 克", "150 g"), grams: 150, price_fen: 2280 }],
    demand: 3,
  },
  {
    handle: "leibo-muxiang",
    seller: SELLER,
    title: bi("雷波脐橙整箱", "Leibo oranges by the crate"),
    subtitle: bi("二十斤，办公室分着吃", "Ten kilos, to share at work"),
    description: bi(
      "大小混装，不分级，省下的分选钱让在价里。",
      "Sizes mixed and ungraded; what sorting would have cost comes off the price.",
    ),
    art: "orange-box",
    unit_text: bi("箱", "crate"),
    season_months: [11, 12, 1],
    supply: { kind: ORANGE, grade: "统货", harvests: ["2026-11-15"], keeps_days: 90, delivery_grams: [60000, 160000], ...FRESH },
    variants: [{ title: bi("20 斤装", "10 kg"), grams: 10000, price_fen: 12800 }],
    demand: 4,
  },
]
