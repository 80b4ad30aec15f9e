import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { OverviewResponse } from "@shangxing/attribution/types/overview"

import oweMissedDeliveries from "../../src/jobs/owe-missed-deliveries"
import { modules } from "../../src/gather/modules"
import { refusalOf } from "../support/buyer"
import {
  dice,
  drawAgreements,
  drawReceipts,
  drawSales,
  settleVillages,
  VILLAGES,
} from "../support/drawn-books"
import { referenceFigures } from "../support/figures-reference"
import { appointOfficial, type Scene, setScene } from "../support/scene"
import { type Desk, signIn } from "../support/staff"

jest.setTimeout(240_000)

const PERIODS = ["2026-11", "2026-10", "2026", "2026-09-17..2026-10-21"]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let prefecture: Desk
    const draw = dice(20261122)

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await settleVillages(container)
      await drawAgreements(container, scene, draw)
      await drawReceipts(container, scene, draw, 60)
      await drawSales(container, scene, draw, 25)
      await appointOfficial(container, "official.township@test.local", VILLAGES[0][0].slice(0, 9))
    })

    beforeEach(async () => {
      container = getContainer()
      prefecture = await signIn(api, "official", "official.liangshan@test.local")
    })

    const overview = async (query: Record<string, string>, desk = prefecture) =>
      (await desk.get(`/official/overview?${new URLSearchParams(query)}`)) as OverviewResponse

    const valuesOf = ({ indicators }: OverviewResponse) =>
      Object.fromEntries(indicators.map(({ key, value }) => [key, value]))
    const previousOf = ({ indicators }: OverviewResponse) =>
      Object.fromEntries(indicators.map(({ key, previous }) => [key, previous]))

    /** What must not depend on when it is asked: the moment itself is left out. */
    const told = ({ as_of: _as_of, is_past: _is_past, ...rest }: OverviewResponse) => rest

    it.each(PERIODS)(
      "says of %s what the raw rows say, of every place and seller",
      async (period) => {
        for (const division of ["5134", "513423", "513423111", VILLAGES[0][0]]) {
          for (const seller of [null, scene.apples.sellerId]) {
            const shown = await overview({ division, period, ...(seller && { seller }) })
            const asked = { division, seller, asOf: null }
            const { from, to, previous } = shown.period
            expect(valuesOf(shown)).toMatchObject(
              await referenceFigures(container, { ...asked, from, to }),
            )
            expect(previousOf(shown)).toMatchObject(
              await referenceFigures(container, { ...asked, ...previous }),
            )
          }
        }
      },
    )

    it("lists every indicator once, in the order officials read them", async () => {
      const { indicators } = await overview({ division: "5134" })
      expect(indicators).toHaveLength(29)
      expect(indicators[0]!.key).toBe("net_sales")
      expect(indicators.at(-1)!.key).toBe("alerts")
    })

    it("says the same folded and unfolded", async () => {
      await drawReceipts(container, scene, draw, 10)
      await drawSales(container, scene, draw, 5)
      const before = await overview({ division: "5134", period: "2026" })
      await modules.ledger(container).foldRollups()
      expect(await modules.receipts(container).foldReceipts(10_000)).toBeGreaterThan(0)
      expect(await modules.receipts(container).foldReceipts(10_000)).toBe(0)
      expect(told(await overview({ division: "5134", period: "2026" }))).toEqual(told(before))
    })

    it("answers a past moment as it was, whatever came later", async () => {
      const query = { division: "5134", period: "2026-10" }
      const before = await overview(query)
      const as_of = new Date().toISOString()
      // What is written in the same millisecond still belongs to that moment.
      while (Date.now() <= Date.parse(as_of)) await new Promise(setImmediate)
      await drawReceipts(container, scene, draw, 20)
      await drawSales(container, scene, draw, 8)
      const past = await overview({ ...query, as_of })
      expect(past).toMatchObject({ is_past: true, as_of })
      expect(told(past)).toEqual(told(before))
      expect(valuesOf(await overview(query))).not.toEqual(valuesOf(before))
    })

    it("adds up: places, circles, months, bins, tenths and splits", async () => {
      const shown = await overview({ division: "513423", period: "2026" })
      const value = valuesOf(shown)
      const sum = (list: (number | null)[]) =>
        list.reduce<number>((all, one) => all + (one ?? 0), 0)
      expect(value.small_circle_sales! + value.big_circle_sales!).toBe(value.net_sales)
      expect(sum(shown.rows.map(({ receipts_fen }) => receipts_fen))).toBe(value.receipts)
      expect(sum(shown.rows.map(({ enrolled_fen }) => enrolled_fen))).toBe(value.enrolled_sales)
      expect(sum(shown.rows.map(({ signed_count }) => signed_count))).toBe(value.signed_households)
      expect(sum(shown.spread.bins.map(({ count }) => count))).toBe(shown.spread.household_count)
      expect(shown.spread.bins[0]).toMatchObject({ from_fen: 0, to_fen: 1 })
      expect(shown.spread.tenths.at(-1)).toBe(value.top_tenth_share)
      expect(shown.months).toHaveLength(12)
      // The books are of 2026; the month that runs is that of the day on which the tests do.
      const running = await overview({ division: "513423" })
      expect(running.months.at(-1)).toMatchObject({ is_running: true })
      expect(shown.rows.every(({ months_fen }) => months_fen.length === 12)).toBe(true)
      expect(sum(shown.receipts_by_channel.map(({ amount_fen }) => amount_fen))).toBe(
        value.receipts,
      )
      expect(sum(shown.nothing.places.map(({ count }) => count))).toBe(shown.nothing.count)
      for (const by of ["seller", "product", "circle"]) {
        const { rows } = await prefecture.get(
          `/official/splits?division=513423&period=2026&by=${by}`,
        )
        expect(sum(rows.map((row: { net_sales_fen: number }) => row.net_sales_fen))).toBe(
          value.net_sales,
        )
        expect(rows[0].label_zh).not.toBe(rows[0].key)
      }
    })

    it("narrows sales by circle and product, and knows no reach of them", async () => {
      const division = "513423"
      const all = valuesOf(await overview({ division, period: "2026" }))
      const small = await overview({ division, period: "2026", circle: "small" })
      expect(valuesOf(small)).toMatchObject({
        net_sales: all.small_circle_sales,
        big_circle_sales: 0,
        receipts: all.receipts,
        reach: null,
      })
      const { productId, sellerId, seed } = scene.apples
      const apples = await overview({ division, period: "2026", product: productId })
      expect(apples.filter.product).toMatchObject({ id: productId, title_zh: `${seed.nameZh}的货` })
      const bySeller = await overview({ division, period: "2026", seller: sellerId })
      expect(valuesOf(apples).net_sales).toBe(valuesOf(bySeller).net_sales)
    })

    it("takes as reach what was paid for the goods that were sold", async () => {
      await oweMissedDeliveries(container)
      const { receipts } = await modules
        .receipts(container)
        .standing({ household_id: "hh_yy1", limit: 200 })
      const owed = receipts.find(({ delivery_id }) => delivery_id !== null)!
      const division = "513423102"
      const before = await overview({ division, period: "2026" })
      const fact = { receipt_id: owed.id, happened_on: "2026-11-20", recorded_by: "mem_1" }
      await modules.receipts(container).addFacts([{ ...fact, kind: "paid" }])
      await modules.receipts(container).addFacts([{ ...fact, kind: "confirmed" }])
      const after = await overview({ division, period: "2026" })
      const partsOf = (shown: OverviewResponse) =>
        shown.indicators.find(({ key }) => key === "reach")!.parts!
      const sold = await modules
        .ledger(container)
        .lotSales({ division, from: "2026-01-01", to: after.period.to })
      const own = sold.find(({ lot_id }) => lot_id === scene.apples.lotId)!
      const part = (owed.amount_fen * own.sold_g) / 200_000
      expect(partsOf(before).numerator).toBe(0)
      expect(partsOf(after).numerator).toBe(Math.floor(part))
      expect(partsOf(after).denominator).toBe(
        sold.reduce((sum, { sales_fen }) => sum + sales_fen, 0),
      )
    })

    it("shows an official of a township the own subtree, and of others large groups only", async () => {
      const township = await signIn(api, "official", "official.township@test.local")
      const shown = await overview({ period: "2026" }, township)
      expect(shown.division.code).toBe(VILLAGES[0][0].slice(0, 9))
      expect(shown.rows.map(({ division }) => division.code)).toEqual([VILLAGES[0][0]])
      const outside = shown.siblings.filter(({ is_own }) => !is_own)
      expect(outside.length).toBeGreaterThanOrEqual(4)
      for (const row of outside) {
        expect(row.months_fen).toEqual([])
        if (row.benefiting_count !== null) expect(row.benefiting_count).toBeGreaterThanOrEqual(5)
        else expect([row.receipts_fen, row.median_fen]).toEqual([null, null])
        if (row.signed_count !== null) expect(row.signed_count).toBeGreaterThanOrEqual(5)
      }
      const small = outside.find(({ division }) => division.code === VILLAGES[3][0].slice(0, 9))!
      expect(small).toMatchObject({ receipts_fen: null, net_sales_fen: null, signed_count: null })
      const own = shown.siblings.find(({ is_own }) => is_own)!
      expect(own).toMatchObject({ receipts_fen: valuesOf(shown).receipts })
      for (const division of ["513423", VILLAGES[1][0], "5134"]) {
        for (const path of ["overview?", "splits?by=seller&"]) {
          const refusal = await refusalOf(township.get(`/official/${path}division=${division}`))
          expect([refusal.status, refusal.data.code]).toEqual([404, "division_unknown"])
        }
      }
    })

    it.each([
      ["period=2026-13", "period_invalid"],
      ["period=2026-11-09..2026-11-01", "period_reversed"],
      ["period=2999", "period_in_future"],
      ["period=2019-01-01..2025-01-01", "period_too_long"],
      ["as_of=gestern", "as_of_invalid"],
      ["as_of=2999-01-01T00:00:00Z", "as_of_in_future"],
    ])("refuses %s, and says how to mend it", async (query, code) => {
      const { status, data } = await refusalOf(prefecture.get(`/official/overview?${query}`))
      expect([status, data.code]).toEqual([400, code])
    })

    it("lists households of a period with what they received beside what was attributed", async () => {
      const shown = await overview({ division: "513423", period: "2026" })
      const all = `division=513423&benefit=all&limit=100`
      const { households, period } = await prefecture.get(
        `/official/households/list?${all}&period=2026`,
      )
      expect(period).toEqual(shown.period)
      const sum = (key: string) =>
        households.reduce((all: number, row: Record<string, number>) => all + row[key]!, 0)
      const { enrolled_sales, other_household_sales } = valuesOf(shown)
      expect(sum("attributed_fen")).toBe(enrolled_sales! + other_household_sales!)
      expect(sum("receipts_fen")).toBe(valuesOf(shown).receipts)
      const span = "2026-09-03..2026-09-20"
      const days = await prefecture.get(`/official/households/list?${all}&period=${span}`)
      const inDays = valuesOf(await overview({ division: "513423", period: span }))
      expect(days.attributed_fen).toBe(inDays.enrolled_sales! + inDays.other_household_sales!)
    })
  },
})
