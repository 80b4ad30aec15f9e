import type { SellerContent } from "../data/content"
import type { Calendar } from "./calendar"
import type { Dice } from "./dice"
import { headName } from "./names"
import type { VillageRow } from "./rows"

type StatusPlan = {
  label_zh: string
  is_enrolled: boolean
  valid_from: string
  document_number: string
}

export type HouseholdPlan = {
  registry_key: string
  head_name: string
  head_count: number
  village_code: string
  seller: string
  joined_on: string
  statuses: StatusPlan[]
  /** A status that officials record only after the lots were sealed. */
  late_correction: StatusPlan | null
  /** A member that delivers nothing this season: officials look for these. */
  is_idle: boolean
}

const IDLE_SHARE = 0.08
/** Seven in ten members live in the seller's own township. */
const HOME_SHARE = 0.7

/** The members of every seller, in villages that exist. Everybody here is synthetic. */
export function planHouseholds(
  dice: Dice,
  sellers: readonly SellerContent[],
  villages: readonly VillageRow[],
  calendar: Calendar,
): HouseholdPlan[] {
  return sellers.flatMap((seller) => {
    const inCounty = villages.filter(
      ({ county6, name_zh }) => county6 === seller.county_code && !name_zh.includes("社区"),
    )
    const villagesOf = {
      home: homeVillages(dice, seller, inCounty),
      away: neighbours(dice, seller, inCounty),
    }
    return Array.from({ length: seller.households }, (_, i) =>
      member(dice, seller, villagesOf, i, calendar),
    )
  })
}

/** Five villages of the seller's own township, its own village among them. */
function homeVillages(dice: Dice, seller: SellerContent, inCounty: readonly VillageRow[]) {
  const own = inCounty.filter(({ code12 }) => code12 === seller.village_code)
  const others = inCounty.filter(
    ({ township9, code12 }) => township9 === seller.township_code && code12 !== seller.village_code,
  )
  return [...own, ...dice.shuffle(others)].slice(0, 5)
}

/** A few villages of one other township: a cooperative reaches no further. */
function neighbours(dice: Dice, seller: SellerContent, inCounty: readonly VillageRow[]) {
  const townships = [...new Set(inCounty.map(({ township9 }) => township9))].filter(
    (code) => code !== seller.township_code,
  )
  const next = dice.pick(townships)
  return dice.shuffle(inCounty.filter(({ township9 }) => township9 === next)).slice(0, 3)
}

function member(
  dice: Dice,
  seller: SellerContent,
  villages: { home: VillageRow[]; away: VillageRow[] },
  index: number,
  calendar: Calendar,
): HouseholdPlan {
  const village = dice.pick(dice.chance(HOME_SHARE) ? villages.home : villages.away)
  const statuses = statusesOf(dice, seller.county_code)
  const isLate = index % 97 === 11
  return {
    registry_key: `DEMO-${seller.county_code}-${seller.lot_prefix}-${String(index + 1).padStart(4, "0")}`,
    head_name: headName(dice, seller.county_code),
    head_count: dice.int(2, 7),
    village_code: village.code12,
    seller: seller.handle,
    joined_on: `${dice.int(Math.max(seller.founded_year, 2018), 2025)}-03-0${dice.int(1, 9)}`,
    statuses,
    late_correction: isLate ? correctionOf(seller.county_code, statuses, calendar) : null,
    is_idle: dice.chance(IDLE_SHARE),
  }
}

/** About six in ten enrolled; one in eight of them watched for a time and released again. */
function statusesOf(dice: Dice, countyCode: string): StatusPlan[] {
  const document = (year: number, n: number) => `演示〔${year}〕${countyCode}-${n} 号`
  const roll = dice.int(0, 99)
  if (roll < 40) {
    return [status("一般农户", false, "2019-12-20", document(2019, 77))]
  }
  const lifted = status("脱贫户", true, "2019-12-20", document(2019, 77))
  if (roll < 84) return [lifted]
  const watched = status("监测对象", true, "2023-07-01", document(2023, 18))
  if (roll < 92) return [lifted, watched]
  return [lifted, watched, status("脱贫户", true, "2025-06-01", document(2025, 41))]
}

function correctionOf(
  countyCode: string,
  statuses: readonly StatusPlan[],
  calendar: Calendar,
): StatusPlan {
  const isEnrolled = statuses.at(-1)?.is_enrolled ?? false
  const from = calendar.on("2026-09-01")
  const document = `演示补录〔${from.slice(0, 4)}〕${countyCode}-9 号`
  return isEnrolled
    ? status("一般农户", false, from, document)
    : status("监测对象", true, from, document)
}

function status(
  label_zh: string,
  is_enrolled: boolean,
  valid_from: string,
  document_number: string,
): StatusPlan {
  return { label_zh, is_enrolled, valid_from, document_number }
}
