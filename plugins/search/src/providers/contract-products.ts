/** Forty products of the ten counties, for the providers' contract test. */
import { toProductDocument, type ProductDocument } from "../domain/product-document"
import { chinese } from "../lib/chinese"

type County = {
  code: string
  zh: string
  en: string
  industryZh: string
  industryEn: string
  seller: string
  accent: string
  months: number[]
  /** Title, English title, price in yuan, unit. */
  goods: [string, string, number, string][]
}

const COUNTIES: County[] = [
  {
    code: "513423",
    zh: "盐源县",
    en: "Yanyuan County",
    industryZh: "盐源苹果",
    industryEn: "Yanyuan apple",
    seller: "金山苹果合作社",
    accent: "apple",
    months: [10, 11, 12],
    goods: [
      ["盐源冰糖心苹果 5 斤装", "Yanyuan honey-core apples, 2.5 kg", 39.9, "5 斤装"],
      ["盐源红富士", "Yanyuan Fuji apples", 29.9, "5 斤装"],
      ["盐源丑苹果", "Yanyuan rustic apples", 25.8, "5 斤装"],
      ["盐源苹果脆片", "Yanyuan apple crisps", 19.9, "120 克"],
      ["盐源苹果汁", "Yanyuan apple juice", 45, "1 升 × 2"],
    ],
  },
  {
    code: "513432",
    zh: "美姑县",
    en: "Meigu County",
    industryZh: "美姑岩鹰鸡",
    industryEn: "Meigu rock-eagle chicken",
    seller: "美姑岩鹰鸡养殖合作社",
    accent: "chicken",
    months: [1, 2, 11, 12],
    goods: [
      ["美姑岩鹰鸡", "Meigu rock-eagle chicken", 128, "1 只"],
      ["美姑岩鹰鸡蛋", "Meigu rock-eagle eggs", 49.9, "30 枚"],
      ["美姑岩鹰鸡礼盒", "Meigu chicken gift box", 268, "2 只"],
    ],
  },
  {
    code: "513431",
    zh: "昭觉县",
    en: "Zhaojue County",
    industryZh: "昭觉土豆",
    industryEn: "Zhaojue potato",
    seller: "昭觉高山土豆合作社",
    accent: "potato",
    months: [8, 9, 10],
    goods: [
      ["昭觉高山土豆", "Zhaojue highland potatoes", 19.9, "10 斤装"],
      ["昭觉乌洋芋", "Zhaojue black potatoes", 29.9, "5 斤装"],
      ["昭觉土豆粉条", "Zhaojue potato noodles", 15.8, "500 克"],
    ],
  },
  {
    code: "513402",
    zh: "会理市",
    en: "Huili City",
    industryZh: "会理石榴",
    industryEn: "Huili pomegranate",
    seller: "会理专业大户李明",
    accent: "pomegranate",
    months: [8, 9, 10],
    goods: [
      ["会理青皮软籽石榴", "Huili green-skin soft-seed pomegranates", 59.9, "5 斤装"],
      ["会理石榴礼盒", "Huili pomegranate gift box", 99, "8 个"],
      ["会理石榴汁", "Huili pomegranate juice", 36, "300 毫升 × 6"],
      ["会理绿豆", "Huili mung beans", 16.8, "1 公斤"],
    ],
  },
  {
    code: "513437",
    zh: "雷波县",
    en: "Leibo County",
    industryZh: "雷波脐橙",
    industryEn: "Leibo navel orange",
    seller: "雷波脐橙合作社",
    accent: "orange",
    months: [1, 2, 3, 11, 12],
    goods: [
      ["雷波脐橙", "Leibo navel oranges", 35.9, "9 斤装"],
      ["雷波脐橙大果", "Leibo navel oranges, large", 49.9, "9 斤装"],
      ["雷波莼菜", "Leibo water shield", 28, "280 克 × 3"],
      ["雷波脐橙果干", "Leibo dried orange slices", 22, "100 克"],
    ],
  },
  {
    code: "513430",
    zh: "金阳县",
    en: "Jinyang County",
    industryZh: "金阳青花椒",
    industryEn: "Jinyang green Sichuan pepper",
    seller: "金阳青花椒龙头企业",
    accent: "pepper",
    months: [7, 8, 9],
    goods: [
      ["金阳青花椒", "Jinyang green Sichuan pepper", 32, "250 克"],
      ["金阳青花椒油", "Jinyang green pepper oil", 26.5, "250 毫升"],
      ["金阳鲜青花椒", "Jinyang fresh green pepper", 45, "500 克"],
      ["金阳白魔芋", "Jinyang white konjac", 18, "400 克"],
    ],
  },
  {
    code: "652901",
    zh: "阿克苏市",
    en: "Aksu City",
    industryZh: "阿克苏苹果",
    industryEn: "Aksu apple",
    seller: "阿克苏红旗坡合作社",
    accent: "apple-aksu",
    months: [10, 11, 12],
    goods: [
      ["阿克苏冰糖心苹果", "Aksu honey-core apples", 49.9, "10 斤装"],
      ["阿克苏苹果礼盒", "Aksu apple gift box", 88, "12 个"],
      ["阿克苏灰枣", "Aksu grey jujubes", 39, "1 公斤"],
      ["阿克苏薄皮核桃", "Aksu thin-shell walnuts", 42, "1 公斤"],
    ],
  },
  {
    code: "653126",
    zh: "叶城县",
    en: "Yecheng County",
    industryZh: "叶城核桃",
    industryEn: "Yecheng walnut",
    seller: "叶城核桃龙头企业",
    accent: "walnut",
    months: [9, 10],
    goods: [
      ["叶城核桃", "Yecheng walnuts", 38, "1 公斤"],
      ["叶城纸皮核桃", "Yecheng paper-shell walnuts", 46, "1 公斤"],
      ["叶城核桃仁", "Yecheng walnut kernels", 58, "500 克"],
      ["叶城石榴", "Yecheng pomegranates", 42, "5 斤装"],
      ["叶城核桃油", "Yecheng walnut oil", 78, "500 毫升"],
    ],
  },
  {
    code: "653125",
    zh: "莎车县",
    en: "Shache (Yarkant) County",
    industryZh: "莎车巴旦姆",
    industryEn: "Shache almond",
    seller: "莎车巴旦姆合作社",
    accent: "almond",
    months: [8, 9],
    goods: [
      ["莎车巴旦姆", "Shache almonds", 45, "500 克"],
      ["莎车奶香巴旦姆", "Shache creamy almonds", 49.9, "500 克"],
      ["莎车巴旦姆仁", "Shache almond kernels", 65, "500 克"],
      ["莎车杏干", "Shache dried apricots", 22.5, "500 克"],
    ],
  },
  {
    code: "653129",
    zh: "伽师县",
    en: "Jiashi (Payzawat) County",
    industryZh: "伽师瓜",
    industryEn: "Jiashi melon",
    seller: "伽师瓜合作社",
    accent: "melon",
    months: [7, 8, 9, 10, 11],
    goods: [
      ["伽师瓜", "Jiashi melon", 39, "2 个"],
      ["伽师晚熟瓜", "Jiashi late melon", 45, "2 个"],
      ["伽师新梅", "Jiashi prunes", 36, "1 公斤"],
      ["伽师瓜干", "Jiashi dried melon", 24, "250 克"],
    ],
  },
]

/** Forty published products in the sales channel `sc_shop`, ids `prod_01` … `prod_40`. */
export function contractProducts(): ProductDocument[] {
  const rows = COUNTIES.flatMap((county) => county.goods.map((goods) => ({ county, goods })))
  return rows.flatMap(({ county, goods: [title, titleEn, price, unit] }, at) => {
    const document = toProductDocument(
      {
        id: `prod_${String(at + 1).padStart(2, "0")}`,
        handle: `goods-${at + 1}`,
        title,
        description: `${county.zh}出产，合作社按批次发货。`,
        status: "published",
        created_at: new Date(Date.UTC(2026, 9, 1, at)),
        sales_channels: [{ id: "sc_shop" }],
        variants: [{ title: unit, prices: [{ amount: price, currency_code: "cny" }] }],
        seller: { id: `sel_${county.code}`, name_zh: county.seller },
        metadata: {
          title_en: titleEn,
          county_code: county.code,
          county_name_zh: county.zh,
          county_name_en: county.en,
          industry_zh: county.industryZh,
          industry_en: county.industryEn,
          accent: county.accent,
          season_months: county.months,
        },
      },
      chinese(),
    )
    return document ?? []
  })
}
