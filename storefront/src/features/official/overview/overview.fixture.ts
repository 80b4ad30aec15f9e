import type {
  Indicator,
  OverviewMonth,
  OverviewResponse,
  OverviewRow,
} from "@shangxing/attribution/types/overview"

/** Invented figures of Liangshan's seventeen counties that add up; for specs only. */

/** Code, names, accent, industry, seat; receipts and growth; attributed; reach; households; median. */
const counties = `
513423|盐源县|Yanyuan County|apple|盐源苹果|101.51|27.42|96900000|10|163000000|3430|1554|1846|43200
513402|会理市|Huili City|pomegranate|会理石榴|102.25|26.66|47400000|1050|61800000|3320|816|1012|40500
513437|雷波县|Leibo County|orange|雷波脐橙|103.57|28.26|33100000|940|60300000|3540|655|864|37200
513434|越西县|Yuexi County|apple|越西苹果|102.51|28.64|21600000|-900|40100000|3700|594|768|24800
513431|昭觉县|Zhaojue County|potato|昭觉土豆|102.84|28.01|21300000|1010|41600000|3680|612|842|25000
513430|金阳县|Jinyang County|pepper|青花椒|103.25|27.7|14600000|1200|25400000|3790|441|688|24800
513401|西昌市|Xichang City|onion|西昌洋葱|102.26|27.89|13300000|720|18300000|2980|361|486|27300
513436|美姑县|Meigu County|chicken|岩鹰鸡|103.13|28.33|10800000|1350|20300000|3990|370|706|21400
513426|会东县|Huidong County|potato|七彩洋芋|102.58|26.63|10500000|-550|13400000|3510|260|372|31000
513433|冕宁县|Mianning County|pepper|正路花椒|102.17|28.55|7300000|-400|8400000|3230|174|238|30700
513424|德昌县|Dechang County|duck|建昌鸭|102.18|27.4|6600000|540|7500000|3280|148|204|37500
513422|木里县|Muli County|orange|皱皮柑|101.28|27.93|5800000|320|11000000|3600|193|318|22000
513435|甘洛县|Ganluo County|grain|黑苦荞|102.78|28.98|4400000|1350|7900000|3910|177|296|19100
513432|喜德县|Xide County|chicken|喜德阉鸡|102.41|28.31|3200000|-1080|6000000|3500|138|286|15300
513427|宁南县|Ningnan County|silk|桑蚕茧|102.76|27.07|2600000|-950|3200000|3280|111|196|18500
513429|布拖县|Butuo County|potato|乌洋芋|102.81|27.71|1400000|-2960|2600000|4280|190|602|5000
513428|普格县|Puge County|silk|桑蚕茧|102.54|27.38|800000|-3630|1400000|3930|70|214|7600
`

const shape = [0.84, 0.8, 0.6, 0.5, 0.43, 0.39, 0.49, 0.75, 1.11, 1.25, 1.44, 1]

const rows: OverviewRow[] = counties.trim().split("\n").map(rowOf)

function rowOf(line: string): OverviewRow {
  const [words, figures] = [line.split("|").slice(0, 5), line.split("|").slice(5).map(Number)]
  const [code, zh, en, accent, industry] = words as [string, string, string, string, string]
  const [lng, lat, receipts, growth, ...rest] = figures as [number, number, number, number]
  const [enrolled, reach, benefiting, signed, median] = rest as number[] as [
    number,
    number,
    number,
    number,
    number,
  ]
  const net = Math.round(receipts / (reach / 10_000))
  return {
    division: {
      code,
      name_zh: zh,
      name_en: en,
      level: "county",
      lng,
      lat,
      accent,
      industry_zh: industry,
      industry_en: null,
    },
    is_own: true,
    receipts_fen: receipts,
    previous_receipts_fen: Math.round(receipts / (1 + growth / 10_000)),
    net_sales_fen: net,
    enrolled_fen: enrolled,
    reach_basis_points: reach,
    signed_count: signed,
    benefiting_count: benefiting,
    median_fen: median,
    months_fen: shape.map((part) => Math.round(net * part)),
  }
}

function sumOf(
  key: "receipts_fen" | "net_sales_fen" | "enrolled_fen" | "signed_count" | "benefiting_count",
): number {
  return rows.reduce((sum, row) => sum + (row[key] ?? 0), 0)
}

const [receipts, net, enrolled] = [
  sumOf("receipts_fen"),
  sumOf("net_sales_fen"),
  sumOf("enrolled_fen"),
]
const [signed, benefiting] = [sumOf("signed_count"), sumOf("benefiting_count")]
const other = Math.round(net * 0.35)
const small = Math.round(net * 0.16)

const money = (key: Indicator["key"], value: number): Indicator => ({
  key,
  unit: "fen",
  value,
  previous: Math.round(value * 0.97),
})
const share = (key: Indicator["key"], numerator: number, denominator: number): Indicator => ({
  key,
  unit: "basis_points",
  value: Math.round((numerator / denominator) * 10_000),
  previous: Math.round((numerator / denominator) * 10_000) - 70,
  parts: { numerator, denominator },
})
const number = (key: Indicator["key"], value: number): Indicator => ({
  key,
  unit: "count",
  value,
  previous: value - 6,
})

const indicators: Indicator[] = [
  money("net_sales", net),
  money("small_circle_sales", small),
  money("big_circle_sales", net - small),
  money("enrolled_sales", enrolled),
  money("other_household_sales", other),
  money("unattributed_sales", net - enrolled - other),
  share("traceability", enrolled + other, net),
  money("receipts", receipts),
  share("reach", Math.round(net * 0.34), net),
  number("signed_households", signed),
  number("benefiting_households", benefiting),
  share("benefit_rate", benefiting, signed),
  money("mean_receipts", Math.round(receipts / signed)),
  money("median_receipts", 15_100),
  share("top_tenth_share", Math.round(receipts * 0.529), receipts),
  share("fulfilment", 2_150_000_000, 2_600_000_000),
  share("floor_price_rate", 9812, 10_000),
  share("payment_timeliness", 28_400_000_00, 30_000_000_00),
  money("overdue", 160_000_000),
  share("certificate_coverage", 312, 320),
  share("station_coverage", 1402, 1850),
  share("station_activity", 247, 312),
  { key: "subsidy_efficiency", unit: "per_transaction_fen", value: 412, previous: 438 },
  money("downward_sales", 61_000_000),
  { key: "savings", unit: "fen", value: null, previous: null },
  share("refund_rate", 1_200_000_00, 90_000_000_00),
  share("damage_rate", 3_000_000, 480_000_000),
  { key: "quota_completion", unit: "basis_points", value: null, previous: null },
  number("alerts", 14),
]

const monthNames = ["2025-12", ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(monthName)]

function monthName(month: number): string {
  return `2026-${String(month).padStart(2, "0")}`
}

const months: OverviewMonth[] = monthNames.map((month, index) => {
  const part = shape[index] ?? 1
  const isRunning = index === 11
  const of = (value: number) => Math.round(value * part)
  return {
    month,
    days: isRunning ? 21 : new Date(Date.UTC(2025, 12 + index, 0)).getUTCDate(),
    is_running: isRunning,
    net_sales_fen: of(net),
    small_circle_fen: of(small),
    big_circle_fen: of(net) - of(small),
    enrolled_fen: of(enrolled),
    receipts_fen: of(receipts),
  }
})

const nothingCount = signed - benefiting
const counts = [812, 1435, 1226, 874, 589, 429, 319, 253, 183, 152, 109, 69, 79, 58, 40, 42, 24, 24]
const paidBins = [...counts, 27, 14, benefiting - counts.reduce((a, b) => a + b, 0) - 41]

export const liangshan: OverviewResponse = {
  division: {
    code: "5134",
    name_zh: "凉山彝族自治州",
    name_en: "Liangshan Prefecture",
    level: "prefecture",
  },
  path: [
    {
      code: "5134",
      name_zh: "凉山彝族自治州",
      name_en: "Liangshan Prefecture",
      level: "prefecture",
    },
    { code: "51", name_zh: "四川省", name_en: "Sichuan", level: "province" },
  ],
  period: {
    asked: "2026-11",
    kind: "month",
    from: "2026-11-01",
    to: "2026-11-21",
    is_running: true,
    previous: { from: "2026-10-01", to: "2026-10-21" },
  },
  as_of: "2026-11-21T12:00:00.000Z",
  is_past: false,
  filter: { circle: null, seller: null, product: null },
  indicators,
  receipts_by_channel: [
    { channel: "purchase", income_class: "business", amount_fen: receipts - 41_000_000 },
    { channel: "rebate", income_class: "business", amount_fen: 24_000_000 },
    { channel: "wage", income_class: "wage", amount_fen: 11_000_000 },
    { channel: "land_rent", income_class: "property", amount_fen: 6_000_000 },
  ],
  income_lines: [],
  spread: {
    household_count: signed,
    mean_fen: Math.round(receipts / signed),
    lower_quartile_fen: 0,
    median_fen: 15_100,
    upper_quartile_fen: 41_800,
    tenths: [0, 0, 0, 60, 270, 480, 760, 1180, 1960, 5290],
    bins: [
      { from_fen: 0, to_fen: 1, count: nothingCount },
      ...paidBins.map((count, index) => ({
        from_fen: Math.max(index * 10_000, 1),
        to_fen: index === paidBins.length - 1 ? null : (index + 1) * 10_000,
        count,
      })),
    ],
  },
  rows,
  siblings: [],
  months,
  nothing: {
    count: nothingCount,
    signed_count: signed,
    places: rows
      .map(({ division, signed_count, benefiting_count }) => ({
        division,
        count: (signed_count ?? 0) - (benefiting_count ?? 0),
        signed_count: signed_count ?? 0,
      }))
      .sort((a, b) => b.count - a.count),
  },
  stations: { count: 312, active_count: 247, asleep: [] },
  alerts: { open_count: 14, first: [] },
}
