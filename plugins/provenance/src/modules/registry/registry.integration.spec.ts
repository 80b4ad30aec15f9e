import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { type IdentityField, REGISTRY_MODULE, type NewHousehold } from "."
import type RegistryModuleService from "./service"

jest.setTimeout(60_000)

const TODAY = "2026-11-21"
const ENROLLED = {
  label_zh: "脱贫户",
  is_enrolled: true,
  valid_from: "2020-11-17",
  document_number: "演示〔2020〕1 号",
}
const household = (change: Partial<NewHousehold> = {}): NewHousehold => ({
  id: "hh_amu",
  registry_key: "YY-0001",
  head_name: "阿木日哈",
  head_count: 5,
  village_code: "513423100201",
  statuses: [ENROLLED],
  ...change,
})
const OTHER = household({
  id: "hh_jike",
  registry_key: "YY-0002",
  head_name: "吉克拉龙",
  village_code: "513423101201",
  statuses: [],
})

const look = async (service: RegistryModuleService, field: IdentityField) =>
  await service.takeLook({
    household_id: "hh_amu",
    field,
    reason: "核对春耕补贴发放",
    official: { id: "off_1", division_code: "513423" },
  })

moduleIntegrationTestRunner<RegistryModuleService>({
  moduleName: REGISTRY_MODULE,
  moduleOptions: { registryKey: Buffer.alloc(32, 7).toString("base64") },
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const rowsOf = async (table: string) =>
      await MikroOrmWrapper.forkManager().execute<object[]>(`select * from ${table}`)

    describe("importHouseholds", () => {
      it("leaves no personal data in clear in any column of any table", async () => {
        await service.importHouseholds([household()])
        for (const table of ["household", "household_identity", "household_status"]) {
          const text = JSON.stringify(await rowsOf(table))
          expect(text).not.toContain("阿木")
          expect(text).not.toContain("YY-0001")
        }
        const [identity] = await rowsOf("household_identity")
        expect(identity).toMatchObject({ head_name_cipher: expect.stringMatching(/^v1\./) })
        expect(await look(service, "head_name")).toBe("阿木日哈")
        expect(await look(service, "head_count")).toBe("5")
        expect(await look(service, "registry_key")).toBe("YY-0001")
      })

      it("knows a household again by its registry key", async () => {
        const first = await service.importHouseholds([household({ id: undefined }), OTHER])
        const again = await service.importHouseholds([household({ id: "hh_new" }), OTHER])
        expect(first).toMatchObject({ created_count: 2, created_status_count: 1 })
        expect(again).toEqual({
          household_ids: first.household_ids,
          created_count: 0,
          created_status_count: 0,
          corrections: [],
        })
        expect(first.household_ids[0]).toMatch(/^hh_[0-9a-f]{32}$/)
      })

      it("imports all rows or none", async () => {
        const bad = household({ registry_key: "YY-0003", statuses: [ENROLLED, ENROLLED] })
        await expect(service.importHouseholds([household(), bad])).rejects.toMatchObject({
          code: "household_status_ambiguous",
        })
        expect(await rowsOf("household")).toEqual([])
      })

      it.each([
        [household({ village_code: "513423" }), "division_code_invalid"],
        [household({ registry_key: " " }), "household_key_missing"],
        [
          household({ statuses: [{ ...ENROLLED, valid_from: "2020" }] }),
          "household_status_invalid",
        ],
      ])("refuses a row that can't be true", async (row, code) => {
        await expect(service.importHouseholds([row])).rejects.toMatchObject({ code })
      })
    })

    describe("statusOn", () => {
      it("answers what held on the day, and nothing before any document", async () => {
        await service.importHouseholds([household(), OTHER])
        expect(await service.statusOn(["hh_amu", "hh_jike"], TODAY)).toEqual({
          hh_amu: { label_zh: "脱贫户", is_enrolled: true, valid_from: "2020-11-17" },
          hh_jike: null,
        })
        expect(await service.statusOn(["hh_amu"], "2020-11-16")).toEqual({ hh_amu: null })
      })

      it("lets a correction hold from then on, in SQL as in the rule", async () => {
        await service.importHouseholds([household()])
        const correction = { ...ENROLLED, label_zh: "一般户", is_enrolled: false }
        await service.importHouseholds([
          household({ statuses: [{ ...correction, document_number: "更正 2 号" }] }),
        ])
        expect((await service.statusOn(["hh_amu"], TODAY)).hh_amu).toMatchObject({
          label_zh: "一般户",
        })
        const { households } = await service.householdsWithin({ division: "5134", on: TODAY })
        expect(households[0]).toMatchObject({ status_label_zh: "一般户", is_enrolled: false })
      })
    })

    describe("household_status table", () => {
      it.each(["update household_status set is_enrolled = false", "delete from household_status"])(
        "refuses %s",
        async (sql) => {
          await service.importHouseholds([household()])
          await expect(MikroOrmWrapper.forkManager().execute(sql)).rejects.toThrow(/append-only/)
        },
      )

      it("has no update or delete in the service either", async () => {
        const refusal = { code: "household_status_append_only" }
        await expect(service.updateHouseholdStatuses()).rejects.toMatchObject(refusal)
        await expect(service.deleteHouseholdStatuses()).rejects.toMatchObject(refusal)
        await expect(service.softDeleteHouseholdStatuses()).rejects.toMatchObject(refusal)
      })
    })

    describe("householdsWithin", () => {
      it("shows only the subtree, masked, a page at a time", async () => {
        await service.importHouseholds([household(), OTHER])
        const all = await service.householdsWithin({ division: "513423", on: TODAY, limit: 1 })
        expect(all.count).toBe(2)
        expect(all.households).toEqual([
          {
            id: "hh_amu",
            village_code: "513423100201",
            township_code: "513423100",
            county_code: "513423",
            masked_name: "阿木 **",
            status_label_zh: "脱贫户",
            is_enrolled: true,
          },
        ])
        const found = async (change: object) =>
          (
            await service.householdsWithin({ division: "513423", on: TODAY, ...change })
          ).households.map(({ id }) => id)
        expect(await found({ division: "513423101" })).toEqual(["hh_jike"])
        expect(await found({ ids: ["hh_jike"] })).toEqual(["hh_jike"])
        expect(await found({ q: "吉克" })).toEqual(["hh_jike"])
        expect(await found({ q: "吉克拉龙" })).toEqual([])
        expect(await service.maskedNames(["hh_jike"])).toEqual({ hh_jike: "吉克 **" })
      })

      it("counts per division one level down", async () => {
        await service.importHouseholds([household(), OTHER])
        expect(await service.countByChild("513423", 9, TODAY)).toEqual({
          "513423100": { household_count: 1, enrolled_household_count: 1 },
          "513423101": { household_count: 1, enrolled_household_count: 0 },
        })
      })
    })

    describe("enrolMembers", () => {
      const member = (household_id: string) => ({
        household_id,
        seller_id: "sel_1",
        joined_on: "2023-03-01",
      })

      it("enrols once and is undone by the ids it answered", async () => {
        await service.importHouseholds([household(), OTHER])
        const ids = await service.enrolMembers([member("hh_amu"), member("hh_jike")])
        expect(ids).toHaveLength(2)
        expect(await service.enrolMembers([member("hh_amu")])).toEqual([])
        expect(await service.countBySeller(["sel_1", "sel_2"], TODAY)).toEqual({
          sel_1: { household_count: 2, enrolled_household_count: 1 },
          sel_2: { household_count: 0, enrolled_household_count: 0 },
        })
        await service.withdrawMembers(ids)
        expect(await service.membersOf("sel_1")).toEqual([])
      })

      it("refuses a household that the registry does not know", async () => {
        await expect(service.enrolMembers([member("hh_none")])).rejects.toMatchObject({
          code: "household_unknown",
        })
      })
    })
  },
})
