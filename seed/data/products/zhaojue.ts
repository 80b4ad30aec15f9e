import { bi, type ProductContent } from "../content"
import { ALL_YEAR, FRESH, PROCESSED, PROCESSED_GRADE } from "./presets"

const COOP = "zhaojue-jiefanggou"
const GROWER = "zhaojue-sikai"

export const ZHAOJUE_PRODUCTS: ProductContent[] = [
  {
    handle: "zhaojue-huangxin",
    seller: COOP,
    title: bi("高山黄心土豆", "Mountain yellow potatoes"),
    subtitle: bi("沙，面，适合烤和蒸", "Floury, for baking and steaming"),
    description: bi(
      "带泥发货，泥是山上的灰褐土。收到放阴凉处，不要洗，不要见光。",
      "Sent with the grey-brown soil of the hills still on. Keep cool, dark and unwashed.",
    ),
    art: "potato",
    unit_text: bi("袋", "bag"),
    season_months: [9, 10, 11, 12, 1, 2, 3],
    supply: { kind: bi("黄心土豆", "Yellow potatoes"), grade: "大 150 g 上", harvests: ["2026-09-08", "2026-10-15"], keeps_days: 150, delivery_grams: [60000, 200000], ...FRESH },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 1990 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 3490 },
    ],
    demand: 8,
  },
  {
    handle: "zhaojue-xiaotudou",
    seller: COOP,
    title: bi("小土豆", "Baby potatoes"),
    subtitle: bi("一口一个，整颗煎", "A mouthful each, to fry whole"),
    description: bi(
      "挑出来的小个，皮薄，洗净连皮煮熟压扁，两面煎黄，撒辣椒面。",
      "The small ones picked out: boil in their thin skins, press flat, fry both sides and dust with chilli.",
    ),
    art: "potato",
    unit_text: bi("袋", "bag"),
    season_months: [9, 10, 11, 12, 1],
    supply: { kind: bi("黄心土豆", "Yellow potatoes"), grade: "小 30—60 g", harvests: ["2026-09-14"], keeps_days: 130, delivery_grams: [30000, 90000], ...FRESH },
    variants: [{ title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 1680 }],
    demand: 5,
  },
  {
    handle: "zhaojue-shupian",
    seller: COOP,
    title: bi("火塘味薯片", "Hearth-style crisps"),
    subtitle: bi("厚切，木姜子与辣椒两味", "Thick cut, litsea or chilli"),
    description: bi(
      "黄心土豆厚切，菜籽油慢炸，味道照着火塘边蘸辣椒面的吃法调。",
      "Yellow potatoes cut thick and fried slowly in rapeseed oil, seasoned as at the hearth.",
    ),
    art: "potato-chips",
    unit_text: bi("组", "set"),
    season_months: ALL_YEAR,
    supply: { kind: bi("薯片原料", "Potatoes for crisps"), grade: PROCESSED_GRADE, harvests: ["2026-09-02"], keeps_days: 210, delivery_grams: [4000, 12000], ...PROCESSED, yield_bps: 2600 },
    variants: [
      { title: bi("80 克 × 4 袋", "4 × 80 g"), grams: 320, price_fen: 2680 },
      { title: bi("80 克 × 10 袋", "10 × 80 g"), grams: 800, price_fen: 5980 },
    ],
    demand: 5,
  },
  {
    handle: "zhaojue-fentiao",
    seller: COOP,
    title: bi("手工土豆粉条", "Hand-made potato noodles"),
    subtitle: bi("只有土豆淀粉和水", "Potato starch and water, nothing else"),
    description: bi(
      "小土豆磨浆沉淀，漏粉、冷冻、晒干。下锅前温水泡半小时，久煮不断。",
      "Small potatoes milled and settled to starch, pressed, frozen and sun-dried. Soak half an hour; it holds however long it boils.",
    ),
    art: "potato-noodle",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: bi("粉条原料", "Potatoes for noodles"), grade: PROCESSED_GRADE, harvests: ["2026-09-05"], keeps_days: 330, delivery_grams: [5000, 15000], ...PROCESSED, yield_bps: 1500 },
    variants: [
      { title: bi("500 克 × 2 袋", "2 × 500 g"), grams: 1000, price_fen: 3280 },
      { title: bi("500 克 × 5 袋", "5 × 500 g"), grams: 2500, price_fen: 7680 },
    ],
    demand: 4,
  },
  {
    handle: "sikai-hongpi",
    seller: GROWER,
    title: bi("四开红皮洋芋", "Sikai red-skinned potatoes"),
    subtitle: bi("红皮黄肉，炒丝脆", "Red skin, yellow flesh, crisp when shredded"),
    description: bi(
      "四开镇的红皮，水分多一点，切丝过水再炒。大户自种与农户代收混装，批次里分开写。",
      "The red potato of Sikai, a little wetter: shred, rinse and stir-fry. The grower's own and neighbours' together, told apart in the lot.",
    ),
    art: "potato-red",
    more_art: ["potato"],
    unit_text: bi("袋", "bag"),
    season_months: [9, 10, 11, 12, 1, 2],
    supply: { kind: bi("红皮土豆", "Red potatoes"), grade: "大 150 g 上", harvests: ["2026-09-12", "2026-10-18"], keeps_days: 140, delivery_grams: [60000, 180000], ...FRESH, unattributed_bps: 3500 },
    variants: [
      { title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 2280 },
      { title: bi("10 斤装", "5 kg"), grams: 5000, price_fen: 3980 },
    ],
    demand: 6,
  },
  {
    handle: "sikai-wuyangyu",
    seller: GROWER,
    title: bi("乌皮洋芋", "Dark-skinned potatoes"),
    subtitle: bi("皮乌肉黄，蒸着吃最香", "Dark skin, yellow flesh, best steamed"),
    description: bi(
      "老品种，产量低，芽眼深，不好削，蒸熟一撕就掉皮。",
      "An old variety: low yield, deep eyes, hard to peel raw and easy once steamed.",
    ),
    art: "potato-red",
    unit_text: bi("袋", "bag"),
    season_months: [10, 11, 12, 1],
    supply: { kind: bi("乌皮土豆", "Dark potatoes"), grade: "统货", harvests: ["2026-10-05"], keeps_days: 120, delivery_grams: [40000, 120000], ...FRESH, unattributed_bps: 3000 },
    variants: [{ title: bi("5 斤装", "2.5 kg"), grams: 2500, price_fen: 2980 }],
    demand: 3,
  },
]
