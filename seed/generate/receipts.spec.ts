import { describe, expect, it } from "vitest"

import { toldOn } from "./calendar"
import { createDice } from "./dice"
import {
  type MoneyPlan,
  planOtherMoney,
  planPurchases,
  planSeasonBefore,
  withOneDispute,
} from "./receipts"

const today = "2026-11-21"
const deliveries = Array.from({ length: 600 }, (_, i) => ({
  id: `dlv_${i}`,
  seller_id: i % 3 === 0 ? "sel_a" : "sel_b",
  household_id: `hh_${i % 90}`,
  village_code: "513423102201",
  delivered_on: `2026-${i % 2 ? "10" : "11"}-${String((i % 20) + 1).padStart(2, "0")}`,
  amount_fen: 100_000 + i,
  deducted_fen: i % 50 === 0 ? 100_000 + i : 0,
}))
const members = deliveries.slice(0, 90)

const stateOf = ({ facts }: MoneyPlan) => facts.map(({ kind }) => kind).join(" ") || "due"

describe("what households were paid", () => {
  const money = planPurchases(createDice("test"), deliveries, today)

  it("owes every delivery that is worth something, once", () => {
    expect(money).toHaveLength(588)
    expect(new Set(money.map(({ cause_key }) => cause_key)).size).toBe(588)
  })

  it("is mostly received, with some late, some unconfirmed and some unpaid", () => {
    const share = (wanted: string) =>
      money.filter((one) => stateOf(one) === wanted).length / money.length
    expect(share("paid confirmed")).toBeGreaterThan(0.5)
    expect(share("paid")).toBeGreaterThan(0.03)
    const overdue = money.filter((one) => stateOf(one) === "due" && one.due_on! < today)
    expect(overdue.length).toBeGreaterThan(3)
  })

  it("says nothing of days to come, and no yes before the money", () => {
    for (const { facts, arose_on } of money) {
      const days = facts.map(({ happened_on }) => happened_on)
      expect([arose_on, ...days, today]).toEqual([arose_on, ...days, today].sort())
    }
  })

  it("has one dispute, of money that was paid", () => {
    const disputed = withOneDispute(money, "sel_a", today).filter((one) =>
      stateOf(one).includes("disputed"),
    )
    expect(disputed.map((one) => [one.seller_id, stateOf(one)])).toEqual([
      ["sel_a", "paid disputed"],
    ])
  })

  it("adds wages and rents, and a season before that was received whole", () => {
    const other = planOtherMoney(createDice("other"), members, toldOn(today))
    expect(new Set(other.map(({ channel }) => channel))).toEqual(new Set(["wage", "land_rent"]))
    const before = planSeasonBefore(createDice("before"), members, 2025)
    expect(before.every((one) => stateOf(one) === "paid confirmed")).toBe(true)
    expect(before.every(({ arose_on }) => arose_on.startsWith("2025"))).toBe(true)
  })
})
