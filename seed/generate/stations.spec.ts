import { readFileSync } from "node:fs"
import { join } from "node:path"

import { describe, expect, it } from "vitest"

import { addDays } from "./days"
import { createDice } from "./dice"
import { planSeed } from "./plan"
import { parseRows, type TownshipRow, type VillageRow } from "./rows"
import { planQuotas, planStations } from "./stations"

const read = (name: string) => readFileSync(join(__dirname, "..", "data", name), "utf8")
const tables = {
  counties: [],
  villages: parseRows<VillageRow>(read("villages.csv")),
  townships: parseRows<TownshipRow>(read("townships.csv")),
}
const { households, today } = planSeed(tables.villages)
const story = { today, awake: "513423102" }
const stations = planStations(createDice("stations"), households, tables, story)
const recent = ({ purchases }: (typeof stations)[number]) =>
  purchases.filter(({ bought_on }) => bought_on > addDays(today, -30))

describe("planStations", () => {
  it("tells the same story for the same seed", () => {
    expect(planStations(createDice("stations"), households, tables, story)).toEqual(stations)
  })

  it("serves every village with members from a place that exists, and says that it is a demo", () => {
    const served = new Set(stations.flatMap(({ village_codes }) => village_codes))
    expect(households.every(({ village_code }) => served.has(village_code))).toBe(true)
    expect(stations.every(({ name_zh }) => /^\p{Script=Han}+服务站（演示）$/u.test(name_zh))).toBe(
      true,
    )
    expect(new Set(stations.map(({ code }) => code)).size).toBe(stations.length)
  })

  it("has stations that are awake and stations that draw a subsidy asleep", () => {
    const asleep = stations.filter((station) => recent(station).length < 4)
    expect(asleep.length).toBeGreaterThan(3)
    expect(asleep.every(({ subsidies }) => subsidies.length > 0)).toBe(true)
    const own = stations.filter(({ division_code }) => division_code.startsWith(story.awake))
    expect(own.every((station) => recent(station).length >= 4)).toBe(true)
  })

  it("sells to the households it serves, never after today", () => {
    for (const { purchases, village_codes } of stations) {
      for (const { village_code, bought_on, paid_fen } of purchases) {
        expect(village_codes).toContain(village_code)
        expect(bought_on <= today && paid_fen > 0).toBe(true)
      }
    }
  })
})

describe("planQuotas", () => {
  it("buys no more than was reserved", () => {
    const quotas = planQuotas(createDice("quotas"), ["513423"], 2026)
    for (let i = 0; i < quotas.length; i += 2) {
      expect(quotas[i + 1]!.amount_fen).toBeLessThanOrEqual(quotas[i]!.amount_fen)
    }
  })
})
