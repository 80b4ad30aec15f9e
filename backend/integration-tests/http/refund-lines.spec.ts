import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import bookMissedPayments from "../../src/jobs/book-missed-payments"
import { bookOrderPayments } from "../../src/workflows/book-payment"
import { refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { growBeside, type Grower } from "../support/grower"
import {
  consignmentsBySeller,
  expectReconciled,
  expectSound,
  fundsBook,
  paidOrder,
} from "../support/money"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"
import { type Desk, employ, signIn } from "../support/staff"

jest.setTimeout(180_000)

/** Two lines of one seller: red apples of four households, green ones of two others; one freight. */
const redFen = 6800
const greenFen = 3300
const freightFen = 1200
const totalFen = redFen + greenFen + freightFen

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let container: MedusaContainer
    let scene: Scene
    let green: Grower

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
      green = await growBeside(container, scene.apples, {
        handle: "yanyuan-green-apples",
        gtin: "09521234000037",
        priceFen: greenFen,
        units: 20,
        households: [
          { id: "hh_gr1", isEnrolled: true, grams: 71_001 },
          { id: "hh_gr2", isEnrolled: true, grams: 48_777 },
        ],
      })
      await employ(container, scene.apples.sellerId, "clerk.apples@test.local")
    })

    let clerk: Desk
    let orderId: string
    let intentId: string
    let parcel: string
    let heldBefore: number
    const line = { red: "", green: "" }

    beforeEach(async () => {
      container = getContainer()
      heldBefore = await modules.connect(container).heldByPlatform("cny")
      clerk = await signIn(api, "member", "clerk.apples@test.local")
      const stage = { api, shop: scene.shop, bank, utils, container }
      const wanted = [scene.apples, green].map(({ variantId }) => ({ variantId, quantity: 1 }))
      ;({ orderId, intentId } = await paidOrder(stage, wanted))
      const consignment = (await consignmentsBySeller(container, orderId)).get(
        scene.apples.sellerId,
      )!
      parcel = consignment.id
      for (const { line_item_id, variant_id } of consignment.lines) {
        line[variant_id === green.variantId ? "green" : "red"] = line_item_id
      }
    })

    const refund = (amount_fen: number, more: object = {}) =>
      clerk.post(`/seller/consignments/${parcel}/refund`, {
        amount_fen,
        reason: "三个果子坏了",
        ...more,
      })
    const ofGreen = (amount_fen: number) => ({
      lines: [{ line_item_id: line.green, amount_fen }],
    })
    const preview = async (body: object) =>
      (await clerk.post(`/seller/consignments/${parcel}/refund/preview`, body)).preview
    /** What every household stands at after this order, from the raw entries. */
    const households = async () => {
      const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows } = (await sql.raw(
        `select e.household_id as id, sum(e.amount_fen)::int as fen
           from ledger_entry e
           join ledger_transaction t on t.id = e.transaction_id and t.county_code = e.county_code
          where t.order_id = ? and e.household_id is not null group by e.household_id`,
        [orderId],
      )) as { rows: { id: string; fen: number }[] }
      return new Map(rows.map(({ id, fen }) => [id, Math.abs(fen)]))
    }
    const sumOf = async (prefix: string) =>
      [...(await households())]
        .filter(([id]) => id.startsWith(prefix))
        .reduce((sum, [, fen]) => sum + fen, 0)
    const refunded = async () => {
      const charges = (await modules.consignments(container).chargesOf([parcel]))[parcel]!
      const of = (id: string) => charges.find((one) => one.id === id)!.refunded_fen
      return { red: of(line.red), green: of(line.green), freight: of(`${parcel}/shipping`) }
    }
    const commission = async () => 0 - (await fundsBook(container)).of("commission_income")
    const expectOrderReconciled = () => expectReconciled(container, utils, orderId)

    it("takes a refund of one line from its households alone, and its commission with it", async () => {
      const before = await households()
      expect([await sumOf("hh_yy"), await sumOf("hh_gr")]).toEqual([redFen, greenFen])
      const rate = (await modules.consignments(container).retrieveConsignment(parcel))
        .commission_basis_points
      const charged = await commission()

      const told = await preview({ lines: [{ line_item_id: line.green, grams: 300 }] })
      const amount = Math.round((greenFen * 300) / 2500)
      expect(told).toMatchObject({ amount_fen: amount, lines: ofGreen(amount).lines })
      const owed = await modules.ledger(container).sellerBalance(scene.apples.sellerId)
      await refund(told.amount_fen, { lines: told.lines })
      const left = await modules.ledger(container).sellerBalance(scene.apples.sellerId)

      expect(await refunded()).toEqual({ red: 0, green: amount, freight: 0 })
      expect(await sumOf("hh_gr")).toBe(greenFen - amount)
      const after = await households()
      for (const [id, fen] of before) if (id.startsWith("hh_yy")) expect(after.get(id)).toBe(fen)
      expect(charged - (await commission())).toBe(told.commission_back_fen)
      expect(Math.abs(told.commission_back_fen - (amount * rate) / 10_000)).toBeLessThanOrEqual(1)
      expect(owed.payable_fen - left.payable_fen).toBe(told.seller_fen)
      await expectOrderReconciled()
    })

    it("leaves every household and the commission at zero once the rest is refunded", async () => {
      await refund(1000, ofGreen(1000))
      await refund(500, { shipping_fen: 500 })
      expect(await refunded()).toEqual({ red: 0, green: 1000, freight: 500 })
      expect([await sumOf("hh_yy"), await sumOf("hh_gr")]).toEqual([redFen, greenFen - 1000])
      await refund(totalFen - 1500)
      expect([...(await households()).values()].every((fen) => fen === 0)).toBe(true)
      expect(await commission()).toBe(0)
      expect(await modules.ledger(container).sellerBalance(scene.apples.sellerId)).toMatchObject({
        payable_fen: 0,
        receivable_fen: 0,
      })
      await expectOrderReconciled()
      await expectSound(container, heldBefore)
    })

    it("gives no commission back for freight", async () => {
      const charged = await commission()
      await refund(freightFen, { shipping_fen: freightFen })
      expect(await commission()).toBe(charged)
      expect([await sumOf("hh_yy"), await sumOf("hh_gr")]).toEqual([redFen, greenFen])
      await expectOrderReconciled()
    })

    it("spreads what is not named over what is left", async () => {
      await refund(greenFen, ofGreen(greenFen))
      await refund(800)
      // 800 over 6800 of red apples and 1200 of freight.
      expect(await refunded()).toEqual({ red: 680, green: greenFen, freight: 120 })
      expect([await sumOf("hh_yy"), await sumOf("hh_gr")]).toEqual([redFen - 680, 0])
      await expectOrderReconciled()
    })

    it("restores exactly what a refund took that the bank sent back", async () => {
      const before = await households()
      const charged = await commission()
      await refund(700, ofGreen(700))
      await refund(300)
      const kept = await refunded()
      const { refunds } = await modules.connect(container).movementsOf(intentId)
      const failed = refunds.find(({ amount_minor }) => amount_minor === 700)!
      await bank.ask("POST", `refunds/${failed.id}/fail`)
      await eventually(utils, async () => (await refunded()).green === kept.green - 700)
      expect(await refunded()).toEqual({ ...kept, green: kept.green - 700 })
      await expectOrderReconciled()
      const spread = kept.green - 700
      expect(await sumOf("hh_gr")).toBe(greenFen - spread)
      await refund(totalFen - 300)
      expect([...(await households()).values()].every((fen) => fen === 0)).toBe(true)
      expect(before.size).toBe(6)
      expect([charged > 0, await commission()]).toEqual([true, 0])
      await expectOrderReconciled()
    })

    it("books the same parts whoever comes to book the refund", async () => {
      const request_id = "7d1f0f8e-0002"
      const first = await refund(900, { ...ofGreen(900), request_id })
      const once = { red: 0, green: 900, freight: 0 }
      expect(await refunded()).toEqual(once)
      expect(await refund(900, { request_id })).toEqual(first)
      await bookMissedPayments(container)
      await bookOrderPayments(container, orderId)
      expect(await refunded()).toEqual(once)
      await expectOrderReconciled()
    })

    it("refuses what a line can't give, and tells what is left of it", async () => {
      const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).data.code
      expect(await codeOf(refund(greenFen + 1, ofGreen(greenFen + 1)))).toBe("refund_over_line")
      expect(await codeOf(refund(100, ofGreen(101)))).toBe("refund_parts_over_amount")
      const stranger = { lines: [{ line_item_id: "ordli_none", amount_fen: 1 }] }
      expect(await codeOf(refund(100, stranger))).toBe("refund_line_unknown")
      await refund(3000, ofGreen(3000))
      const whole = { lines: [{ line_item_id: line.green, pieces: 1 }] }
      expect(await preview(whole)).toMatchObject({ amount_fen: greenFen - 3000 })
      await refund(300, ofGreen(300))
      expect(await codeOf(preview(whole))).toBe("claim_nothing_left")
    })
  },
})
