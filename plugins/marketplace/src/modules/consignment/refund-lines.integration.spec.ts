import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { CONSIGNMENT_MODULE } from "."
import type ConsignmentModuleService from "./service"
import type { NamedCharge, NewConsignment } from "./types"

jest.setTimeout(60_000)

const LINE = {
  product_id: "prod_1",
  variant_id: "variant_1",
  title: "盐源糖心苹果",
  variant_title: "5斤装",
  thumbnail: null,
  quantity: 2,
  unit_weight_g: 2500,
}
/** 60 yuan of red apples, 20 of green (the platform gave 2 off), 10 of freight. */
const PARCEL: NewConsignment = {
  order_id: "order_1",
  display_id: 1,
  seller_id: "sel_yanyuan",
  shipping_option_id: "so_1",
  shipping_option_name: "快递",
  goods_fen: 8000,
  net_goods_fen: 8200,
  shipping_fen: 1000,
  tax_fen: 0,
  total_fen: 9000,
  commission_basis_points: 500,
  commission_fen: 410,
  commission_rule_version: "net-goods-basis-points/1",
  commission_tax_basis_points: 600,
  commission_tax_fen: 25,
  destination_county_code: null,
  lines: [
    { ...LINE, line_item_id: "red", goods_fen: 6000, paid_goods_fen: 6000 },
    { ...LINE, line_item_id: "green", goods_fen: 2200, paid_goods_fen: 2000 },
  ],
}

moduleIntegrationTestRunner<ConsignmentModuleService>({
  moduleName: CONSIGNMENT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    let id: string

    beforeEach(async () => {
      const { created_ids } = await service.createForOrder([PARCEL], "pay_col_1")
      id = created_ids[0]!
      await service.allocate({
        kind: "capture",
        order_id: "order_1",
        source_id: "capt_1",
        amount_fen: 9000,
      })
    })

    const refund = (source_id: string, amount_fen: number, charges: NamedCharge[] = []) =>
      service.allocate({
        kind: "refund",
        order_id: "order_1",
        source_id,
        amount_fen,
        consignment_ids: [id],
        charges,
      })
    const refunded = async () =>
      Object.fromEntries(
        (await service.chargesOf([id]))[id]!.map((one) => [
          one.id.replace(id, ""),
          one.refunded_fen,
        ]),
      )
    const totals = (lines: { line_item_id: string; goods_fen_total: number }[]) =>
      Object.fromEntries(lines.map((line) => [line.line_item_id, line.goods_fen_total]))

    it("takes a refund that names a line from its goods alone", async () => {
      const { lines, consignments } = await refund("ref_1", 1000, [
        { id: "green", amount_fen: 1000 },
      ])
      expect(totals(lines)).toEqual({ red: 0, green: 1100 })
      expect(await refunded()).toMatchObject({ red: 0, green: 1000, "/shipping": 0 })
      expect(consignments[0]).toMatchObject({
        amount_fen: 1000,
        goods: { before: null, after: { netFen: 1100, paidFen: 1000, allNetFen: 8200 } },
      })
    })

    it("answers a refund that is told again as before, whatever came meanwhile", async () => {
      const first = await refund("ref_1", 1000, [{ id: "green", amount_fen: 1000 }])
      await refund("ref_2", 500, [{ id: `${id}/shipping`, amount_fen: 500 }])
      expect(await refund("ref_1", 1000)).toEqual({ ...first, is_new: false })
    })

    it("spreads what is not named over what is open, and ends at every due", async () => {
      await refund("ref_1", 2000, [{ id: "green", amount_fen: 2000 }])
      await refund("ref_2", 700)
      expect(await refunded()).toMatchObject({ red: 600, green: 2000, "/shipping": 100 })
      const { lines, consignments } = await refund("ref_3", 6300)
      expect(totals(lines)).toEqual({ red: 6000, green: 2200 })
      expect(consignments[0]!.goods!.after).toEqual({
        netFen: 8200,
        paidFen: 8000,
        allNetFen: 8200,
      })
      expect(await service.standingGoods("order_1")).toBe(0)
    })

    it("restores exactly what a failed refund took, also after others", async () => {
      await refund("ref_1", 300, [{ id: "red", amount_fen: 300 }])
      const { lines } = await refund("ref_2", 1000, [{ id: "green", amount_fen: 1000 }])
      await refund("ref_3", 770)
      const before = await refunded()
      const back = await service.giveBack("order_1", "ref_2")
      expect(await refunded()).toEqual({ ...before, green: before.green! - 1000 })
      const green = back!.lines.find(({ line_item_id }) => line_item_id === "green")!
      expect(green.given_back_fen_total).toBe(totals(lines).green)
      expect(await service.giveBack("order_1", "ref_2")).toMatchObject({ is_new: false })
      const end = await refund("ref_4", 9000 - 1070)
      expect(totals(end.lines)).toEqual({ red: 6000, green: 2200 })
    })

    it("foresees what a refund will do, and writes nothing", async () => {
      const asked = {
        kind: "refund" as const,
        order_id: "order_1",
        source_id: "foreseen",
        amount_fen: 1000,
        consignment_ids: [id],
        charges: [{ id: "green", amount_fen: 1000 }],
      }
      const { goods } = await service.foreseeShare(asked, id)
      expect(goods!.after).toMatchObject({ netFen: 1100, paidFen: 1000 })
      expect(await refunded()).toMatchObject({ green: 0 })
    })

    describe("with refunds from before their charges were kept", () => {
      const before = (source_id: string, amount_fen: number, outcome: object | null) =>
        service.createPaymentAllocations({
          order_id: "order_1",
          consignment_id: id,
          kind: "refund",
          source_id,
          amount_fen,
          cumulative_fen: amount_fen,
          outcome: outcome as Record<string, unknown> | null,
        })

      it("reads goods that were kept in the code's spelling, and keeps them in the column's", async () => {
        const netGoods = { netFen: 1100, paidFen: 1000, allNetFen: 8200 }
        await before("ref_first", 1000, {
          ...{ total_fen: 1000, lines: [], charges: { green: 1000 } },
          goods: { before: null, after: netGoods },
        })
        const { consignments } = await refund("ref_first", 1000)
        expect(consignments[0]!.goods).toEqual({ before: null, after: netGoods })
        await refund("ref_1", 1000, [{ id: "green", amount_fen: 1000 }])
        const [row] = await service.listPaymentAllocations({ source_id: "ref_1" })
        expect(row!.outcome).toMatchObject({
          goods: {
            before: { net_fen: 1100, paid_fen: 1000, all_net_fen: 8200 },
            after: { net_fen: 2200, paid_fen: 2000, all_net_fen: 8200 },
          },
        })
        expect(await service.listShares("refund")).toMatchObject([
          { source_id: "ref_first", total_fen: 1000, goods: { before: null, after: netGoods } },
          { source_id: "ref_1", amount_fen: 1000, total_fen: 2000, goods: { before: netGoods } },
        ])
      })

      it("counts them in proportion, and still ends at every due", async () => {
        await before("ref_old", 450, null)
        await before("ref_older", 450, { total_fen: 900, lines: [] })
        expect(await refunded()).toMatchObject({ red: 600, green: 200, "/shipping": 100 })
        const { consignments } = await refund("ref_1", 1800, [{ id: "green", amount_fen: 1800 }])
        expect(consignments[0]!.goods!.before).toBeNull()
        const { lines } = await refund("ref_2", 9000 - 2700)
        expect(totals(lines)).toEqual({ red: 6000, green: 2200 })
      })

      it("gives one back in proportion, as it was booked, or else what it took", async () => {
        await before("ref_old", 900, null)
        await before("ref_older", 90, null)
        const back = await service.giveBack("order_1", "ref_older")
        expect(back!.consignments[0]).toMatchObject({ amount_fen: -90, total_fen: 900 })
        expect(back!.consignments[0]!.goods).toBeUndefined()
        await refund("ref_1", 1800, [{ id: "green", amount_fen: 1800 }])
        await service.giveBack("order_1", "ref_old")
        expect(await refunded()).toMatchObject({ red: 0, green: 1800, "/shipping": 0 })
      })
    })
  },
})
