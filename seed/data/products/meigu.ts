import { bi, type ProductContent } from "../content"
import { ALL_YEAR, CHICKEN } from "./presets"

const SELLER = "meigu-niuniuba"
const BIRD = bi("岩鹰鸡", "Rock-eagle chickens")

export const MEIGU_PRODUCTS: ProductContent[] = [
  {
    handle: "meigu-gongji",
    seller: SELLER,
    title: bi("岩鹰鸡公鸡（白条）", "Rock-eagle cockerel, dressed"),
    subtitle: bi("坡上跑大，冷冻发货", "Raised on the slope, sent frozen"),
    description: bi(
      "养足八个月的公鸡，定点宰杀、检疫、速冻。肉紧，适合剁块做坨坨鸡或者慢炖，炖之前先焯一道。",
      "Cockerels of eight months, slaughtered and inspected at one plant and frozen at once. Firm meat: chop it for tuotuo chicken or stew it slowly, after one quick blanch.",
    ),
    art: "chicken-dressed",
    more_art: ["chicken"],
    unit_text: bi("只", "bird"),
    season_months: ALL_YEAR,
    supply: { kind: BIRD, grade: "公鸡 1.2 kg 起", harvests: ["2026-09-12", "2026-11-05"], keeps_days: 240, delivery_grams: [6000, 18000], ...CHICKEN },
    variants: [
      { title: bi("一只（净重 1.2 kg）", "One bird, 1.2 kg"), grams: 1200, price_fen: 12800 },
      { title: bi("一只（净重 1.5 kg）", "One bird, 1.5 kg"), grams: 1500, price_fen: 15600 },
    ],
    demand: 6,
  },
  {
    handle: "meigu-laomuji",
    seller: SELLER,
    title: bi("岩鹰鸡老母鸡（白条）", "Rock-eagle laying hen, dressed"),
    subtitle: bi("炖汤清亮，油黄", "A clear broth with golden fat"),
    description: bi(
      "下过两季蛋的母鸡，皮下一层黄油。整只冷水下锅，姜两片，小火两个钟头，盐最后放。",
      "Hens that have laid two seasons, with a layer of yellow fat. Whole into cold water, two slices of ginger, two hours on a low flame, salt at the end.",
    ),
    art: "chicken-dressed",
    more_art: ["chicken"],
    unit_text: bi("只", "bird"),
    season_months: ALL_YEAR,
    supply: { kind: BIRD, grade: "母鸡 1.4 kg 起", harvests: ["2026-09-10"], keeps_days: 240, delivery_grams: [6000, 16000], ...CHICKEN },
    variants: [{ title: bi("一只（净重 1.4 kg）", "One hen, 1.4 kg"), grams: 1400, price_fen: 16800 }],
    demand: 5,
  },
  {
    handle: "meigu-jikuai",
    seller: SELLER,
    title: bi("岩鹰鸡切块", "Rock-eagle chicken pieces"),
    subtitle: bi("剁好速冻，不用再动刀", "Chopped and frozen, no knife needed"),
    description: bi(
      "一袋半只，带骨剁块，解冻即可下锅。不含头爪。",
      "Half a bird to a bag, chopped on the bone and ready for the pot once thawed. Without head and feet.",
    ),
    art: "chicken",
    unit_text: bi("袋", "bag"),
    season_months: ALL_YEAR,
    supply: { kind: BIRD, grade: "分割", harvests: ["2026-09-20"], keeps_days: 240, delivery_grams: [6000, 16000], ...CHICKEN },
    variants: [
      { title: bi("600 克", "600 g"), grams: 600, price_fen: 6800 },
      { title: bi("600 克 × 3 袋", "3 × 600 g"), grams: 1800, price_fen: 19800 },
    ],
    demand: 4,
  },
  {
    handle: "meigu-jidan",
    seller: SELLER,
    title: bi("林下土鸡蛋", "Free-range eggs"),
    subtitle: bi("一周两收，个头不齐", "Collected twice a week, sizes as they come"),
    description: bi(
      "散养的母鸡下的蛋，颜色大小都不一样，蛋托加珍珠棉，破一个赔一个。",
      "Eggs of ranging hens, in every shade and size. Foam-lined trays; each broken egg is refunded.",
    ),
    art: "eggs",
    unit_text: bi("盒", "tray"),
    season_months: ALL_YEAR,
    supply: { kind: bi("土鸡蛋", "Free-range eggs"), grade: "统货", harvests: ["2026-11-16"], keeps_days: 65, delivery_grams: [3000, 9000], ...CHICKEN },
    variants: [
      { title: bi("20 枚", "20 eggs"), grams: 900, price_fen: 4600 },
      { title: bi("30 枚", "30 eggs"), grams: 1350, price_fen: 6600 },
    ],
    demand: 7,
  },
  {
    handle: "meigu-nianli",
    seller: SELLER,
    title: bi("彝族年岩鹰鸡礼盒", "Yi New Year chicken box"),
    subtitle: bi("一公一母，冷链到家", "A cock and a hen, sent cold"),
    description: bi(
      "彝族年前后的整鸡礼盒，两只分袋速冻，配一小包当地的木姜子。",
      "A box for the Yi New Year: two birds frozen apart, with a small bag of local litsea berries.",
    ),
    art: "chicken",
    more_art: ["chicken-dressed"],
    unit_text: bi("盒", "box"),
    season_months: [10, 11, 12, 1, 2],
    supply: { kind: BIRD, grade: "礼盒 两只", harvests: ["2026-10-20"], keeps_days: 240, delivery_grams: [8000, 20000], ...CHICKEN },
    variants: [{ title: bi("两只（净重 2.6 kg）", "Two birds, 2.6 kg"), grams: 2600, price_fen: 26800 }],
    demand: 3,
  },
  {
    handle: "meigu-zijitang",
    seller: SELLER,
    title: bi("岩鹰鸡炖汤小份", "Rock-eagle chicken for one pot"),
    subtitle: bi("半只带骨，配一包干菌", "Half a bird, with dried mushrooms"),
    description: bi(
      "母鸡半只剁块，配二十克当地干菌，冷水下锅，一个半钟头。",
      "Half a hen, chopped, with twenty grams of local dried mushrooms: into cold water, an hour and a half.",
    ),
    art: "chicken-dressed",
    more_art: ["chicken"],
    unit_text: bi("份", "pack"),
    season_months: ALL_YEAR,
    supply: { kind: BIRD, grade: "母鸡 半只", harvests: ["2026-09-28"], keeps_days: 240, delivery_grams: [6000, 15000], ...CHICKEN },
    variants: [{ title: bi("一份（净重 720 克）", "One pack, 720 g"), grams: 720, price_fen: 8800 }],
    demand: 4,
  },
]
