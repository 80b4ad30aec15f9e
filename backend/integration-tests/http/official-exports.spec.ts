import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { shanghaiDay } from "@shangxing/attribution/domain/period"

import { bookedOrder } from "../support/booked-order"
import { refusalOf } from "../support/buyer"
import { setScene } from "../support/scene"
import { type Desk, signInOfficials } from "../support/staff"

jest.setTimeout(180_000)

const month = shanghaiDay(new Date()).slice(0, 7)
const reason = "十一月入户走访，核对交售单"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let county: Desk
    let prefecture: Desk
    let elsewhere: Desk

    beforeAll(async () => {
      const container = getContainer()
      await bookedOrder({ api, utils, container }, await setScene(container))
    })

    beforeEach(async () => {
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
    })

    describe("exports", () => {
      const bytes = async (desk: Desk, path: string) => {
        const { headers } = desk
        return (await api.get(path, { headers, responseType: "arraybuffer" })).data as Buffer
      }
      const takeNames = async (body: object) =>
        await api.post("/official/exports/households", body, {
          headers: county.headers,
          responseType: "arraybuffer",
        })

      it("stream the entries as a file: masked, watermarked, logged, to the fen", async () => {
        const path = `/official/exports/entries.csv?period=${month}&account=enrolled`
        const text = (await bytes(county, path)).toString("utf8")
        expect(text.charCodeAt(0)).toBe(0xfeff)
        expect(text).toContain("平台收入，不是农户纯收入")
        expect(text).toContain("测试干部（盐源县）")
        expect(text).toContain("阿木 **")
        expect(text).not.toContain("阿木测试")
        const { totals, count } = await county.get(
          `/official/entries?period=${month}&account=enrolled`,
        )
        const rows = text.split("\r\n").filter((line) => line.startsWith("20"))
        const fen = rows.map((line) => Math.round(Number(line.split(",").at(-4)) * 100))
        expect([rows.length, fen.reduce((a, b) => a + b, 0)]).toEqual([count, totals.enrolled_fen])
        const { exports } = await county.get("/official/exports")
        expect(exports[0]).toMatchObject({ kind: "entries", row_count: count, reason: null })
        expect((await prefecture.get("/official/exports")).exports[0].is_own).toBe(false)
        expect((await elsewhere.get("/official/exports")).exports).toEqual([])
      })

      it("write the overview of the divisions below as a workbook, and log it", async () => {
        const path = `/official/exports/overview.xlsx?period=${month}`
        expect((await bytes(prefecture, path)).subarray(0, 2).toString()).toBe("PK")
        const { exports } = await prefecture.get("/official/exports")
        expect(exports[0]).toMatchObject({ kind: "overview", division: { code: "5134" } })
      })

      it("give names for a reason only, and count every name as a look", async () => {
        const asked = { period: month, benefit: "attributed" }
        const refused = await refusalOf(
          county.post("/official/exports/households", { ...asked, reason: "看看" }),
        )
        expect(refused).toMatchObject({ status: 400, data: { code: "look_reason_short" } })
        expect((await county.get("/official/looks")).count).toBe(0)
        const { data, headers } = await takeNames({ ...asked, reason })
        expect(headers["content-type"]).toContain("spreadsheetml")
        expect((data as Buffer).subarray(0, 2).toString()).toBe("PK")
        const looks = await county.get("/official/looks")
        expect(looks.count).toBe(4)
        expect(looks.looks[0]).toMatchObject({ field: "head_name", reason })
        const { exports } = await county.get("/official/exports")
        expect(exports[0]).toMatchObject({ kind: "households", row_count: 4, reason })
        // Single looks are bounded by themselves.
        await county.post("/official/households/hh_yy1/reveal", { field: "head_name", reason })
        for (let i = 1; i < 3; i++) await takeNames({ ...asked, reason })
        const fourth = county.post("/official/exports/households", { ...asked, reason })
        expect(await refusalOf(fourth)).toMatchObject({
          data: { code: "name_list_limit_reached" },
        })
      })
    })
  },
})
