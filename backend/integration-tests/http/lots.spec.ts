import type { MedusaContainer } from "@medusajs/framework/types"
import type { SellerLotSheet } from "@shangxing/provenance/types/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { refusalOf } from "../support/buyer"
import { harvestLot } from "../support/grower"
import { CERTIFICATE, lotDesk } from "../support/lot-desk"
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
    let plain: string
    let second: string

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      await employ(container, scene.pomegranates.sellerId, "clerk.huili@test.local")
      plain = await harvestLot(container, scene.apples, {
        code: "plain-1",
        grams: 50_000,
        isCertified: false,
      })
      second = await harvestLot(container, scene.apples, { code: "second-1", grams: 50_000 })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      stranger = await signIn(api, "member", "clerk.huili@test.local")
    })

    const { act, make, codeOf } = lotDesk(() => ({ clerk, lotId: plain }))

    describe("making a lot", () => {
      it("keeps what is unknown unattributed, and names its households differently in each lot", async () => {
        const lot = await make()
        expect(lot).toMatchObject({ status: "sealed", net_g: 12_000, unattributed_g: 2_000 })
        expect(lot.shares.map(({ basis_points }) => basis_points)).toEqual([8333, 1667])
        const source = (await clerk.get(`/seller/lots/${plain}`)).lot as SellerLotSheet
        expect(lot.shares[0]!.pseudonym).not.toBe(source.shares[0]!.pseudonym)
        expect(lot.shares[1]).toMatchObject({ pseudonym: null, masked_name: null })
      })

      it("holds a process to the yield that it declared", async () => {
        const { processes } = await clerk.post("/seller/lots/processes", {
          name: "烘干",
          product_kind: "apple",
          max_yield_basis_points: 1800,
        })
        const dried = { process_id: processes.at(-1).id, unattributed_g: 0 }
        expect(await codeOf(make({ ...dried, code: "DRY-1", net_g: 1_801 }))).toBe(
          "lot_output_over",
        )
        expect(await make({ ...dried, code: "DRY-1", net_g: 1_800 })).toMatchObject({
          process: { name: "烘干", max_yield_basis_points: 1800 },
          input_g: 10_000,
        })
      })

      it.each<[string, object]>([
        ["lot_code_taken", { code: "second-1" }],
        ["lot_unknown", { input_lots: [{ lot_id: "lot_none", net_g: 1 }] }],
        ["delivery_unknown", { delivery_ids: ["dlv_none"] }],
        ["process_unknown", { process_id: "lpr_none" }],
        ["lot_output_over", { net_g: 12_001 }],
        ["lot_empty", { input_lots: [], unattributed_g: 0 }],
      ])("refuses %s: %j", async (refusal, change) => {
        expect(await codeOf(make({ code: "NEVER-1", ...change }))).toBe(refusal)
      })

      it("refuses more of a lot than is left of it, and a process that nobody has", async () => {
        const all = { code: "NEVER-2", input_lots: [{ lot_id: plain, net_g: 50_001 }] }
        expect(await codeOf(make(all))).toBe("lot_input_over")
        const process = { name: "x", product_kind: "apple", max_yield_basis_points: 20_001 }
        expect(await codeOf(clerk.post("/seller/lots/processes", process))).toBe("process_invalid")
      })
    })

    describe("a certificate", () => {
      it("is needed to list, given once, and in time", async () => {
        expect(await codeOf(act(plain, "list"))).toBe("certificate_missing")
        const early = { ...CERTIFICATE, issued_on: "2026-10-31" }
        expect(await codeOf(act(plain, "certificate", early))).toBe("certificate_too_early")
        const blank = { ...CERTIFICATE, number: " " }
        expect(await codeOf(act(plain, "certificate", blank))).toBe("certificate_invalid")
        expect(await act(plain, "certificate", CERTIFICATE)).toMatchObject({
          certificate: CERTIFICATE,
        })
        expect(await codeOf(act(plain, "certificate", CERTIFICATE))).toBe("certificate_kept")
        expect(await act(plain, "list")).toMatchObject({ status: "listed" })
      })

      it("is a new one for a lot that mixes two producers", async () => {
        const foreign = await harvestLot(container, scene.pomegranates, {
          code: "foreign-1",
          grams: 20_000,
        })
        const mixed = await make({
          code: "MIX-1",
          input_lots: [
            { lot_id: second, net_g: 5_000 },
            { lot_id: foreign, net_g: 5_000 },
          ],
        })
        const inherited = { ...CERTIFICATE, number: "DEMO-second-1" }
        expect(await codeOf(act(mixed.id, "certificate", inherited))).toBe("certificate_reused")
        const old = { ...CERTIFICATE, number: "DEMO-10", issued_on: "2026-11-02" }
        expect(await codeOf(act(mixed.id, "certificate", old))).toBe("certificate_too_early")
        await act(mixed.id, "certificate", { ...CERTIFICATE, number: "DEMO-10" })
        expect(await act(mixed.id, "list")).toMatchObject({ status: "listed" })
      })
    })

    describe("a certificate's file", () => {
      const pdf = (object = "") => `%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n${object}%%EOF\n`
      const upload = async (content: string) => {
        const form = new FormData()
        form.append("files", new Blob([content], { type: "application/pdf" }), "证.pdf")
        const path = "/seller/certificate-files"
        return (await api.post(path, form, { headers: clerk.headers })).data.files[0].url as string
      }

      it("is a plain PDF, saved by whoever asks for it and opened by no browser", async () => {
        const file_url = await upload(pdf())
        const { headers } = await api.get(new URL(file_url).pathname)
        expect(headers).toMatchObject({
          "content-type": "application/pdf",
          "content-disposition": "attachment",
          "x-content-type-options": "nosniff",
        })
        const sheet = await act(plain, "certificate", { ...CERTIFICATE, file_url })
        expect(sheet.certificate).toMatchObject({ file_url })
      })

      it.each([
        ["certificate_file_active", pdf("2 0 obj\n<</S/J#61vaScript/JS(x)>>\nendobj\n")],
        ["certificate_file_locked", pdf("2 0 obj\n<</Encrypt 3 0 R>>\nendobj\n")],
        ["certificate_file_broken", `${pdf()}<html><script>alert(1)</script></html>`],
        ["certificate_file_unknown", `<html>${pdf()}`],
      ])("is refused as %s", async (refusal, content) => {
        expect(await codeOf(upload(content))).toBe(refusal)
      })

      it("lies here, and nowhere else", async () => {
        const file_url = "https://elsewhere.example/a.pdf"
        expect(await codeOf(act(plain, "certificate", { ...CERTIFICATE, file_url }))).toBe(
          "certificate_file_foreign",
        )
      })
    })

    it("is nobody else's business", async () => {
      const id = scene.apples.lotId
      const calls = [
        () => stranger.get(`/seller/lots/${id}`),
        () => stranger.get(`/seller/lots/${id}/orders`),
        () => stranger.post(`/seller/lots/${id}/recall`),
        () => stranger.post(`/seller/lots/${id}/list`),
        () => stranger.post(`/seller/lots/${id}/damage`, { grams: 1, reason: "x" }),
        () => stranger.post(`/seller/lots/${id}/certificate`, CERTIFICATE),
      ]
      for (const call of calls) {
        expect(await refusalOf(call())).toMatchObject({
          status: 404,
          data: { code: "lot_unknown" },
        })
      }
    })
  },
})
