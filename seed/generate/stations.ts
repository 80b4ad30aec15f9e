import { addDays, daysBetween } from "./days"
import type { Dice } from "./dice"
import type { HouseholdPlan } from "./households"
import type { DivisionTables } from "./rows"

/**
 * Service stations of the demo counties: one for each township with members, and one in its largest
 * village. Some draw their subsidy and sleep. Everything here is synthetic, and their names say so.
 */

export type PurchasePlan = {
  household: string
  village_code: string
  bought_on: string
  goods: string
  quantity: number
  unit: string
  paid_fen: number
  local_price_fen: number | null
  price_document: string | null
  how: "spoken" | "thumbprint"
  consent_note: string
}

export type StationPlan = {
  code: string
  division_code: string
  name_zh: string
  kind: "township" | "village"
  opened_on: string
  village_codes: string[]
  subsidies: { month: string; amount_fen: number }[]
  purchases: PurchasePlan[]
}

export type QuotaPlan = {
  division_code: string
  year: number
  buyer: string
  kind: "reserved" | "executed"
  amount_fen: number
  document: string
}

type Goods = { goods: string; unit: string; local: number; saved: number }

/** Prices of a unit in fen, and what the shared order saved of it; below zero it cost more. */
const GOODS: readonly Goods[] = [
  { goods: "复合肥 40 kg", unit: "袋", local: 13_800, saved: 1_600 },
  { goods: "尿素 50 kg", unit: "袋", local: 11_500, saved: 900 },
  { goods: "苹果套袋", unit: "千只", local: 4_600, saved: 700 },
  { goods: "地膜 5 kg", unit: "卷", local: 6_800, saved: 850 },
  { goods: "洗衣粉 5 kg", unit: "袋", local: 3_900, saved: 420 },
  { goods: "大米 25 kg", unit: "袋", local: 12_600, saved: 600 },
  { goods: "修枝剪", unit: "把", local: 4_200, saved: 500 },
  { goods: "取暖器", unit: "台", local: 16_800, saved: -700 },
]

/** Seven stations in ten are awake. */
const AWAKE = 0.7
/** Whole months, up to the one before today's. */
const SUBSIDY_MONTHS = 10

/** `awake` is the code of a division whose stations are never asleep: the demo's worker works there. */
export function planStations(
  dice: Dice,
  households: readonly HouseholdPlan[],
  { townships, villages }: DivisionTables,
  { today, awake }: { today: string; awake: string },
): StationPlan[] {
  const names = new Map([
    ...townships.map(({ code9, name_zh }): [string, string] => [code9, name_zh]),
    ...villages.map(({ code12, name_zh }): [string, string] => [code12, briefVillage(name_zh)]),
  ])
  const byTownship = groupBy(households, ({ village_code }) => village_code.slice(0, 9))
  return [...byTownship].sort(byCode).flatMap(([township, members]) => {
    const byVillage = groupBy(members, ({ village_code }) => village_code)
    const served = [...byVillage.keys()].sort()
    const [largest] = [...byVillage].sort((a, b) => b[1].length - a[1].length || byCode(a, b))
    if (!largest) return []
    const station = (
      code: string,
      division: string,
      village_codes: string[],
      of: HouseholdPlan[],
    ) => {
      const isVillage = division.length === 12
      const isAwake = division.startsWith(awake) || dice.chance(AWAKE)
      return {
        code,
        division_code: division,
        name_zh: `${names.get(division) ?? division}服务站（演示）`,
        kind: isVillage ? ("village" as const) : ("township" as const),
        opened_on: `202${dice.int(2, 5)}-0${dice.int(3, 9)}-15`,
        village_codes,
        subsidies: subsidiesOf(dice, isVillage, today),
        purchases: isAwake ? busy(dice, of, today) : drowsy(dice, of, today),
      }
    }
    return [
      station(`DEMO-${township}`, township, served, members),
      station(`DEMO-${largest[0]}`, largest[0], [largest[0]], largest[1]),
    ]
  })
}

/** What canteens of each county reserved for poor counties' goods this year, and bought. */
export function planQuotas(dice: Dice, counties: readonly string[], year: number): QuotaPlan[] {
  const buyers = ["民族中学食堂（演示）", "县医院食堂（演示）", "机关食堂（演示）"]
  return counties.flatMap((division_code) =>
    buyers.flatMap((buyer, i): QuotaPlan[] => {
      const reserved = dice.int(8, 40) * 1_000_000
      const row = { division_code, year, buyer }
      const number = `演示〔${year}〕${division_code}-${i + 1}`
      return [
        { ...row, kind: "reserved", amount_fen: reserved, document: `${number} 预留` },
        {
          ...row,
          kind: "executed",
          amount_fen: Math.floor((reserved * dice.int(20, 95)) / 100),
          document: `${number} 验收`,
        },
      ]
    }),
  )
}

/** Enough in the last thirty days to be awake, and some before. */
function busy(dice: Dice, members: readonly HouseholdPlan[], today: string): PurchasePlan[] {
  const since = addDays(today, -29)
  const recent = many(dice, dice.int(6, 11), members, since, today)
  return [...many(dice, dice.int(3, 9), members, addDays(today, -80), since), ...recent]
}

/** Long ago, or never. */
function drowsy(dice: Dice, members: readonly HouseholdPlan[], today: string): PurchasePlan[] {
  return many(dice, dice.int(0, 2), members, addDays(today, -110), addDays(today, -34))
}

function many(
  dice: Dice,
  count: number,
  members: readonly HouseholdPlan[],
  from: string,
  to: string,
): PurchasePlan[] {
  return Array.from({ length: count }, () => {
    const { goods, unit, local, saved } = dice.pick(GOODS)
    const { registry_key, village_code } = dice.pick(members)
    const quantity = dice.int(1, 6)
    const isDocumented = dice.chance(0.85)
    const isSpoken = dice.chance(0.7)
    return {
      household: registry_key,
      village_code,
      bought_on: addDays(from, dice.int(0, daysBetween(from, to))),
      goods,
      quantity,
      unit,
      paid_fen: (local - saved) * quantity,
      local_price_fen: isDocumented ? local : null,
      price_document: isDocumented ? `演示价签 ${dice.int(100, 999)}` : null,
      how: isSpoken ? ("spoken" as const) : ("thumbprint" as const),
      consent_note: isSpoken ? "户主在站里说同意（演示）" : `演示签收单 ${dice.int(10, 99)}`,
    }
  })
}

function subsidiesOf(dice: Dice, isVillage: boolean, today: string) {
  const each = (isVillage ? dice.int(6, 12) : dice.int(15, 25)) * 10_000
  const [year, month] = today.split("-").map(Number) as [number, number]
  return Array.from({ length: SUBSIDY_MONTHS }, (_, i) => ({
    month: new Date(Date.UTC(year, month - 1 - SUBSIDY_MONTHS + i)).toISOString().slice(0, 7),
    amount_fen: each,
  }))
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

function briefVillage(name: string): string {
  return name.replace(/(社区)?(村民|居民)委员会$/, "$1").replace(/村委会$/, "村")
}

function byCode([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
