import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { declareCountyIndustriesWorkflow } from "@shangxing/provenance/workflows"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { type Scene, setScene } from "../support/scene"
import { appointOperator, type Desk, signIn, signInOfficials } from "../support/staff"

jest.setTimeout(180_000)

const reason = "核对春耕补贴发放"
const both = (zh: string) => ({ zh, en: zh })

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let county: Desk
    let prefecture: Desk
    let elsewhere: Desk
    let operator: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await appointOperator(container, "operator@test.local")
      await declareCountyIndustriesWorkflow(container).run({ input: { industries: [industry()] } })
    })

    beforeEach(async () => {
      ;({ county, prefecture, elsewhere } = await signInOfficials(api))
      operator = await signIn(api, "user", "operator@test.local")
    })

    const reveal = (desk: Desk, body: object = {}, id = "hh_yy1") =>
      desk.post(`/official/households/${id}/reveal`, { field: "head_name", reason, ...body })

    it("shows one field to an official with jurisdiction, and logs the look", async () => {
      expect(await reveal(county)).toEqual({
        household_id: "hh_yy1",
        field: "head_name",
        value: "阿木测试",
      })
      const { looks } = await county.get("/official/looks")
      expect(looks[0]).toMatchObject({
        household_id: "hh_yy1",
        field: "head_name",
        reason,
        is_own: true,
        masked_name: "阿木 **",
        official: { name: "测试干部", division: { zh: "盐源县" } },
      })
      expect(JSON.stringify(looks)).not.toContain("阿木测试")
      const above = await prefecture.get("/official/looks")
      expect(above.looks[0]).toMatchObject({ reason, is_own: false })
      expect((await elsewhere.get("/official/looks")).looks).toEqual([])
    })

    it("answers alike for another's household and for none", async () => {
      for (const id of ["hh_hl1", "hh_none"]) {
        for (const call of [
          () => reveal(county, {}, id),
          () => county.get(`/official/households/${id}`),
          () =>
            county.post(`/official/households/${id}/consents`, {
              purpose: "story",
              act: "given",
              evidence: "签字单 1 号",
            }),
        ]) {
          expect(await refusalOf(call())).toMatchObject({
            status: 404,
            data: { code: "household_unknown" },
          })
        }
      }
    })

    it.each([
      [{ reason: "看看" }, "look_reason_short"],
      [{ reason: reason.repeat(30) }, "look_reason_long"],
    ])("refuses the look %j", async (body, code) => {
      expect(await refusalOf(reveal(county, body))).toMatchObject({ status: 400, data: { code } })
    })

    it.each([{ field: "id_number" }, { reason: undefined }, { also: "head_count" }])(
      "refuses a body of another shape: %j",
      async (body) => {
        expect((await refusalOf(reveal(county, body))).status).toBe(400)
      },
    )

    it("shows a household's story while it consents, and no longer", async () => {
      const { get } = buyer(api, scene.shop)
      const story = async () => (await get("/store/counties/513423")).county.story
      const consent = (act: string) =>
        county.post("/official/households/hh_yy1/consents", {
          purpose: "story",
          act,
          evidence: "签字单 12 号",
        })
      expect(await story()).toBeNull()
      expect((await consent("given")).household.consents).toEqual(["story"])
      expect(await story()).toMatchObject({ title: both("一户人家") })
      expect(JSON.stringify(await story())).not.toContain("hh_")
      expect((await refusalOf(consent("given"))).data).toMatchObject({ code: "consent_unchanged" })
      expect((await consent("withdrawn")).household.consents).toEqual([])
      expect(await story()).toBeNull()
    })

    it("shows specialities with what is verified, and the mark to lawful users only", async () => {
      const { get } = buyer(api, scene.shop)
      const post = (path: string, body: object) =>
        operator.post(`/admin/county-industries/513423/${path}`, body)
      await post("specialities", {
        specialities: [
          {
            division_code: "513423102",
            product_kind: "apple",
            name: both("卫城苹果"),
            recognition: { document: "未核文件", source: "传闻" },
            is_verified: false,
          },
        ],
      })
      const before = (await get("/store/counties/513423")).county
      expect(before.specialities).toMatchObject([
        { place: { zh: "卫城镇" }, level: "township", recognition: null, is_verified: false },
      ])
      expect(before.sellers[0].gi_mark).toBeNull()

      const user = {
        gi_number: "2010 年第 1 号",
        unified_social_credit_code: "93513423MA62Q0001X",
        holder_name: "盐源苹果合作社",
        announcement_number: "2019 年第 12 号",
        source: "演示名单",
        is_verified: true,
      }
      const { county_industries } = await post("lawful-users", { users: [user] })
      expect(county_industries[0].lawful_users).toMatchObject([{ holder_name: "盐源苹果合作社" }])
      const marks = async () => {
        const { county } = await get("/store/counties/513423")
        const { provenance } = await get(`/store/products/${scene.apples.productId}/provenance`)
        return [county.sellers[0].gi_mark, provenance.gi_mark]
      }
      const hasCode = (unified_social_credit_code: string | null) =>
        modules
          .sellers(getContainer())
          .updateSellers({ id: scene.apples.sellerId, unified_social_credit_code })
      // The seller of the scene has no credit code, so it stays off the list.
      expect(await marks()).toEqual([null, null])
      await hasCode("93513423MA62Q0009X")
      expect(await marks()).toEqual([null, null])
      await hasCode(user.unified_social_credit_code)
      const mark = { number: user.gi_number, announcement_number: user.announcement_number }
      expect(await marks()).toMatchObject([mark, mark])
      await post("lawful-users", { users: [{ ...user, is_verified: false }] })
      expect(await marks()).toEqual([null, null])
    })

    it.each([
      [
        "specialities",
        {
          specialities: [
            { division_code: "513402101", product_kind: "a", name: both("甲"), is_verified: false },
          ],
        },
        "speciality_division_invalid",
      ],
      [
        "specialities",
        {
          specialities: [
            { division_code: "513423102", product_kind: "a", name: both("甲"), is_verified: true },
          ],
        },
        "speciality_source_missing",
      ],
      ["lawful-users", { users: [listed({ gi_number: "无" })] }, "gi_record_unknown"],
      [
        "lawful-users",
        { users: [listed({ unified_social_credit_code: "1" })] },
        "credit_code_invalid",
      ],
    ])("refuses an operator's %s that cannot be: %#", async (path, body, code) => {
      const call = operator.post(`/admin/county-industries/513423/${path}`, body)
      expect(await refusalOf(call)).toMatchObject({ status: 400, data: { code } })
    })

    it("lets only operators near the lists", async () => {
      for (const desk of [county, prefecture]) {
        expect((await refusalOf(desk.get("/admin/county-industries"))).status).toBe(401)
      }
    })
  },
})

function listed(change: object) {
  return {
    gi_number: "2010 年第 1 号",
    unified_social_credit_code: "93513423MA62Q0001X",
    holder_name: "甲",
    announcement_number: "1",
    source: "演示",
    is_verified: true,
    ...change,
  }
}

function industry() {
  const text = both("盐源苹果")
  return {
    county_code: "513423",
    name: text,
    short: text,
    tagline: text,
    intro: text,
    accent: "apple",
    landscape: "valley",
    picture_url: "/a.webp",
    season_text: text,
    season_months: [10],
    season: [],
    season_note: text,
    facts: [],
    gi_records: [
      {
        kind: both("地理标志产品"),
        number: "2010 年第 1 号",
        announced_on: null,
        is_verified: true,
        source: "公告",
      },
    ],
    story: { title: both("一户人家"), paragraphs: [text], quote: null, household_id: "hh_yy1" },
    seal: "盐源",
  }
}
