import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { lastDayOf, shanghaiDay } from "@shangxing/attribution/domain/period"

import { modules } from "../../src/gather/modules"
import { agreementOf } from "../support/agreement"
import { bookedGoodsFen, bookedOrder } from "../support/booked-order"
import { refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn, signInOfficials } from "../support/staff"

jest.setTimeout(180_000)

const today = shanghaiDay(new Date())
const month = today.slice(0, 7)
const reason = "十一月入户走访，核对交售单"

type Entry = {
  id: string
  amount_fen: number
  kind: string
  household: { id: string; masked_name: string } | null
}
type Receipt = { id: string; household_id: string; amount_fen: number }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer
    let orderId: string
    let county: Desk
    let prefecture: Desk
    let elsewhere: Desk
    let clerk: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk@test.local")
      orderId = await bookedOrder({ api, utils, container }, scene)
    })

    beforeEach(async () => {
      container = getContainer()
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
      clerk = await signIn(api, "member", "clerk@test.local")
    })

    const sum = (rows: { amount_fen: number }[]) =>
      rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
    const entries = async (desk: Desk, query = "") =>
      await desk.get(`/official/entries?period=${month}${query}`)

    describe("entries", () => {
      it("sum to the figure that they stand behind", async () => {
        const days = { from: `${month}-01`, to: lastDayOf(month) }
        const sold = await modules.ledger(container).sales({ division: "513423", ...days })
        const figures = sold[0]!
        const all = await entries(county)
        expect(all.totals).toEqual({
          sales_fen: figures.sales_fen,
          enrolled_fen: figures.enrolled_fen,
          other_fen: figures.other_fen,
          unattributed_fen: figures.unattributed_fen,
        })
        expect(all.totals.sales_fen).toBe(bookedGoodsFen)
        expect(sum(all.entries)).toBe(bookedGoodsFen)
        const enrolled = await entries(county, "&account=enrolled")
        expect(sum(enrolled.entries)).toBe(figures.enrolled_fen)
        expect((await entries(prefecture)).totals.sales_fen).toBe(bookedGoodsFen + 5900)
      })

      it("are masked, and say totals of all although a page shows few", async () => {
        const page = await entries(county, "&limit=1&offset=1")
        expect(page.entries).toHaveLength(1)
        expect([page.count, page.totals.sales_fen]).toEqual([4, bookedGoodsFen])
        expect(page.entries[0].household.masked_name).toBe("阿木 **")
        expect(JSON.stringify(page)).not.toContain("阿木测试")
        const beyond = await entries(county, "&offset=100")
        expect([beyond.entries, beyond.count]).toEqual([[], 4])
      })

      it("are narrowed by what a figure was narrowed to", async () => {
        const one = await entries(county, "&household=hh_yy1")
        expect(one.entries.map(({ household }: Entry) => household?.id)).toEqual(["hh_yy1"])
        expect((await entries(county, `&order=${orderId}`)).count).toBe(4)
        expect((await entries(county, `&seller=${scene.apples.sellerId}`)).count).toBe(4)
        expect((await entries(county, `&lot=${scene.apples.lotId}&kind=capture`)).count).toBe(4)
        expect((await entries(county, "&kind=refund")).count).toBe(0)
        expect((await entries(county, "&circle=small")).count).toBe(0)
        const before = await entries(county, `&as_of=${month}-01T00:00:00%2B08:00`)
        expect([before.is_past, before.totals.sales_fen]).toEqual([true, 0])
      })

      it("tell where each fen came from, with postings that sum to zero", async () => {
        const { entries: shown } = await entries(county, "&household=hh_yy1")
        const [entry] = shown as Entry[]
        const origin = await county.get(`/official/entries/${entry!.id}/origin`)
        expect(sum(origin.postings)).toBe(0)
        expect(origin.postings[0]).toMatchObject({
          kind: "this_household",
          amount_fen: entry!.amount_fen,
        })
        expect(origin.line_goods_fen).toBe(bookedGoodsFen)
        expect(origin.exact.whole_fen).toBeGreaterThanOrEqual(entry!.amount_fen - 1)
        expect(origin.exact.whole_fen).toBeLessThanOrEqual(entry!.amount_fen)
        expect(
          await refusalOf(elsewhere.get(`/official/entries/${entry!.id}/origin`)),
        ).toMatchObject({
          status: 404,
          data: { code: "entry_unknown" },
        })
      })

      it("answer 404 outside the official's own", async () => {
        for (const [path, code] of [
          ["/official/entries?division=513402", "division_unknown"],
          ["/official/entries?household=hh_hl1", "household_unknown"],
          ["/official/receipts?division=5134", "division_unknown"],
          ["/official/receipts?household=hh_none", "household_unknown"],
          ["/official/agreements?division=652901", "division_unknown"],
          ["/official/households/list?division=65", "division_unknown"],
          ["/official/households/hh_hl1/sheet", "household_unknown"],
          ["/official/exports/entries.csv?division=513402", "division_unknown"],
          ["/official/exports/overview.xlsx?division=5134", "division_unknown"],
        ] as const) {
          expect({ path, ...(await refusalOf(county.get(path))) }).toMatchObject({
            ...{ path, status: 404, data: { code } },
          })
        }
      })

      it("refuse what is no period and no past moment", async () => {
        for (const [query, code] of [
          ["period=2026-13", "period_invalid"],
          ["period=2026-03-02..2026-03-01", "period_reversed"],
          ["period=2999", "period_in_future"],
          ["period=2010-01-01..2026-01-01", "period_too_long"],
          ["as_of=tomorrow", "as_of_invalid"],
        ] as const) {
          const path = `/official/entries?${query}`
          expect({ path, ...(await refusalOf(county.get(path))) }).toMatchObject({
            ...{ path, status: 400, data: { code } },
          })
        }
      })
    })

    describe("receipts", () => {
      async function receive(count: number): Promise<Receipt[]> {
        const { receipts } = await clerk.get("/seller/receipts?limit=200")
        const chosen = (receipts as Receipt[]).slice(0, count)
        const receipt_ids = chosen.map(({ id }) => id)
        const proof = { evidence: "回单 0710" }
        await clerk.post("/seller/receipts/pay", {
          ...{ receipt_ids, paid_on: today, via: "credit_union" },
          ...proof,
        })
        await clerk.post("/seller/receipts/confirm", {
          ...{ receipt_ids, confirmed_on: today, via: "signed_sheet" },
          ...proof,
        })
        return chosen
      }

      it("sum to the household receipts of the period, by channel", async () => {
        const received = await receive(2)
        const answer = await county.get(`/official/receipts?period=${month}`)
        expect(answer).toMatchObject({ total_fen: sum(received), count: 2, household_count: 2 })
        expect(sum(answer.receipts)).toBe(sum(received))
        expect(answer.by_channel).toEqual([
          { channel: "purchase", income_class: "business", amount_fen: sum(received) },
        ])
        const figures = await modules.receipts(container).figures({
          ...{ division: "513423", from: `${month}-01`, to: today },
        })
        expect(figures.received_fen).toBe(answer.total_fen)
        const other = await county.get(`/official/receipts?period=${month}&channel=wage`)
        expect([other.total_fen, other.receipts]).toEqual([0, []])
      })

      it("tell what fell due and what is overdue as the indicator does", async () => {
        const scope = { division: "513423", from: "2026-01-01", to: today }
        const figures = await modules.receipts(container).timeliness(scope)
        const asked = `period=2026-01-01..${today}`
        const due = await county.get(`/official/receipts?${asked}&state=due`)
        const overdue = await county.get(`/official/receipts?${asked}&state=overdue`)
        expect([due.total_fen, overdue.total_fen]).toEqual([figures.due_fen, figures.overdue_fen])
      })

      it("list who received, and who has an agreement and received nothing", async () => {
        const { agreement } = await clerk.post("/seller/agreements", agreementOf("YY-2026-009"))
        await clerk.post(`/seller/agreements/${agreement.id}/publish`, { effective_from: today })
        const received = await receive(1)
        const list = async (query: string) =>
          await county.get(`/official/households/list?period=${month}&${query}`)
        const some = await list("benefit=received")
        expect(some.households).toMatchObject([
          { id: received[0]!.household_id, receipts_fen: received[0]!.amount_fen },
        ])
        expect(some.receipts_fen).toBe(received[0]!.amount_fen)
        const nothing = await list("benefit=nothing")
        const ids = nothing.households.map(({ id }: { id: string }) => id)
        const left = ["hh_yy1", "hh_yy2"].filter((id) => id !== received[0]!.household_id)
        expect(ids).toEqual(left)
        expect((await list("benefit=attributed")).attributed_fen).toBe(bookedGoodsFen)
        expect((await list("benefit=all&q=hh_yy4")).count).toBe(1)

        const agreements = await county.get(`/official/agreements?period=${month}`)
        expect(agreements).toMatchObject({ in_force_count: 1, household_count: 2 })
        expect(agreements.agreements[0]).toMatchObject({
          number: "YY-2026-009",
          party_count: 2,
          promised_g: 2_000_000,
        })
        expect((await elsewhere.get("/official/agreements?state=all")).agreements).toEqual([])
      })

      it("make one household's sheet, with the looks at it", async () => {
        const [first] = await receive(1)
        const id = first!.household_id
        await county.post(`/official/households/${id}/reveal`, { field: "head_name", reason })
        const sheet = await county.get(`/official/households/${id}/sheet?period=${month}`)
        expect(sheet.household).toMatchObject({ id, masked_name: "阿木 **" })
        expect(sheet.statuses[0]).toMatchObject({ document_number: "演示-1" })
        expect(sheet).toMatchObject({ receipts_fen: first!.amount_fen, savings_fen: null })
        expect(sheet.months).toHaveLength(12)
        expect(sheet.receipts[0].months_fen.at(-1)).toBe(first!.amount_fen)
        const own = await entries(county, `&household=${id}`)
        expect(sheet.attributed_fen).toBe(own.totals.sales_fen)
        expect(sheet.looks[0]).toMatchObject({ field: "head_name", reason })
        expect(JSON.stringify(sheet)).not.toContain("阿木测试")
      })
    })
  },
})
