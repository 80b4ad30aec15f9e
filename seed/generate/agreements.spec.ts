import { readFileSync } from "node:fs"
import { join } from "node:path"

import { describe, expect, it } from "vitest"

import { planSeed } from "./plan"
import { parseRows, type VillageRow } from "./rows"

const villages = parseRows<VillageRow>(
  readFileSync(join(__dirname, "..", "data", "villages.csv"), "utf8"),
)
const plan = planSeed(villages)
const { agreements, archive, coded } = plan.support
const deliveries = [
  ...plan.lots.flatMap((lot) => lot.deliveries),
  ...plan.openWork.lot.deliveries,
  ...plan.openWork.deliveries,
]

describe("planSupport", () => {
  it("agrees with the households of every seller that has any, by the kind they bring", () => {
    const kinds = new Set(deliveries.map(({ seller, product_kind }) => `${seller}/${product_kind}`))
    const agreed = agreements.filter(({ versions }) => versions.at(-1)!.households.length > 0)
    expect(new Set(agreed.map((one) => `${one.seller}/${one.product_kind}`))).toEqual(kinds)
    expect(new Set(agreements.map(({ number }) => number)).size).toBe(agreements.length)
  })

  it("names members of the seller only, each once, and promises something", () => {
    const sellerOf = new Map(
      plan.households.map(({ registry_key, seller }) => [registry_key, seller]),
    )
    for (const { seller, versions } of agreements) {
      for (const { households } of versions) {
        const keys = households.map(({ registry_key }) => registry_key)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { registry_key, promised_g } of households) {
          expect(sellerOf.get(registry_key)).toBe(seller)
          expect(promised_g).toBeGreaterThan(0)
        }
      }
    }
  })

  it("puts the floor of no grade above what its deliveries were weighed in with", () => {
    for (const { seller, product_kind, grade, floor_fen_per_kg, ...delivery } of deliveries) {
      const floor = agreements
        .find((one) => one.seller === seller && one.product_kind === product_kind)
        ?.versions.at(-1)
        ?.floors.find((one) => one.grade === grade)?.fen_per_kg
      expect(floor).toBeLessThanOrEqual(floor_fen_per_kg)
      if (delivery.price_fen_per_kg < floor!) expect(delivery.below_floor_reason).not.toBeNull()
    }
  })

  it("lets later versions come into force later, and holds some households that bring nothing", () => {
    for (const { versions } of agreements) {
      const days = versions.map(({ effective_from }) => effective_from)
      expect(days).toEqual([...new Set(days)].sort())
    }
    const brought = new Set(deliveries.map(({ household }) => household))
    const agreed = agreements.flatMap(({ versions }) => versions.at(-1)!.households)
    expect(agreed.some(({ registry_key }) => !brought.has(registry_key))).toBe(true)
  })

  it("keeps an archive of days gone by, and gives codes to those who are waited for", () => {
    expect(archive.length).toBeGreaterThan(50)
    expect(archive.every(({ happened_on }) => happened_on < "2026-11-21")).toBe(true)
    const waiting = plan.openWork.deliveries.filter(({ confirmed_via }) => confirmed_via === null)
    for (const { household } of waiting) expect(coded).toContain(household)
  })
})
