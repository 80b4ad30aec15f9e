import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { buyer } from "../support/buyer"
import { harvestLot } from "../support/grower"
import { lotDesk } from "../support/lot-desk"
import { setScene, type Scene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let scene: Scene
    let container: MedusaContainer
    let clerk: Desk
    let second: string
    const moved: { order_id: string; line_item_id: string; units: number }[] = []

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      await employ(container, scene.apples.sellerId, "clerk.yanyuan@test.local")
      second = await harvestLot(container, scene.apples, { code: "second-1", grams: 50_000 })
      container.resolve(Modules.EVENT_BUS).subscribe("allocation.moved", async ({ data }) => {
        moved.push(data as (typeof moved)[number])
      })
    })

    beforeEach(async () => {
      container = getContainer()
      clerk = await signIn(api, "member", "clerk.yanyuan@test.local")
    })

    const { act, make, codeOf } = lotDesk(() => ({ clerk, lotId: second }))

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
        expect(await codeOf(act(second, "pack", { variant_id: variant(), units: 99 }))).toBe(
          "lot_packed_over",
        )
        expect(await codeOf(act(second, "pack", { variant_id: "variant_none", units: 1 }))).toBe(
          "pack_unknown",
        )
        const crushed = { variant_id: variant(), units: 2, reason: "压坏了" }
        const after = await act(second, "damage", crushed)
        expect(after.packs).toMatchObject([{ free_units: 8, damaged_units: 2 }])
        const rotten = await act(second, "damage", { grams: 1_000, reason: "烂果" })
        expect(rotten.unpacked_g).toBe(after.unpacked_g - 1_000)
        expect(await codeOf(act(second, "damage", { ...crushed, units: 9 }))).toBe("damage_over")
        expect(await codeOf(act(second, "damage", { grams: 99_999_999, reason: "x" }))).toBe(
          "damage_over",
        )
        expect(await codeOf(act(second, "damage", { grams: 1, reason: " " }))).toBe(
          "damage_invalid",
        )
        expect(await codeOf(act(second, "damage", { grams: 0, reason: "x" }))).toBe(
          "damage_invalid",
        )
        await act(second, "list")
      })

      it("moves what an order holds to the lot that was picked, and keeps a record", async () => {
        await stockSecond()
        const lots = modules.lots(container)
        const { orderId, held } = await order()
        expect(held).toMatchObject({ lot_id: scene.apples.lotId, units: 3 })
        const id = held.line_item_id
        expect(await codeOf(move(id, { units: 0 }))).toBe("move_units_invalid")
        expect(await codeOf(move(id, { units: 4 }))).toBe("move_units_over")
        expect(await codeOf(move(id, { reason: " " }))).toBe("move_reason_missing")
        expect(await codeOf(move(id, { to_lot_id: scene.apples.lotId }))).toBe("move_same_lot")
        expect(await codeOf(move(id, { to_lot_id: "lot_none" }))).toBe("lot_unknown")
        expect(await codeOf(move("ordli_none"))).toBe("allocation_unknown")
        const short = await harvestLot(container, scene.apples, { code: "short-1", grams: 2_500 })
        await act(short, "pack", { variant_id: variant(), units: 1 })
        expect(await codeOf(move(id, { to_lot_id: short }))).toBe("move_target_unsellable")
        await act(short, "list")
        expect(await codeOf(move(id, { to_lot_id: short }))).toBe("move_target_short")

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
        expect(await codeOf(act(second, "list"))).toBe("lot_recalled")
        const mixed = (await clerk.get("/seller/lots?limit=200")).lots.find(
          (lot: { code: string }) => lot.code === "MIX-2",
        )
        expect(mixed.status).toBe("recalled")
      })
    })
  },
})
