import type { Calendar } from "./calendar"
import { addDays } from "./days"
import type { Dice } from "./dice"

/**
 * How the season's money reached the households: most of it in time and confirmed, some late, some
 * unpaid, some not confirmed, and one word against it.
 */

export type FactPlan = {
  kind: "paid" | "confirmed" | "disputed"
  happened_on: string
  via: string | null
  evidence: string | null
  note: string | null
}

export type MoneyPlan = {
  household_id: string
  village_code: string
  seller_id: string
  channel: "purchase" | "wage" | "land_rent"
  amount_fen: number
  arose_on: string
  due_on: string | null
  cause_key: string
  delivery_id: string | null
  note: string | null
  facts: FactPlan[]
}

export type DeliveredGoods = {
  id: string
  seller_id: string
  household_id: string
  village_code: string
  delivered_on: string
  amount_fen: number
  deducted_fen: number
}

/** The trade's two weeks: as `dueDay` of attribution counts them. */
const DAYS_TO_PAY = 14
const NEVER_PAID = 0.035
const PAID_LATE = 0.14
const NOT_CONFIRMED = 0.09

/** One debt per delivery with what became of it by `today`. */
export function planPurchases(
  dice: Dice,
  deliveries: readonly DeliveredGoods[],
  today: string,
): MoneyPlan[] {
  return deliveries
    .filter(({ amount_fen, deducted_fen }) => amount_fen > deducted_fen)
    .map((delivery, i) => {
      const due_on = addDays(delivery.delivered_on, DAYS_TO_PAY)
      const { id, amount_fen, deducted_fen, delivered_on, ...who } = delivery
      return {
        ...who,
        channel: "purchase",
        amount_fen: amount_fen - deducted_fen,
        arose_on: delivered_on,
        due_on,
        cause_key: `delivery:${id}`,
        delivery_id: id,
        note: null,
        facts: factsOf(dice, { arose_on: delivered_on, due_on, number: i }, today),
      }
    })
}

export type Member = { household_id: string; village_code: string; seller_id: string }

/** Wages for sorting and rents for land, of some of the members. */
export function planOtherMoney(
  dice: Dice,
  members: readonly Member[],
  calendar: Calendar,
): MoneyPlan[] {
  const { today } = calendar
  return members.flatMap((member, i) => {
    const money: MoneyPlan[] = []
    if (dice.chance(0.11)) {
      const days = dice.int(3, 12)
      const arose_on = calendar.on(dice.pick(["2026-10-31", "2026-10-31", "2026-11-15"]))
      money.push({
        ...member,
        channel: "wage",
        amount_fen: days * dice.int(95, 125) * 100,
        arose_on,
        due_on: addDays(arose_on, 10),
        cause_key: `story:wage:${member.household_id}`,
        delivery_id: null,
        note: `分拣 ${days} 天`,
        facts: factsOf(dice, { arose_on, due_on: addDays(arose_on, 10), number: 5_000 + i }, today),
      })
    }
    if (dice.chance(0.05)) money.push(rentOf(dice, member, i, calendar))
    return money
  })
}

function rentOf(dice: Dice, member: Member, i: number, calendar: Calendar): MoneyPlan {
  const area = dice.int(2, 9)
  const dates = { arose_on: calendar.on("2026-09-20"), due_on: calendar.on("2026-09-30") }
  return {
    ...member,
    channel: "land_rent",
    amount_fen: area * dice.int(320, 480) * 100,
    ...dates,
    cause_key: `story:rent:${member.household_id}`,
    delivery_id: null,
    note: `流转 ${area} 亩，${dates.arose_on.slice(0, 4)} 年`,
    facts: factsOf(dice, { ...dates, number: 8_000 + i }, calendar.today),
  }
}

/**
 * The autumn of the year before, entered from the cooperative's signed lists: one sum per member, all
 * received.
 */
export function planSeasonBefore(
  dice: Dice,
  members: readonly Member[],
  year: number,
): MoneyPlan[] {
  return members.map((member, i) => {
    const arose_on = addDays(`${year}-10-05`, dice.int(0, 35))
    const paid = addDays(arose_on, dice.int(5, 13))
    return {
      ...member,
      channel: "purchase",
      amount_fen: dice.int(900, 6_800) * 100,
      arose_on,
      due_on: addDays(arose_on, DAYS_TO_PAY),
      cause_key: `story:season-${year}:${member.household_id}`,
      delivery_id: null,
      note: `${year} 产季，按签收表补录`,
      facts: receivedBySheet(paid, i),
    }
  })
}

/** Paid through the credit union and signed for on a list, on one day. */
export function receivedBySheet(day: string, number: number): FactPlan[] {
  const evidence = `签收表 ${Math.floor(number / 20) + 1} 号`
  const how = { happened_on: day, evidence, note: null }
  return [
    { ...how, kind: "paid", via: "credit_union" },
    { ...how, kind: "confirmed", via: "signed_sheet" },
  ]
}

type Dates = { arose_on: string; due_on: string; number: number }

function factsOf(dice: Dice, { arose_on, due_on, number }: Dates, today: string): FactPlan[] {
  const isNever = dice.chance(NEVER_PAID)
  const isLate = dice.chance(PAID_LATE)
  const paidOn = isLate ? addDays(due_on, dice.int(1, 9)) : addDays(arose_on, dice.int(3, 12))
  const via = dice.pickWeighted(["credit_union", "bank", "cash"], (one) => WEIGHT[one] ?? 1)
  const confirmedOn = addDays(paidOn, dice.int(0, 4))
  const isConfirmed = !dice.chance(NOT_CONFIRMED)
  const by = dice.pick(["household_code", "household_code", "station", "signed_sheet"])
  if (isNever || paidOn > today) return []
  const evidence =
    via === "cash"
      ? `签收表 ${(number % 40) + 1} 号`
      : `回单 ${paidOn.slice(5).replace("-", "")}-${number}`
  const paid: FactPlan = { kind: "paid", happened_on: paidOn, via, evidence, note: null }
  if (!isConfirmed || confirmedOn > today) return [paid]
  return [
    paid,
    {
      kind: "confirmed",
      happened_on: confirmedOn,
      via: by,
      evidence: EVIDENCE[by] ?? null,
      note: null,
    },
  ]
}

const WEIGHT: Record<string, number> = { credit_union: 11, bank: 6, cash: 3 }
const EVIDENCE: Record<string, string> = { station: "阿说站长", signed_sheet: "月单签字" }

/** One household says that money it was paid is short: the latest of this seller's that is paid. */
export function withOneDispute(
  money: readonly MoneyPlan[],
  seller_id: string,
  on: string,
): MoneyPlan[] {
  const paid = money.filter(
    (one) => one.seller_id === seller_id && one.facts.length === 1 && one.channel === "purchase",
  )
  const disputed = paid.at(-1)
  const dispute: FactPlan = {
    kind: "disputed",
    happened_on: on,
    via: null,
    evidence: null,
    note: "农户说少了十斤的钱，要看磅单",
  }
  return money.map((one) => (one === disputed ? { ...one, facts: [...one.facts, dispute] } : one))
}
