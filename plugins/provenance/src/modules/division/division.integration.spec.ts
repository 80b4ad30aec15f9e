import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { DIVISION_MODULE, type IndustryContent } from "."
import { divisionsFromTables, type DivisionTables } from "../../lib/division-rows"
import type DivisionModuleService from "./service"

jest.setTimeout(60_000)

const LIANGSHAN = {
  prefecture_code: "513400",
  prefecture_zh: "凉山彝族自治州",
  prefecture_en: "Liangshan Yi Autonomous Prefecture",
}
const TABLES: DivisionTables = {
  counties: [
    {
      ...LIANGSHAN,
      code6: "513423",
      name_zh: "盐源县",
      name_en: "Yanyuan County",
      seat_lng: "101.508909",
      seat_lat: "27.423415",
      poor_county_832: "Y",
    },
    { ...LIANGSHAN, code6: "513402", name_zh: "会理市", name_en: "Huili City" },
  ],
  townships: [{ code9: "513423100", name_zh: "盐井街道", county6: "513423" }],
  villages: [
    {
      code12: "513423100201",
      name_zh: "胜利村村民委员会",
      township9: "513423100",
      county6: "513423",
    },
  ],
  retired: [
    { code: "513425", name_zh: "会理县", valid_to: "2021-01-20", successor_code: "513402" },
  ],
}

const both = (zh: string) => ({ zh, en: zh })
const industry = (change: Partial<IndustryContent> = {}): IndustryContent => ({
  county_code: "513423",
  name: both("盐源苹果"),
  short: both("苹果"),
  tagline: both("高原的甜"),
  intro: both("介绍"),
  accent: "apple",
  landscape: "plateau",
  picture_url: "/art/apple.svg",
  season_text: both("9 月至 11 月"),
  season_months: [9, 10, 11],
  season: [],
  season_note: both("看年成"),
  facts: [],
  gi_records: [],
  story: null,
  seal: "盐",
  ...change,
})

moduleIntegrationTestRunner<DivisionModuleService>({
  moduleName: DIVISION_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    const importTables = () => service.importDivisions(divisionsFromTables(TABLES))

    describe("importDivisions", () => {
      it("adds nothing the second time", async () => {
        expect(await importTables()).toHaveLength(7)
        expect(await importTables()).toEqual([])
        expect(await service.listDivisions()).toHaveLength(7)
      })

      it("keeps a code's first row", async () => {
        await importTables()
        const [renamed] = divisionsFromTables(TABLES).filter(({ code }) => code === "513423")
        await service.importDivisions([{ ...renamed!, name_zh: "别的县" }])
        expect((await service.namesOf(["513423"]))["513423"]?.zh).toBe("盐源县")
      })

      it("is undone by withdrawing what it created", async () => {
        await service.withdrawDivisions(await importTables())
        expect(await service.listDivisions()).toEqual([])
      })
    })

    describe("namesOf", () => {
      it("falls back to Chinese and leaves unknown codes out", async () => {
        await importTables()
        expect(await service.namesOf(["513423", "513423100201", "999999"])).toEqual({
          "513423": { zh: "盐源县", en: "Yanyuan County", level: "county" },
          "513423100201": { zh: "胜利村", en: "胜利村", level: "village" },
        })
      })
    })

    describe("path", () => {
      it("goes from the division up to its province", async () => {
        await importTables()
        const path = await service.path("513423100201")
        expect(path.map(({ name_zh }) => name_zh)).toEqual([
          "胜利村",
          "盐井街道",
          "盐源县",
          "凉山彝族自治州",
          "四川省",
        ])
        expect(path[2]).toMatchObject({ lng: 101.508909, lat: 27.423415 })
        expect(await service.path("999999")).toEqual([])
      })
    })

    describe("children", () => {
      it("lists the divisions in force one level down", async () => {
        await importTables()
        expect((await service.children("")).map(({ code }) => code)).toEqual(["51"])
        expect((await service.children("5134")).map(({ code }) => code)).toEqual([
          "513402",
          "513423",
        ])
        expect(await service.children("513423100201")).toEqual([])
      })
    })

    describe("declareIndustries", () => {
      it("replaces a county's declaration and answers what it replaced", async () => {
        await importTables()
        expect(await service.declareIndustries([industry()])).toEqual([])
        const previous = await service.declareIndustries([industry({ seal: "源" })])
        expect(previous).toEqual([industry()])
        expect(await service.industriesOf(["513423"])).toEqual([industry({ seal: "源" })])
      })

      it("refuses a county that is not among the divisions", async () => {
        await importTables()
        const unknown = industry({ county_code: "513499" })
        await expect(service.declareIndustries([unknown])).rejects.toMatchObject({
          code: "industry_county_unknown",
        })
      })

      it("shows beside its county", async () => {
        await importTables()
        await service.declareIndustries([industry()])
        const counties = await service.counties("51")
        expect(counties.map(({ code, industry }) => [code, industry?.seal])).toEqual([
          ["513402", undefined],
          ["513423", "盐"],
        ])
      })
    })
  },
})
