import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { agreementOf } from "../support/agreement"
import { refusalOf } from "../support/buyer"
import { setScene, type Scene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let stranger: Desk

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employ(container, scene.pomegranates.sellerId, "clerk.huili@test.local")
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      stranger = await signIn(api, "member", "clerk.huili@test.local")
    })

    const draft = async (number: string, change = {}) =>
      (await clerk.post("/seller/agreements", agreementOf(number, change))).agreement
    const publish = async (id: string, effective_from: string) =>
      (await clerk.post(`/seller/agreements/${id}/publish`, { effective_from })).agreement
    const code = async (call: Promise<unknown>) => (await refusalOf(call)).data.code

    it.each<[string, object]>([
      ["agreement_term_invalid", { ends_on: "2025-01-01" }],
      ["agreement_party_missing", { responsible_person: " " }],
      ["agreement_floor_invalid", { floors: [{ grade: null, fen_per_kg: 0 }] }],
      ["agreement_rebate_invalid", { rebate_kind: "basis_points", rebate_value: 10_001 }],
      ["agreement_promise_invalid", { households: [{ household_id: "hh_yy1", promised_g: 0.5 }] }],
      ["agreement_household_unknown", { households: [{ household_id: "hh_hl1", promised_g: 1 }] }],
    ])("refuses terms with %s, and keeps nothing", async (refusal, change) => {
      expect(await code(draft(`NO-${refusal}`, change))).toBe(refusal)
      const { agreements } = await clerk.get("/seller/agreements")
      expect(agreements.map(({ number }: { number: string }) => number)).not.toContain(
        `NO-${refusal}`,
      )
    })

    it("keeps a published version, and supersedes it from a day on", async () => {
      const { id } = await draft("YY-1")
      expect(await code(draft("YY-1"))).toBe("agreement_number_taken")
      await clerk.post(
        `/seller/agreements/${id}/versions`,
        agreementOf("", { note: "改了一次" }).terms,
      )
      expect(await publish(id, "2026-01-01")).toMatchObject({
        in_force: 1,
        promised_g: 2_000_000,
        versions: [{ version: 1, status: "published", note: "改了一次" }],
      })
      expect(await code(publish(id, "2026-02-01"))).toBe("agreement_version_published")
      const raised = { floors: [{ grade: null, fen_per_kg: 500 }] }
      await clerk.post(`/seller/agreements/${id}/versions`, agreementOf("", raised).terms)
      expect(await code(publish(id, "2026-01-01"))).toBe("agreement_effective_invalid")
      await publish(id, "2026-06-01")
      const question = {
        seller_id: scene.apples.sellerId,
        household_id: "hh_yy1",
        product_kind: "apple",
        grade: "一级",
      }
      const floors = await modules
        .agreements(container)
        .floorsFor(["2025-12-31", "2026-05-31", "2026-06-01"].map((on) => ({ ...question, on })))
      expect(floors.map((floor) => floor?.fen_per_kg ?? null)).toEqual([null, 420, 500])
    })

    it("can't be changed behind its back, not even in the database", async () => {
      const { id } = await draft("YY-2")
      const { versions } = await publish(id, "2026-01-01")
      const service = modules.agreements(container)
      const change = { id: versions[0].id, responsible_person: "别人" }
      await expect(service.updateAgreementVersions(change)).rejects.toThrow(/never changes/)
      const [party] = await service.listAgreementHouseholds({ version_id: versions[0].id })
      await expect(
        service.updateAgreementHouseholds({ id: party!.id, promised_g: 1 }),
      ).rejects.toThrow(/keeps its households/)
    })

    it("prints one page to sign", async () => {
      const { id } = await draft("YY-3")
      const { data, headers } = (await api.get(`/seller/agreements/${id}/form`, {
        headers: clerk.headers,
        responseType: "arraybuffer",
      })) as unknown as { data: ArrayBuffer; headers: Record<string, string> }
      expect(headers["content-type"]).toMatch("application/pdf")
      const pdf = Buffer.from(data).toString("latin1")
      expect(pdf.startsWith("%PDF-")).toBe(true)
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    })

    it("is nobody else's business", async () => {
      const { id } = await draft("YY-4")
      const calls = [
        () => stranger.get(`/seller/agreements/${id}`),
        () => stranger.get(`/seller/agreements/${id}/form`),
        () => stranger.post(`/seller/agreements/${id}/publish`, { effective_from: "2026-01-01" }),
      ]
      for (const call of calls) {
        expect(await refusalOf(call())).toMatchObject({
          status: 404,
          data: { code: "agreement_unknown" },
        })
      }
    })

    describe("the archive", () => {
      const visit = {
        household_id: "hh_yy1",
        kind: "visit",
        happened_on: "2026-11-20",
        text: "看了果园，教了疏果",
        photos: [] as string[],
      }

      it("only grows", async () => {
        const { id } = await clerk.post("/seller/archive", visit)
        const { entries } = await clerk.get("/seller/archive?household_id=hh_yy1")
        expect(entries).toMatchObject([{ id, masked_name: "阿木 **", recorded_by: "李秀英" }])
        const service = modules.agreements(container)
        await expect(service.updateArchiveEntries({ id, text: "没去" })).rejects.toThrow(
          /append-only/,
        )
        await expect(service.deleteArchiveEntries(id)).rejects.toThrow(/append-only/)
        expect((await stranger.get("/seller/archive")).count).toBe(0)
      })

      it.each<[string, object]>([
        ["archive_entry_invalid", { happened_on: "2026-02-30" }],
        ["archive_entry_invalid", { text: " " }],
        ["archive_photo_foreign", { photos: ["https://elsewhere.example/a.jpg"] }],
        ["household_not_party", { household_id: "hh_hl1" }],
        ["agreement_unknown", { agreement_id: "agr_other" }],
      ])("refuses %s: %j", async (refusal, change) => {
        expect(await code(clerk.post("/seller/archive", { ...visit, ...change }))).toBe(refusal)
      })
    })
  },
})
