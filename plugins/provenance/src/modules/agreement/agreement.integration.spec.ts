import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { Agreement } from "./models/agreement"
import { AgreementHousehold } from "./models/agreement-household"
import { AgreementVersion } from "./models/agreement-version"
import { ArchiveEntry } from "./models/archive-entry"
import type AgreementModuleService from "./service"
import type { AgreementTermsInput, FloorQuestion } from "./types"
import { AGREEMENT_MODULE } from "."

jest.setTimeout(60_000)

const terms = (change: Partial<AgreementTermsInput> = {}): AgreementTermsInput => ({
  mode: "order",
  product_kind: "apple",
  responsible_person: "沙马站长",
  starts_on: "2026-01-01",
  ends_on: "2026-12-31",
  floors: [
    { grade: "一级", fen_per_kg: 420 },
    { grade: null, fen_per_kg: 300 },
  ],
  rebate_kind: "fen_per_kg",
  rebate_value: 20,
  households: [
    { household_id: "hh_1", promised_g: 2_000_000 },
    { household_id: "hh_2", promised_g: null },
  ],
  ...change,
})
const question = (change: Partial<FloorQuestion> = {}): FloorQuestion => ({
  seller_id: "sel_1",
  household_id: "hh_1",
  product_kind: "apple",
  grade: "一级",
  on: "2026-10-18",
  ...change,
})

type Knex = { raw(text: string, params?: unknown[]): Promise<{ rows: object[] }> }

moduleIntegrationTestRunner<AgreementModuleService>({
  moduleName: AGREEMENT_MODULE,
  moduleModels: [Agreement, AgreementVersion, AgreementHousehold, ArchiveEntry],
  resolve: `${__dirname}`,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service, medusaApp }) => {
    const database = () =>
      (medusaApp.sharedContainer as MedusaContainer).resolve<Knex>(
        ContainerRegistrationKeys.PG_CONNECTION,
      )
    const draft = (number: string, change: Partial<AgreementTermsInput> = {}) =>
      service.draftAgreement({
        seller_id: "sel_1",
        number,
        drafted_by: "海来",
        terms: terms(change),
      })
    const next = (agreement_id: string, change: Partial<AgreementTermsInput> = {}) =>
      service.draftAgreement({
        seller_id: "sel_1",
        agreement_id,
        drafted_by: "海来",
        terms: terms(change),
      })
    const publish = (agreement_id: string, effective_from: string) =>
      service.publishAgreement({ seller_id: "sel_1", agreement_id, effective_from })
    const floor = async (change: Partial<FloorQuestion> = {}) =>
      (await service.floorsFor([question(change)]))[0]

    describe("a version", () => {
      it("is replaced while it is a draft, and kept with its households once published", async () => {
        const id = await draft("A-1")
        await next(id, { note: "改了一次" })
        const [before] = await service.agreementsOf({ ids: [id] })
        expect(before!.versions).toMatchObject([{ version: 1, status: "draft", note: "改了一次" }])

        await publish(id, "2026-01-01")
        await expect(publish(id, "2026-02-01")).rejects.toMatchObject({
          code: "agreement_version_published",
        })
        const version = before!.versions[0]!.id
        for (const change of [
          "update agreement_version set floors = '[]' where id = ?",
          "update agreement_version set status = 'draft' where id = ?",
          "delete from agreement_version where id = ?",
        ]) {
          await expect(database().raw(change, [version])).rejects.toThrow(/never changes/)
        }
        for (const change of [
          "update agreement_household set promised_g = 1 where version_id = ?",
          "delete from agreement_household where version_id = ?",
          `insert into agreement_household (id, version_id, household_id)
            values ('agh_x', ?, 'hh_9')`,
        ]) {
          await expect(database().raw(change, [version])).rejects.toThrow(/keeps its households/)
        }
        const [after] = await service.agreementsOf({ ids: [id], on: "2026-06-01" })
        expect(after!.in_force).toMatchObject({ id: version, households: terms().households })
      })

      it("supersedes the one before from its own day on, and never earlier", async () => {
        const id = await draft("A-2")
        await publish(id, "2026-01-01")
        await next(id, { floors: [{ grade: null, fen_per_kg: 500 }] })
        await expect(publish(id, "2026-01-01")).rejects.toMatchObject({
          code: "agreement_effective_invalid",
        })
        await publish(id, "2026-09-01")
        const holds = async (on: string) =>
          (await service.agreementsOf({ ids: [id], on }))[0]!.in_force?.version ?? null
        expect(await holds("2025-12-31")).toBeNull()
        expect(await holds("2026-08-31")).toBe(1)
        expect(await holds("2026-09-01")).toBe(2)
        expect(await holds("2027-01-01")).toBeNull()
      })

      it("belongs to its seller, under a number used once", async () => {
        const id = await draft("A-3")
        await expect(draft("A-3")).rejects.toMatchObject({ code: "agreement_number_taken" })
        await expect(
          service.publishAgreement({
            seller_id: "sel_2",
            agreement_id: id,
            effective_from: "2026-01-01",
          }),
        ).rejects.toMatchObject({ code: "agreement_unknown" })
        await expect(draft("A-4", { households: [] })).rejects.toMatchObject({
          code: "agreement_party_missing",
        })
        expect((await service.agreementsOf({ sellerIds: ["sel_1"] })).length).toBe(1)
      })

      it("has one number after two publish at the same moment", async () => {
        const id = await draft("A-5")
        const done = await Promise.allSettled([
          publish(id, "2026-01-01"),
          publish(id, "2026-01-01"),
        ])
        expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      })
    })

    describe("a floor", () => {
      it("is its grade's own, or else the one for every grade, for parties on their days", async () => {
        const id = await draft("F-1")
        expect(await floor()).toBeNull()
        await publish(id, "2026-03-01")
        expect(await floor()).toMatchObject({ fen_per_kg: 420, number: "F-1", version: 1 })
        expect(await floor({ grade: "三级" })).toMatchObject({ fen_per_kg: 300 })
        expect(await floor({ household_id: "hh_3" })).toBeNull()
        expect(await floor({ product_kind: "walnut" })).toBeNull()
        expect(await floor({ seller_id: "sel_2" })).toBeNull()
        expect(await floor({ on: "2026-02-28" })).toBeNull()
        expect(await floor({ on: "2027-01-01" })).toBeNull()
      })

      it("is the highest of all agreements in force, and answers in the order asked", async () => {
        await publish(await draft("F-2"), "2026-01-01")
        const better = { floors: [{ grade: "一级", fen_per_kg: 460 }] }
        await publish(await draft("F-3", better), "2026-06-01")
        const days = ["2026-10-18", "2026-02-01", "2026-10-18"]
        const floors = await service.floorsFor(days.map((on) => question({ on })))
        expect(floors.map((one) => one?.number)).toEqual(["F-3", "F-2", "F-3"])
      })
    })

    it("counts as parties whom the version of the day names", async () => {
      const id = await draft("P-1")
      await publish(id, "2026-01-01")
      await next(id, { households: [{ household_id: "hh_2", promised_g: 5_000 }] })
      await publish(id, "2026-09-01")
      const on = async (day: string) =>
        (await service.partiesOf(["sel_1"], day)).map(({ household_id }) => household_id)
      expect(await on("2026-08-31")).toEqual(["hh_1", "hh_2"])
      expect(await on("2026-09-01")).toEqual(["hh_2"])
      expect(await service.partiesOf(["sel_2"], "2026-09-01")).toEqual([])
    })

    describe("the archive", () => {
      const entry = {
        seller_id: "sel_1",
        household_id: "hh_1",
        kind: "visit" as const,
        happened_on: "2026-11-20",
        text: "看了果园",
        photos: [],
        recorded_by: "海来",
      }

      it("only grows", async () => {
        const id = await service.addToArchive(entry)
        for (const change of [
          "update archive_entry set text = 'x' where id = ?",
          "delete from archive_entry where id = ?",
        ]) {
          await expect(database().raw(change, [id])).rejects.toThrow(/append-only/)
        }
        await service.addToArchive({ ...entry, happened_on: "2026-11-21", household_id: null })
        const page = { limit: 1, offset: 0 }
        expect(await service.archiveOf({ seller_id: "sel_1" }, page)).toMatchObject({
          count: 2,
          entries: [{ happened_on: "2026-11-21" }],
        })
        const own = { seller_id: "sel_1", household_id: "hh_1" }
        expect(await service.archiveOf(own, page)).toMatchObject({ count: 1, entries: [{ id }] })
        expect(await service.archiveOf({ seller_id: "sel_2" }, page)).toMatchObject({ count: 0 })
      })

      it("takes no entry without a day or words, nor under another's agreement", async () => {
        for (const change of [{ happened_on: "2026-02-30" }, { text: " " }]) {
          await expect(service.addToArchive({ ...entry, ...change })).rejects.toMatchObject({
            code: "archive_entry_invalid",
          })
        }
        const agreement_id = await draft("R-1")
        await expect(
          service.addToArchive({ ...entry, seller_id: "sel_2", agreement_id }),
        ).rejects.toMatchObject({ code: "agreement_unknown" })
      })
    })
  },
})
