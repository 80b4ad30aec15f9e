import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { SellerLotSheet } from "@shangxing/provenance/types/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { buyer, refusalOf } from "../support/buyer"
import { harvestLot } from "../support/grower"
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
    const moved: { order_id: string; line_item_id: string; units: number }[] = []

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
      container.resolve(Modules.EVENT_BUS).subscribe("allocation.moved", async ({ data }) => {
        moved.push(data as (typeof moved)[number])
      })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
      stranger = await signIn(api, "member", "clerk.huili@test.local")
    })

    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const certificate = { number: "DEMO-9", issued_on: today, tests: "农残速测未检出" }
    const act = async (id: string, verb: string, body: object = {}): Promise<SellerLotSheet> =>
      (await clerk.post(`/seller/lots/${id}/${verb}`, body)).lot
    const code = async (call: Promise<unknown>) => (await refusalOf(call)).data.code
    const blend = (change: object = {}) => ({
      code: "BLEND-1",
      product_kind: "apple",
      grade: "混",
      expires_on: "2027-04-01",
      delivery_ids: [],
      input_lots: [{ lot_id: plain, net_g: 10_000 }],
      unattributed_g: 2_000,
      ...change,
    })
    const make = async (change: object = {}): Promise<SellerLotSheet> =>
      (await clerk.post("/seller/lots", blend(change))).lot

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
        expect(await code(make({ ...dried, code: "DRY-1", net_g: 1_801 }))).toBe("lot_output_over")
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
        expect(await code(make({ code: "NEVER-1", ...change }))).toBe(refusal)
      })

      it("refuses more of a lot than is left of it, and a process that nobody has", async () => {
        const all = { code: "NEVER-2", input_lots: [{ lot_id: plain, net_g: 50_001 }] }
        expect(await code(make(all))).toBe("lot_input_over")
        const process = { name: "x", product_kind: "apple", max_yield_basis_points: 20_001 }
        expect(await code(clerk.post("/seller/lots/processes", process))).toBe("process_invalid")
      })
    })

    describe("a certificate", () => {
      it("is needed to list, given once, and in time", async () => {
        expect(await code(act(plain, "list"))).toBe("certificate_missing")
        const early = { ...certificate, issued_on: "2026-10-31" }
        expect(await code(act(plain, "certificate", early))).toBe("certificate_too_early")
        const blank = { ...certificate, number: " " }
        expect(await code(act(plain, "certificate", blank))).toBe("certificate_invalid")
        expect(await act(plain, "certificate", certificate)).toMatchObject({ certificate })
        expect(await code(act(plain, "certificate", certificate))).toBe("certificate_kept")
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
        const inherited = { ...certificate, number: "DEMO-second-1" }
        expect(await code(act(mixed.id, "certificate", inherited))).toBe("certificate_reused")
        const old = { ...certificate, number: "DEMO-10", issued_on: "2026-11-02" }
        expect(await code(act(mixed.id, "certificate", old))).toBe("certificate_too_early")
        await act(mixed.id, "certificate", { ...certificate, number: "DEMO-10" })
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
        const sheet = await act(plain, "certificate", { ...certificate, file_url })
        expect(sheet.certificate).toMatchObject({ file_url })
      })

      it.each([
        ["certificate_file_active", pdf("2 0 obj\n<</S/J#61vaScript/JS(x)>>\nendobj\n")],
        ["certificate_file_locked", pdf("2 0 obj\n<</Encrypt 3 0 R>>\nendobj\n")],
        ["certificate_file_broken", `${pdf()}<html><script>alert(1)</script></html>`],
        ["certificate_file_unknown", `<html>${pdf()}`],
      ])("is refused as %s", async (refusal, content) => {
        expect(await code(upload(content))).toBe(refusal)
      })

      it("lies here, and nowhere else", async () => {
        const file_url = "https://elsewhere.example/a.pdf"
        expect(await code(act(plain, "certificate", { ...certificate, file_url }))).toBe(
          "certificate_file_foreign",
        )
      })
    })

    describe("the store-room", () => {
      const variant = () => scene.apples.variantId

      async function stockSecond(): Promise<void> {
        await act(second, "pack", { variant_id: variant(), units: 10 })
        await act(second, "list")
      }

      /** An order of three packs, allocated to the lot that expires first. */
      async function order() {
        const wanted = [{ variantId: variant(), quantity: 3 }]
        const { orderId } = await buyer(api, scene.shop).buy(wanted)
        const [held] = await modules.lots(container).listLotAllocations({ order_id: orderId })
        return { orderId, held: held! }
      }

      const move = (line_item_id: string, change: object = {}) =>
        act(scene.apples.lotId, "moves", {
          ...{ line_item_id, to_lot_id: second, units: 2, reason: "拣货用了后一批" },
          ...change,
        })

      it("packs, loses and counts what is left", async () => {
        const before = await act(second, "pack", { variant_id: variant(), units: 10 })
        expect(before.packs).toMatchObject([{ packed_units: 10, free_units: 10, unit_g: 2500 }])
        expect(await code(act(second, "pack", { variant_id: variant(), units: 99 }))).toBe(
          "lot_packed_over",
        )
        expect(await code(act(second, "pack", { variant_id: "variant_none", units: 1 }))).toBe(
          "pack_unknown",
        )
        const crushed = { variant_id: variant(), units: 2, reason: "压坏了" }
        const after = await act(second, "damage", crushed)
        expect(after.packs).toMatchObject([{ free_units: 8, damaged_units: 2 }])
        const rotten = await act(second, "damage", { grams: 1_000, reason: "烂果" })
        expect(rotten.unpacked_g).toBe(after.unpacked_g - 1_000)
        expect(await code(act(second, "damage", { ...crushed, units: 9 }))).toBe("damage_over")
        expect(await code(act(second, "damage", { grams: 99_999_999, reason: "x" }))).toBe(
          "damage_over",
        )
        expect(await code(act(second, "damage", { grams: 1, reason: " " }))).toBe("damage_invalid")
        expect(await code(act(second, "damage", { grams: 0, reason: "x" }))).toBe("damage_invalid")
        await act(second, "list")
      })

      it("moves what an order holds to the lot that was picked, and keeps a record", async () => {
        await stockSecond()
        const lots = modules.lots(container)
        const { orderId, held } = await order()
        expect(held).toMatchObject({ lot_id: scene.apples.lotId, units: 3 })
        const id = held.line_item_id
        expect(await code(move(id, { units: 0 }))).toBe("move_units_invalid")
        expect(await code(move(id, { units: 4 }))).toBe("move_units_over")
        expect(await code(move(id, { reason: " " }))).toBe("move_reason_missing")
        expect(await code(move(id, { to_lot_id: scene.apples.lotId }))).toBe("move_same_lot")
        expect(await code(move(id, { to_lot_id: "lot_none" }))).toBe("lot_unknown")
        expect(await code(move("ordli_none"))).toBe("allocation_unknown")
        const short = await harvestLot(container, scene.apples, { code: "short-1", grams: 2_500 })
        await act(short, "pack", { variant_id: variant(), units: 1 })
        expect(await code(move(id, { to_lot_id: short }))).toBe("move_target_unsellable")
        await act(short, "list")
        expect(await code(move(id, { to_lot_id: short }))).toBe("move_target_short")

        const sheet = await move(id)
        expect(sheet.moves).toMatchObject([{ order_id: orderId, units: 2, to_code: "second-1" }])
        const allocations = await lots.allocationsOf([id])
        expect(allocations.map(({ lot_id, units }) => [lot_id, units]).sort()).toEqual(
          [
            [scene.apples.lotId, 1],
            [second, 2],
          ].sort(),
        )
        expect(moved).toMatchObject([{ order_id: orderId, line_item_id: id, units: 2 }])
        const [record] = await lots.listLotAllocationMoves({ order_id: orderId })
        await expect(lots.updateLotAllocationMoves({ id: record!.id, units: 1 })).rejects.toThrow(
          /append-only/,
        )
      })

      it("lists whom to call when a lot is recalled, also as a table", async () => {
        await stockSecond()
        await make({ code: "MIX-2", input_lots: [{ lot_id: second, net_g: 5_000 }] })
        await move((await order()).held.line_item_id)
        const recalled = await act(second, "recall")
        expect(recalled.status).toBe("recalled")
        const { orders, buyer_count } = await clerk.get(`/seller/lots/${second}/orders`)
        expect(buyer_count).toBe(1)
        expect(orders).toMatchObject([
          {
            lot_code: "second-1",
            units: 2,
            grams: 5000,
            is_shipped: false,
            buyer: { name: "周敏", phone: "13800138000", email: "buyer@test.local" },
          },
        ])
        const table = (await clerk.get(`/seller/lots/${second}/orders?format=csv`)) as string
        expect(table).toContain('"周敏","13800138000"')
        expect(await code(act(second, "list"))).toBe("lot_recalled")
        const mixed = (await clerk.get("/seller/lots?limit=200")).lots.find(
          (lot: { code: string }) => lot.code === "MIX-2",
        )
        expect(mixed.status).toBe("recalled")
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
        () => stranger.post(`/seller/lots/${id}/certificate`, certificate),
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
