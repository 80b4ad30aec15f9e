import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { type Http, refusalOf } from "../support/buyer"
import { setScene } from "../support/scene"
import { type Desk, signInOfficials } from "../support/staff"

jest.setTimeout(180_000)

const HEADER = "户编号,户主姓名,人口数,村代码,状态,状态起始日,文号"
const line = (key: string, village = "513423102201", status = "脱贫户") =>
  `${key},阿木日哈,5,${village},${status},2020-11-17,川扶〔2020〕1`
const LATER = "户编号,状态,状态起始日,文号\r\nYY-1,一般农户,2024-05-01,补〔2026〕9\r\n"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let county: Desk
    let prefecture: Desk
    let elsewhere: Desk

    beforeAll(async () => {
      container = getContainer()
      await setScene(container)
    })

    beforeEach(async () => {
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
    })

    const upload = async (desk: Desk, text: string | Buffer, type = "text/csv") =>
      (
        await (api as Http).post("/official/households/import", text, {
          headers: { ...desk.headers, "content-type": type },
        })
      ).data
    const form = (text: string, field = "file") => ({
      body: Buffer.from(
        `--x\r\ncontent-disposition: form-data; name="${field}"; filename="a.csv"\r\n` +
          `content-type: text/csv\r\n\r\n${text}\r\n--x--\r\n`,
      ),
      type: "multipart/form-data; boundary=x",
    })
    const file = (...rows: string[]) => [HEADER, ...rows].join("\r\n")
    const way = (id: string, rest = "") => `/official/households/import/${id}${rest}`
    const count = async () => (await modules.registry(container).listHouseholds()).length

    it("imports a form's file in two acts, within the official's own division", async () => {
      const before = await count()
      const { body, type } = form(file(line("YY-1"), line("YY-2")))
      const { import: dry, errors } = await upload(county, body, type)
      expect(errors).toEqual([])
      expect(dry).toMatchObject({ state: "ready", new_household_count: 2, row_count: 2 })
      expect(JSON.stringify(dry)).not.toContain("off_")
      expect(await count()).toBe(before)
      const { import: done } = await county.post(way(dry.id, "/commit"), {
        file_digest: dry.file_digest,
      })
      expect(done).toMatchObject({ state: "committed", new_household_count: 2 })
      expect(await count()).toBe(before + 2)

      const { import: later } = await upload(county, LATER)
      await county.post(way(later.id, "/commit"), { file_digest: later.file_digest })
      const { import: last } = await county.get(way(later.id))
      expect(last).toMatchObject({ state: "committed", corrected_household_count: 1 })
    })

    it("says of each wrong cell what is wrong and how to mend it, in both languages", async () => {
      const { import: dry, errors } = await upload(
        county,
        file(line("YY-8", "513402101201"), line("YY-9", "513423102201", "贫困")),
      )
      expect(dry).toMatchObject({ state: "refused", error_count: 2 })
      expect(errors).toMatchObject([
        { row_number: 2, column_name: "村代码", code: "village_outside" },
        { row_number: 3, column_name: "状态", code: "status_unknown" },
      ])
      expect(errors[0].message.zh).toContain("513402101201")
      expect(errors[0].message.en).toContain("outside your division")
      const csv = await county.get(way(dry.id, "/errors"))
      expect(csv).toContain("3,状态,")
      const refusal = county.post(way(dry.id, "/commit"), { file_digest: dry.file_digest })
      expect((await refusalOf(refusal)).data).toMatchObject({ code: "import_not_ready" })
    })

    it("lets a prefecture import what its county may not", async () => {
      const { import: dry } = await upload(prefecture, file(line("HL-1", "513402101201")))
      expect(dry).toMatchObject({ state: "ready", error_count: 0 })
    })

    it("shows and commits an import only to who uploaded it", async () => {
      const { import: dry } = await upload(county, file(line("YY-3")))
      for (const desk of [prefecture, elsewhere]) {
        for (const call of [
          () => desk.get(way(dry.id)),
          () => desk.get(way(dry.id, "/errors")),
          () => desk.post(way(dry.id, "/commit"), { file_digest: dry.file_digest }),
        ]) {
          expect(await refusalOf(call())).toMatchObject({
            status: 404,
            data: { code: "import_unknown" },
          })
        }
      }
      const { imports } = await elsewhere.get("/official/households/import")
      expect(imports).toEqual([])
    })

    it("refuses the digest of another file, and a body of another shape", async () => {
      const { import: dry } = await upload(county, file(line("YY-4")))
      const commit = (body: object) => refusalOf(county.post(way(dry.id, "/commit"), body))
      expect((await commit({ file_digest: "0".repeat(64) })).data).toMatchObject({
        code: "import_digest_mismatched",
      })
      expect((await commit({})).status).toBe(400)
      expect((await commit({ file_digest: dry.file_digest, force: true })).status).toBe(400)
    })

    it.each([
      ["no file", "application/json", "{}"],
      ["a form without the field", form(HEADER, "other").type, form(HEADER, "other").body],
    ])("refuses %s", async (_, type, body) => {
      expect(await refusalOf(upload(county, body, type))).toMatchObject({
        status: 400,
        data: { code: "file_missing" },
      })
    })

    it("says what is wrong with a file that is no CSV", async () => {
      const { import: dry, errors } = await upload(county, Buffer.from("504b0304140006", "hex"))
      expect(dry.state).toBe("refused")
      expect(errors).toMatchObject([{ code: "file_is_spreadsheet" }])
    })

    it("hands out a template that can be imported as it is", async () => {
      const template = await county.get("/official/households/import/template")
      const { import: dry } = await upload(county, template)
      expect(dry).toMatchObject({ state: "ready", new_household_count: 2 })
    })

    it("asks for an official's token", async () => {
      for (const path of ["/official/households/import", "/official/looks"]) {
        expect((await refusalOf(api.get(path))).status).toBe(401)
      }
      const bare = api.post("/official/households/import", HEADER, {
        headers: { "content-type": "text/csv" },
      })
      expect((await refusalOf(bare)).status).toBe(401)
    })
  },
})
