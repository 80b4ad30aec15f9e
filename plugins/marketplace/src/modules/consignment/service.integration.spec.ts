import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { CONSIGNMENT_MODULE } from "."
import type ConsignmentModuleService from "./service"
import type { NewConsignment } from "./types"

jest.setTimeout(60_000)

const YANYUAN: NewConsignment = {
  order_id: "order_1",
  display_id: 1,
  seller_id: "sel_yanyuan",
  shipping_option_id: "so_1",
  shipping_option_name: "快递",
  goods_fen: 9960,
  net_goods_fen: 9960,
  shipping_fen: 1200,
  tax_fen: 0,
  total_fen: 11_160,
  commission_basis_points: 500,
  commission_fen: 498,
  commission_rule_version: "net-goods-basis-points/1",
  commission_tax_basis_points: 600,
  commission_tax_fen: 30,
  destination_county_code: null,
  lines: [
    {
      line_item_id: "ordli_apples",
      product_id: "prod_apples",
      variant_id: "variant_apples",
      title: "盐源糖心苹果",
      variant_title: "5斤装",
      thumbnail: null,
      quantity: 2,
      unit_weight_g: 2500,
      goods_fen: 9960,
      paid_goods_fen: 9960,
    },
  ],
}
const MEIGU: NewConsignment = {
  ...YANYUAN,
  seller_id: "sel_meigu",
  shipping_option_id: "so_2",
  goods_fen: 3800,
  // The platform gave 2 yuan off: the buyer pays less, the seller sold for 40.
  net_goods_fen: 4000,
  total_fen: 5000,
  commission_fen: 200,
  commission_tax_fen: 12,
  lines: [
    {
      ...YANYUAN.lines[0]!,
      line_item_id: "ordli_chicken",
      product_id: "prod_chicken",
      goods_fen: 4000,
      paid_goods_fen: 3800,
    },
  ],
}
const DUE = 16_160

moduleIntegrationTestRunner<ConsignmentModuleService>({
  moduleName: CONSIGNMENT_MODULE,
  resolve: __dirname,
  pathToMigrations: `${__dirname}/migrations`,
  testSuite: ({ service }) => {
    const place = () => service.createForOrder([YANYUAN, MEIGU], "pay_col_1")
    const allocationsOf = async (kind: "due" | "capture" | "refund") =>
      await service.listPaymentAllocations({ kind })
    const sumOf = (rows: { amount_fen: number }[]) =>
      rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)

    describe("createForOrder", () => {
      it("writes consignments, lines and what is due on them", async () => {
        const { consignments } = await place()

        expect(consignments.map(({ seller_id }) => seller_id).sort()).toEqual([
          "sel_meigu",
          "sel_yanyuan",
        ])
        expect(consignments.every(({ lines }) => lines.length === 1)).toBe(true)
        expect(sumOf(await allocationsOf("due"))).toBe(DUE)
      })

      it("freezes the commission and the tax on it, each with its rate", async () => {
        const { consignments } = await place()

        const yanyuan = consignments.find(({ seller_id }) => seller_id === "sel_yanyuan")
        expect(yanyuan).toMatchObject({
          commission_basis_points: 500,
          commission_fen: 498,
          commission_tax_basis_points: 600,
          commission_tax_fen: 30,
        })
      })

      it("keeps an order's consignments when it is called again", async () => {
        const first = await place()
        const second = await place()

        expect(second.created_ids).toEqual([])
        expect(second.consignments.map(({ id }) => id)).toEqual(
          first.consignments.map(({ id }) => id),
        )
        expect(await allocationsOf("due")).toHaveLength(2)
      })

      it("writes one order once when it is called twice at a time", async () => {
        const results = await Promise.all([place(), place(), place()])

        expect(results.filter(({ created_ids }) => created_ids.length > 0)).toHaveLength(1)
        expect(await service.listConsignments({ order_id: "order_1" })).toHaveLength(2)
      })

      it("refuses totals that do not add up", async () => {
        const wrong = { ...YANYUAN, total_fen: YANYUAN.total_fen + 1 }
        await expect(service.createForOrder([wrong], "pay_col_1")).rejects.toThrow(
          /consignment_total_adds_up/,
        )
      })
    })

    describe("cancelForOrder", () => {
      it("leaves nothing due, and cancels once", async () => {
        const { created_ids } = await place()
        await service.cancelForOrder(created_ids)
        await service.cancelForOrder(created_ids)

        const rows = await allocationsOf("due")
        expect(rows).toHaveLength(4)
        expect(sumOf(rows)).toBe(0)
        const consignments = await service.listConsignments({ order_id: "order_1" })
        expect(consignments.map(({ status }) => status)).toEqual(["cancelled", "cancelled"])
      })
    })

    describe("allocate a capture", () => {
      const capture = (source_id: string, amount_fen: number) =>
        service.allocate({ kind: "capture", order_id: "order_1", source_id, amount_fen })

      it("gives each consignment what is due on it, and each line its net value", async () => {
        await place()
        const result = await capture("capt_1", DUE)

        expect(result.is_new).toBe(true)
        expect(byKey(result.consignments, "seller_id", "amount_fen")).toEqual({
          sel_yanyuan: 11_160,
          sel_meigu: 5000,
        })
        expect(byKey(result.lines, "line_item_id", "goods_fen_total")).toEqual({
          ordli_apples: 9960,
          ordli_chicken: 4000,
        })
      })

      it("answers a redelivered capture as before and writes nothing", async () => {
        await place()
        const first = await capture("capt_1", 5000)
        await capture("capt_2", DUE - 5000)
        const again = await capture("capt_1", 5000)

        expect(again).toEqual({ ...first, is_new: false })
        expect(await allocationsOf("capture")).toHaveLength(4)
      })

      it("ends at what is due, in however many odd parts it is captured", async () => {
        await place()
        for (const [i, amount] of [1, 3333, 7, 9999, DUE - 13_340].entries()) {
          await capture(`capt_${i}`, amount)
        }
        const consignments = await service.listOfOrder("order_1")
        const balances = await service.balancesOf(consignments.map(({ id }) => id))
        for (const { id, total_fen } of consignments) {
          expect(balances[id]).toEqual({ captured_fen: total_fen, refunded_fen: 0 })
        }
      })

      it("allocates one capture once when it is delivered twice at a time", async () => {
        await place()
        const results = await Promise.all([1, 2, 3].map(() => capture("capt_1", DUE)))

        expect(results.filter(({ is_new }) => is_new)).toHaveLength(1)
        expect(sumOf(await allocationsOf("capture"))).toBe(DUE)
      })

      it("refuses more than is due", async () => {
        await place()
        await capture("capt_1", DUE)
        await expect(capture("capt_2", 1)).rejects.toMatchObject({ code: "amount_over_due" })
      })

      it("refuses an order without consignments", async () => {
        await expect(capture("capt_1", DUE)).rejects.toMatchObject({
          code: "consignments_missing",
        })
      })
    })

    describe("allocate a refund", () => {
      const refund = (source_id: string, cumulative_fen: number) =>
        service.allocate({ kind: "refund", order_id: "order_1", source_id, cumulative_fen })

      it("ends equal when notices arrive out of order", async () => {
        await place()
        const late = await refund("ref_2", 3000)
        const early = await refund("ref_1", 1000)

        expect(sumOf(late.consignments)).toBe(3000)
        expect(early.consignments.map(({ amount_fen }) => amount_fen)).toEqual([0, 0])
        expect(early.lines).toEqual(late.lines)
      })

      it("takes back every fen of a full refund, in parts or at once", async () => {
        await place()
        await refund("ref_1", 1)
        await refund("ref_2", 4444)
        const { lines } = await refund("ref_3", DUE)

        expect(byKey(lines, "line_item_id", "goods_fen_total")).toEqual({
          ordli_apples: 9960,
          ordli_chicken: 4000,
        })
        expect(sumOf(await allocationsOf("refund"))).toBe(DUE)
      })
    })

    describe("payment allocations", () => {
      it.each(["updatePaymentAllocations", "deletePaymentAllocations"] as const)(
        "%s refuses, and says what to do instead",
        async (method) => {
          await expect(service[method]()).rejects.toMatchObject({
            type: "not_allowed",
            code: "payment_allocation_append_only",
          })
        },
      )

      it("are unique per kind, source and consignment", async () => {
        await place()
        const [due] = await allocationsOf("due")
        const copy = {
          order_id: due!.order_id,
          consignment_id: due!.consignment_id,
          kind: due!.kind,
          source_id: due!.source_id,
          amount_fen: 1,
          cumulative_fen: 1,
        }
        await expect(service.createPaymentAllocations(copy)).rejects.toThrow(/already exists/)
      })
    })
  },
})

/** Rows as an object of one field by another, so that a test does not depend on their order. */
function byKey<T extends object>(rows: T[], key: keyof T, value: keyof T) {
  return Object.fromEntries(rows.map((row) => [row[key], row[value]])) as Record<string, unknown>
}
