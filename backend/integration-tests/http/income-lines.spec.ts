import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { daysBefore } from "@shangxing/attribution/domain/station-days"

import { codeOf } from "../support/buyer"
import { appointOfficial, setScene } from "../support/scene"
import { type Desk, signIn, signInOfficials } from "../support/staff"

jest.setTimeout(240_000)

const today = shanghaiDay(new Date())
const year = Number(today.slice(0, 4))

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let county: Desk
    let township: Desk
    let prefecture: Desk
    let elsewhere: Desk

    beforeAll(async () => {
      container = getContainer()
      await setScene(container)
      await appointOfficial(container, "official.township@test.local", "513423102")
    })

    beforeEach(async () => {
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
      township = await signIn(api, "official", "official.township@test.local")
    })

    describe("income lines", () => {
      const line = (change: object = {}) => ({
        year: year - 1,
        kind: "农村居民人均可支配收入",
        amount_fen: 1_812_300,
        document: "盐统〔2026〕3 号",
        document_date: daysBefore(today, 60),
        ...change,
      })
      const add = (desk: Desk, change: object = {}) =>
        desk.post("/official/income-lines", line(change))

      it("stand beside a county's receipts and its households', and nowhere else", async () => {
        expect((await county.get("/official/overview")).income_lines).toEqual([])
        const { id } = await add(county)
        const shown = [{ id, ...line() }]
        expect((await county.get("/official/overview")).income_lines).toEqual(shown)
        expect((await township.get("/official/overview")).income_lines).toEqual(shown)
        const sheet = await county.get("/official/households/hh_yy1/sheet")
        expect(sheet.income_lines).toEqual(shown)
        expect((await prefecture.get("/official/overview")).income_lines).toEqual([])
        const { income_lines } = await prefecture.get("/official/overview?division=513423")
        expect(income_lines).toEqual(shown)
      })

      it("are superseded by a newer document, and both stay on record", async () => {
        const { id } = await add(county, { kind: "监测线", amount_fen: 860_000 })
        expect(await codeOf(add(county, { kind: "监测线" }))).toEqual([400, "income_line_known"])
        const newer = { kind: "监测线", amount_fen: 900_000, supersedes_id: id }
        const older = { ...newer, document_date: daysBefore(today, 90) }
        expect(await codeOf(add(county, older))).toEqual([400, "income_line_document_older"])
        const second = await add(county, { ...newer, document_date: today })
        expect(await codeOf(add(county, newer))).toEqual([400, "income_line_superseded"])
        const { lines, is_kept } = await county.get("/official/income-lines")
        expect(is_kept).toBe(true)
        const rows = lines.filter(({ kind }: { kind: string }) => kind === "监测线")
        expect(rows).toMatchObject([
          { id: second.id, superseded_by: null },
          { id, superseded_by: second.id },
        ])
      })

      it("are a county's own word", async () => {
        for (const desk of [township, prefecture]) {
          expect(await codeOf(add(desk))).toEqual([400, "income_lines_not_kept_here"])
        }
        expect(await codeOf(elsewhere.get("/official/income-lines?division=513423"))).toEqual([
          404,
          "division_unknown",
        ])
        expect(await codeOf(add(county, { year: year + 1 }))).toEqual([
          400,
          "income_line_year_ahead",
        ])
      })
    })
  },
})
