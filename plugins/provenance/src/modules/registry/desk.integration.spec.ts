import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { REGISTRY_MODULE, type NewHousehold } from "."
import { LOOKS_PER_HOUR, mayReadLook } from "../../domain/household-look"
import type RegistryModuleService from "./service"

jest.setTimeout(60_000)
process.env.REGISTRY_KEY = Buffer.alloc(32, 7).toString("base64")

const OLD = Buffer.alloc(32, 7).toString("base64")
const NEW = Buffer.alloc(32, 9).toString("base64")
const COUNTY = { id: "off_county", division_code: "513423" }
const TOWNSHIP = { id: "off_township", division_code: "513423102" }
const PREFECTURE = { id: "off_prefecture", division_code: "5134" }
const REASON = "核对春耕补贴发放"

const household = (id: string): NewHousehold => ({
  id: `hh_${id}`,
  registry_key: `YY-${id}`,
  head_name: `阿木${id}`,
  head_count: 5,
  village_code: "513423102201",
  statuses: [],
})

moduleIntegrationTestRunner<RegistryModuleService>({
  moduleName: REGISTRY_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    const query = async <Row>(sql: string) =>
      await MikroOrmWrapper.forkManager().execute<Row[]>(sql)
    const look = async (official = COUNTY, change: object = {}) =>
      await service.takeLook({
        household_id: "hh_1",
        field: "head_name",
        reason: REASON,
        official,
        ...change,
      })

    describe("takeLook", () => {
      beforeEach(async () => {
        await service.importHouseholds([household("1"), household("2")])
      })

      it("shows one field and logs who, whose, which and why, and nothing of what was seen", async () => {
        expect(await look()).toBe("阿木1")
        const { looks, count } = await service.looksFor(COUNTY, { offset: 0, limit: 10 })
        expect(count).toBe(1)
        expect(looks[0]).toMatchObject({
          official_id: "off_county",
          household_id: "hh_1",
          village_code: "513423102201",
          field: "head_name",
          reason: REASON,
        })
        expect(JSON.stringify(await query("select * from household_look"))).not.toContain("阿木")
      })

      it.each([
        ["no reason", { reason: "看看" }, "look_reason_short"],
        ["an endless reason", { reason: REASON.repeat(40) }, "look_reason_long"],
        ["a household that is not there", { household_id: "hh_none" }, "household_unknown"],
        [
          "another county's official",
          { official: { id: "off_x", division_code: "513402" } },
          "household_unknown",
        ],
      ])("refuses %s, and logs nothing", async (_, change, code) => {
        await expect(look(COUNTY, change)).rejects.toMatchObject({ code })
        expect(await query("select * from household_look")).toEqual([])
      })

      it("stops at so many looks an hour, also when they come at once", async () => {
        const tries = await Promise.allSettled(
          Array.from({ length: LOOKS_PER_HOUR + 5 }, () => look()),
        )
        expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(LOOKS_PER_HOUR)
        await expect(look()).rejects.toMatchObject({ code: "look_limit_reached" })
        expect(await look(TOWNSHIP)).toBe("阿木1")
      })

      it("shows looks to who took them and to those above, as the rule says", async () => {
        const everybody = [COUNTY, TOWNSHIP, PREFECTURE]
        for (const official of everybody) await look(official)
        for (const reader of everybody) {
          const { looks } = await service.looksFor(reader, { offset: 0, limit: 10 })
          const expected = everybody.filter(({ id, division_code }) =>
            mayReadLook(
              { id: reader.id, division: reader.division_code },
              { officialId: id, officialDivision: division_code },
            ),
          )
          expect(looks.map(({ official_id }) => official_id).sort()).toEqual(
            expected.map(({ id }) => id).sort(),
          )
        }
      })

      it.each(["update household_look set reason = 'x'", "delete from household_look"])(
        "refuses %s in the database itself",
        async (sql) => {
          await look()
          await expect(query(sql)).rejects.toThrow(/append-only/)
        },
      )

      it("finds out that ciphertexts were swapped between households or fields", async () => {
        await query(`update household_identity i set head_name_cipher = o.head_name_cipher
          from household_identity o where i.household_id = 'hh_1' and o.household_id = 'hh_2'`)
        await expect(look()).rejects.toThrow(/authenticate/)
        await query(`update household_identity set registry_key_cipher = head_count_cipher
          where household_id = 'hh_2'`)
        await expect(look(COUNTY, { household_id: "hh_2", field: "registry_key" })).rejects.toThrow(
          /authenticate/,
        )
      })
    })

    describe("recordConsent", () => {
      const consent = (act: "given" | "withdrawn", change: object = {}) =>
        service.recordConsent({
          household_id: "hh_1",
          purpose: "story",
          act,
          evidence: "签字单 12 号",
          recorded_by: "off_county",
          ...change,
        })
      beforeEach(async () => {
        await service.importHouseholds([household("1")])
      })

      it("holds for its purpose until it is withdrawn", async () => {
        await consent("given")
        expect(await service.consenting(["hh_1"], "story")).toEqual(["hh_1"])
        expect(await service.consenting(["hh_1"], "photo")).toEqual([])
        await consent("withdrawn")
        expect(await service.consenting(["hh_1"], "story")).toEqual([])
        await consent("given")
        expect(await service.consenting(["hh_1"], "story")).toEqual(["hh_1"])
        await expect(query("delete from household_consent")).rejects.toThrow(/append-only/)
      })

      it.each([
        ["a withdrawal of nothing", "withdrawn" as const, {}, "consent_unchanged"],
        ["no evidence", "given" as const, { evidence: " " }, "consent_evidence_missing"],
        ["an unknown household", "given" as const, { household_id: "hh_x" }, "household_unknown"],
      ])("refuses %s", async (_, act, change, code) => {
        await expect(consent(act, change)).rejects.toMatchObject({ code })
      })
    })

    describe("key rotation", () => {
      /** The module as it runs with these keys. */
      const withKeys = async <T>(keys: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> => {
        Object.assign(process.env, keys)
        try {
          return await work()
        } finally {
          process.env.REGISTRY_KEY = OLD
          delete process.env.REGISTRY_KEY_PREVIOUS
        }
      }
      const both = { REGISTRY_KEY: NEW, REGISTRY_KEY_PREVIOUS: OLD }

      it("goes on where a killed rotation stopped, and everything opens at every moment", async () => {
        await service.importHouseholds(["1", "2", "3", "4", "5"].map(household))
        const everybody = ["hh_1", "hh_2", "hh_3", "hh_4", "hh_5"]
        await withKeys(both, async () => {
          expect(await service.countUnrotated()).toBe(5)
          expect(await service.resealIdentities(2)).toBe(2)
        })
        // Killed here: the next run begins anew and finds the rest.
        await withKeys(both, async () => {
          expect(Object.keys(await service.maskedNames(everybody))).toHaveLength(5)
          const again = await service.importHouseholds(["1", "5"].map(household))
          expect(again).toMatchObject({ household_ids: ["hh_1", "hh_5"], created_count: 0 })
          expect(await service.resealIdentities(2)).toBe(2)
          expect(await service.resealIdentities(2)).toBe(1)
          expect(await service.resealIdentities(2)).toBe(0)
          expect(await service.countUnrotated()).toBe(0)
        })
        await withKeys({ REGISTRY_KEY: NEW }, async () => {
          expect(await look()).toBe("阿木1")
          const again = await service.importHouseholds([household("3")])
          expect(again).toMatchObject({ household_ids: ["hh_3"], created_count: 0 })
        })
        await expect(look()).rejects.toMatchObject({ code: "registry_key_unknown" })
      })

      it("loses nothing of a batch that fails", async () => {
        await service.importHouseholds(["1", "2"].map(household))
        await query(`update household_identity set head_name_cipher = 'v1.a.b.c'
          where household_id = 'hh_2'`)
        await withKeys(both, async () => {
          await expect(service.resealIdentities(10)).rejects.toThrow()
          expect(await service.countUnrotated()).toBe(2)
        })
        expect(await look()).toBe("阿木1")
      })
    })
  },
})
