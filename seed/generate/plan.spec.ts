import { readFileSync } from "node:fs"
import { join } from "node:path"

import { describe, expect, it } from "vitest"

import { INDUSTRIES } from "../data/industries"
import { PRODUCTS } from "../data/products"
import { SELLERS } from "../data/sellers"
import { dayOf } from "./days"
import { checkDigit } from "./gtin"
import { type LotPlan } from "./lots"
import { planSeed } from "./plan"
import { parseRows, type TownshipRow, type VillageRow } from "./rows"

const read = (name: string) => readFileSync(join(__dirname, "..", "data", name), "utf8")
const villages = parseRows<VillageRow>(read("villages.csv"))
const townships = parseRows<TownshipRow>(read("townships.csv"))
const plan = planSeed(villages)
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
const lotKey = ({ seller, code }: { seller: string; code: string }) => `${seller}/${code}`

describe("planSeed", () => {
  it("tells the same story for the same seed and another for another", () => {
    expect(planSeed(villages)).toEqual(plan)
    expect(planSeed(villages, { seed: "another" }).orders).not.toEqual(plan.orders)
  })

  it("has the size that the demonstration needs", () => {
    const deliveries = sum(plan.lots.map((lot) => lot.deliveries.length))
    expect(INDUSTRIES).toHaveLength(10)
    expect(PRODUCTS).toHaveLength(60)
    expect(plan.households).toHaveLength(600)
    expect(plan.lots.length).toBeGreaterThanOrEqual(75)
    expect(deliveries).toBeGreaterThan(2_400)
    expect(plan.orders.length).toBeGreaterThan(1_150)
  })

  it("gives every size a GTIN of its own whose check digit is right", () => {
    const gtins = plan.catalogue.map(({ gtin }) => gtin)
    expect(new Set(gtins).size).toBe(gtins.length)
    for (const gtin of gtins) {
      expect(gtin).toMatch(/^09521234\d{6}$/)
      expect(gtin.at(-1)).toBe(checkDigit(gtin.slice(0, -1)))
    }
  })

  it("uses only villages and townships that exist", () => {
    const known = new Set(villages.map(({ code12 }) => code12))
    const knownTownships = new Set(townships.map(({ code9 }) => code9))
    expect(plan.households.filter(({ village_code }) => !known.has(village_code))).toEqual([])
    expect(SELLERS.filter(({ township_code }) => !knownTownships.has(township_code))).toEqual([])
  })

  it("marks every household as a demonstration", () => {
    const keys = plan.households.map(({ registry_key }) => registry_key)
    expect(new Set(keys).size).toBe(600)
    expect(keys.filter((key) => !key.startsWith("DEMO-"))).toEqual([])
  })

  it("never gives one household two statuses of one day", () => {
    for (const { statuses, late_correction } of plan.households) {
      const days = [...statuses, ...(late_correction ? [late_correction] : [])].map(
        ({ valid_from }) => valid_from,
      )
      expect(new Set(days).size).toBe(days.length)
    }
  })

  it("prices everything above zero and pays households a plausible part", () => {
    for (const { content, product } of plan.catalogue) {
      expect(content.price_fen).toBeGreaterThan(0)
      expect(content.grams).toBeGreaterThan(0)
      const { purchase_bps, packing_bps, freight_bps } = product.supply
      expect(purchase_bps).toBeGreaterThanOrEqual(1_500)
      expect(purchase_bps + packing_bps + freight_bps + 500).toBeLessThanOrEqual(9_500)
    }
  })
})

describe("lots", () => {
  const byKey = new Map(plan.lots.map((lot) => [lotKey(lot), lot]))

  it("have a code of their own per seller", () => {
    expect(byKey.size).toBe(plan.lots.length)
  })

  it("weigh what went into them", () => {
    for (const lot of plan.lots) {
      const parts = [...lot.deliveries, ...lot.inputs].map(({ net_g }) => net_g)
      const whole = sum(parts) + lot.unattributed_g
      expect(lot.net_g).toBe(Math.floor((whole * lot.yield_bps) / 10_000))
      for (const input of lot.inputs) expect(byKey.get(lotKey(input))?.net_g).toBe(input.net_g)
    }
  })

  it("are packed within their weight", () => {
    for (const lot of plan.lots) {
      const packed = sum(lot.packs.map(({ unit_g, units }) => unit_g * units))
      expect(packed).toBeLessThanOrEqual(lot.net_g)
      for (const { units } of lot.packs) expect(units).toBeGreaterThan(0)
    }
  })

  it("hold only deliveries from the place that they name", () => {
    for (const { village_code: village, township_code, county_code, deliveries } of plan.lots) {
      for (const { village_code, delivered_on } of deliveries) {
        expect(village_code.startsWith(village ?? township_code ?? county_code)).toBe(true)
        expect(delivered_on <= "2026-11-21").toBe(true)
      }
    }
  })

  it("keep well past the day on which the story is told", () => {
    expect(plan.lots.filter(({ expires_on }) => expires_on < "2027-01-15")).toEqual([])
  })

  it("include a blend of two cooperatives with a part of unknown origin", () => {
    const blends = plan.lots.filter((lot) => lot.inputs.length === 2 && lot.unattributed_g > 0)
    expect(blends.length).toBeGreaterThan(0)
  })
})

describe("orders", () => {
  it("take only packs that were on sale, and never more than there were", () => {
    const listed = plan.lots.filter(({ listed_on }) => listed_on !== null)
    const packed = unitsByGtin(listed)
    const sold = new Map<string, number>()
    for (const { lines, placed_at } of plan.orders) {
      for (const { gtin, quantity } of lines) {
        sold.set(gtin, (sold.get(gtin) ?? 0) + quantity)
        const isOnSale = listed.some(
          (lot) =>
            (lot.listed_on ?? "") < dayOf(placed_at) &&
            lot.packs.some((pack) => pack.gtin === gtin),
        )
        expect(isOnSale).toBe(true)
      }
    }
    for (const [gtin, units] of sold) expect(units).toBeLessThanOrEqual(packed.get(gtin) ?? 0)
  })

  it("leave a few products sold out and the others in stock", () => {
    const packed = unitsByGtin(plan.lots.filter(({ recalled_on }) => recalled_on === null))
    for (const { gtin, quantity } of plan.orders.flatMap(({ lines }) => lines)) {
      packed.set(gtin, (packed.get(gtin) ?? 0) - quantity)
    }
    const soldOut = plan.catalogue.filter(({ gtin }) => (packed.get(gtin) ?? 0) <= 0)
    expect(soldOut.length).toBeGreaterThanOrEqual(3)
    expect(soldOut.length).toBeLessThanOrEqual(8)
  })

  it("add up", () => {
    const price = new Map(plan.catalogue.map(({ gtin, content }) => [gtin, content.price_fen]))
    for (const { lines, parcels, goods_fen, total_fen, refund } of plan.orders) {
      expect(sum(lines.map(({ gtin, quantity }) => (price.get(gtin) ?? 0) * quantity))).toBe(
        goods_fen,
      )
      expect(goods_fen + sum(parcels.map(({ amount_fen }) => amount_fen))).toBe(total_fen)
      if (refund) {
        expect(refund.amount_fen).toBeGreaterThan(0)
        expect(refund.amount_fen).toBeLessThanOrEqual(total_fen)
      }
    }
  })

  it("are refunded now and then, whole or in part", () => {
    const refunded = plan.orders.filter(({ refund }) => refund !== null)
    expect(refunded.length / plan.orders.length).toBeGreaterThan(0.02)
    expect(refunded.length / plan.orders.length).toBeLessThan(0.08)
    expect(refunded.some(({ refund, total_fen }) => refund?.amount_fen === total_fen)).toBe(true)
  })
})

function unitsByGtin(lots: readonly LotPlan[]): Map<string, number> {
  const units = new Map<string, number>()
  for (const pack of lots.flatMap(({ packs }) => packs)) {
    units.set(pack.gtin, (units.get(pack.gtin) ?? 0) + pack.units)
  }
  return units
}
