import { readFileSync } from "node:fs"
import { join } from "node:path"

import { describe, expect, it } from "vitest"

import { calendarOf, lastAssembly } from "./calendar"
import { addDays, dayOf, daysBetween } from "./days"
import { planSeed } from "./plan"
import { parseRows, type VillageRow } from "./rows"

const villages = parseRows<VillageRow>(
  readFileSync(join(__dirname, "..", "data", "villages.csv"), "utf8"),
)

describe("calendarOf", () => {
  it("tells the story as written while its goods are in season", () => {
    for (const day of ["2026-11-21", "2026-11-22", "2026-12-15"]) {
      expect(calendarOf(day).today).toBe("2026-11-21")
      expect(calendarOf(day).on("2026-10-30")).toBe("2026-10-30")
    }
  })

  it("moves it to the day before the seeding afterwards", () => {
    expect(calendarOf("2026-12-16").today).toBe("2026-12-15")
    expect(calendarOf("2028-02-29").on("2026-11-21")).toBe("2028-02-28")
  })
})

describe("lastAssembly", () => {
  it.each([
    ["2026-11-21", 2025],
    ["2027-02-10", 2025],
    ["2027-02-11", 2026],
    ["2027-12-31", 2026],
  ])("on %s is that on %i: its refunds were due, and paid by then", (today, year) => {
    const { resolved_on, paid_on, due_on, ...assembly } = lastAssembly(today)
    expect(assembly).toEqual({ year })
    const days = [`${year + 1}-01-01`, resolved_on, paid_on, due_on, today]
    expect(days).toEqual([...days].sort())
  })
})

describe.each(["2026-12-16", "2027-01-01", "2027-03-31", "2028-02-29", "2029-07-15"])(
  "the story seeded on %s",
  (seededOn) => {
    const written = planSeed(villages)
    const moved = planSeed(villages, { seededOn })
    const days = daysBetween("2026-11-22", seededOn)

    it("is the same story, as many days later as it is told later", () => {
      expect(moved.orders.map(({ total_fen, lines }) => ({ total_fen, lines }))).toEqual(
        written.orders.map(({ total_fen, lines }) => ({ total_fen, lines })),
      )
      const later = moved.orders.map(({ placed_at }, i) =>
        daysBetween(dayOf(written.orders[i]!.placed_at), dayOf(placed_at)),
      )
      expect(new Set(later)).toEqual(new Set([days]))
      expect(moved.lots.map(({ code, net_g, packs }) => ({ code, net_g, packs }))).toEqual(
        written.lots.map(({ code, net_g, packs }) => ({ code, net_g, packs })),
      )
    })

    it("has happened by then, and its goods keep", () => {
      const { lots, openWork, orders, support } = moved
      const past = [
        ...[...lots, openWork.lot].flatMap(({ deliveries }) => deliveries),
        ...openWork.deliveries,
      ].map(({ delivered_on }) => delivered_on)
      for (const day of [...past, ...support.archive.map(({ happened_on }) => happened_on)]) {
        expect(day < seededOn).toBe(true)
      }
      for (const { placed_at, arrived_at } of orders) {
        expect(dayOf(arrived_at ?? placed_at) < seededOn).toBe(true)
      }
      for (const { expires_on } of lots) expect(expires_on >= addDays(seededOn, 55)).toBe(true)
    })

    it("stands under agreements that are running", () => {
      for (const { starts_on, ends_on } of moved.support.agreements) {
        expect(starts_on < seededOn && addDays(seededOn, 30) < ends_on).toBe(true)
      }
    })
  },
)
