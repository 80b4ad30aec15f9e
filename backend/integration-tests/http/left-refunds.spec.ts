import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { lastingRefundName } from "@shangxing/marketplace/domain/refund-name"

import { modules } from "../../src/gather/modules"
import bookMissedPayments from "../../src/jobs/book-missed-payments"
import { bookOrderPayments } from "../../src/workflows/book-payment"
import { sweepCompletions } from "../../src/workflows/completion/sweep-completions"
import { refundConsignment } from "../../src/workflows/refunds/refund-consignment"
import { paidOrder } from "../support/money"
import { useSandbox } from "../support/sandbox"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const paidYuan = 68 + 12

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const bank = useSandbox(api, utils)
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })
    beforeEach(() => {
      container = getContainer()
    })

    const sweepNow = (lostForSeconds = 600) =>
      sweepCompletions(container, { refundedForSeconds: 0, lostForSeconds })

    type Sale = { orderId: string; paymentId: string; intentId: string }

    /** An order, paid by Alipay and booked. */
    async function sell(): Promise<Sale> {
      const stage = { api, shop: scene.shop, bank, utils, container }
      const wanted = [{ variantId: scene.apples.variantId, quantity: 1 }]
      const { orderId, intentId } = await paidOrder(stage, wanted)
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "order",
        fields: ["payment_collections.payments.id"],
        filters: { id: orderId },
      })
      const [order] = data as unknown as {
        payment_collections: { payments: { id: string }[] }[]
      }[]
      return { orderId, intentId, paymentId: order!.payment_collections[0]!.payments[0]!.id }
    }

    async function refundedAtBank({ intentId }: Sale): Promise<number> {
      const { latest_charge } = await bank.read<{ latest_charge: string }>(
        `payment_intents/${intentId}`,
      )
      return (await bank.read<{ amount_refunded: number }>(`charges/${latest_charge}`))
        .amount_refunded
    }

    async function refundsCounted({ orderId }: Sale): Promise<number[]> {
      const counted = await container
        .resolve(Modules.ORDER)
        .listOrderTransactions({ order_id: orderId, reference: "refund" })
      return counted.map(({ amount }) => Number(amount))
    }

    const leftGoods = async ({ orderId }: Sale) =>
      (await modules.ledger(container).effectOfOrder(orderId)).goods_fen

    const run = (statement: string, values: string[]) =>
      container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)

    /** Medusa's row of a whole refund, before anything was sent to the bank. */
    const writeDown = async ({ orderId, paymentId }: Sale, id = `ref_${orderId}`) => {
      await run(
        `insert into refund (id, payment_id, amount, raw_amount) values (?, ?, 80, '{"value":"80","precision":20}')`,
        [id, paymentId],
      )
    }

    async function refundedByConsignment({ orderId }: Sale): Promise<number[]> {
      const consignments = modules.consignments(container)
      const ids = (await consignments.listOfOrder(orderId)).map(({ id }) => id)
      const balances = await consignments.balancesOf(ids)
      return ids.map((id) => balances[id]!.refunded_fen)
    }

    it("sends a refund that a dead process only wrote down, counts it, and books it", async () => {
      const sale = await sell()
      await writeDown(sale)
      const { refund_ids } = await sweepNow()
      expect(refund_ids).toEqual([`ref_${sale.orderId}`])
      expect(await refundedAtBank(sale)).toBe(paidYuan * 100)
      expect(await refundsCounted(sale)).toEqual([-paidYuan])
      expect(await leftGoods(sale)).toBe(0)
      expect((await sweepNow()).refund_ids).toEqual([])
    })

    it("counts a refund that was sent before the process died, and sends no second one", async () => {
      const sale = await sell()
      await container
        .resolve(Modules.PAYMENT)
        .refundPayment({ payment_id: sale.paymentId, amount: 30 })
      await sweepNow()
      expect(await refundedAtBank(sale)).toBe(3000)
      expect(await refundsCounted(sale)).toEqual([-30])
      expect((await sweepNow()).refund_ids).toEqual([])
    })

    it("gives back what was booked of a refund that Medusa undid after the booking, once", async () => {
      const sale = await sell()
      const goods = await leftGoods(sale)
      await writeDown(sale)
      await bookOrderPayments(container, sale.orderId)
      expect(await leftGoods(sale)).toBe(0)
      await run("delete from refund where payment_id = ?", [sale.paymentId])
      // The sale is long past: nothing but the refund is new.
      await run("update payment set updated_at = now() - interval '9 days' where id = ?", [
        sale.paymentId,
      ])
      await bookMissedPayments(container)
      expect(await leftGoods(sale)).toBe(goods)
      expect(await refundedByConsignment(sale)).toEqual([0])
      const posted = await modules.ledger(container).transactionsOfOrder(sale.orderId)
      await bookMissedPayments(container)
      expect(await modules.ledger(container).transactionsOfOrder(sale.orderId)).toEqual(posted)
    })

    it("books a refund that was asked for anew after Medusa undid the first, once", async () => {
      const sale = await sell()
      await writeDown(sale)
      await bookOrderPayments(container, sale.orderId)
      await run("delete from refund where payment_id = ?", [sale.paymentId])
      await writeDown(sale, `ref_anew_${sale.orderId}`)
      await bookOrderPayments(container, sale.orderId)
      await bookOrderPayments(container, sale.orderId)
      expect(await leftGoods(sale)).toBe(0)
      expect(await refundedByConsignment(sale)).toEqual([paidYuan * 100])
    })

    it("writes down again what the bank gave back and Medusa undid, and sends nothing", async () => {
      const sale = await sell()
      const goods = await leftGoods(sale)
      const { refundPaymentWorkflow } = await import("@medusajs/medusa/core-flows")
      const press = async () => {
        const input = { payment_id: sale.paymentId, amount: 30 }
        await refundPaymentWorkflow(container).run({ input })
      }
      await container
        .resolve(Modules.PAYMENT)
        .refundPayment({ payment_id: sale.paymentId, amount: 30 })
      await bookOrderPayments(container, sale.orderId)
      await run("delete from refund where payment_id = ?", [sale.paymentId])

      expect((await sweepNow()).lost_refund_ids).toEqual([])
      expect((await sweepNow(0)).lost_refund_ids).toEqual([expect.stringMatching(/^re_/)])
      expect((await sweepNow(0)).lost_refund_ids).toEqual([])
      expect(await refundedAtBank(sale)).toBe(3000)
      expect(await refundsCounted(sale)).toEqual([-30])
      await bookMissedPayments(container)
      expect(await refundedByConsignment(sale)).toEqual([3000])
      expect(await leftGoods(sale)).toBeLessThan(goods)
      // It is a refund like any other now: who presses for the same amount means another one.
      await press()
      expect(await refundedAtBank(sale)).toBe(6000)
    })

    it("lets who presses again find the refund that Medusa undid, and then has nothing to do", async () => {
      const sale = await sell()
      const payments = container.resolve(Modules.PAYMENT)
      await payments.refundPayment({ payment_id: sale.paymentId, amount: 30 })
      await run("delete from refund where payment_id = ?", [sale.paymentId])
      await payments.refundPayment({ payment_id: sale.paymentId, amount: 30 })
      expect((await sweepNow(0)).lost_refund_ids).toEqual([])
      expect(await refundedAtBank(sale)).toBe(3000)
    })

    it("goes on where a sweeper was killed between naming a lost refund and writing it down", async () => {
      const sale = await sell()
      await container
        .resolve(Modules.PAYMENT)
        .refundPayment({ payment_id: sale.paymentId, amount: 30 })
      await run("delete from refund where payment_id = ?", [sale.paymentId])
      const calls = modules.providerCalls(container)
      const [call] = await calls.listProviderCalls({ kind: "refund", subject_id: sale.intentId })
      const { id, reference, provider_object_id } = call!
      const to = lastingRefundName(reference, provider_object_id!)
      expect(await calls.rename({ id, from: reference, to })).toBe(true)
      // Who meant the refund by the name it had is told that it has another now.
      expect(await calls.rename({ id, from: reference, to })).toBe(false)

      expect((await sweepNow(0)).lost_refund_ids).toEqual([provider_object_id])
      expect((await sweepNow(0)).lost_refund_ids).toEqual([])
      expect(await refundsCounted(sale)).toEqual([-30])
      expect(await refundedAtBank(sale)).toBe(3000)
    })

    it("knows whose a seller's refund was when Medusa has lost its row", async () => {
      const sale = await sell()
      const [consignment] = await modules.consignments(container).listOfOrder(sale.orderId)
      const wish = {
        consignment_id: consignment!.id,
        amount_fen: 1500,
        reason: "烂果",
        request_id: "once",
        created_by: "mem_1",
      }
      await refundConsignment(container, wish)
      await run("delete from refund where payment_id = ?", [sale.paymentId])
      expect((await sweepNow(0)).lost_refund_ids).toHaveLength(1)
      const [kept] = await container.resolve(Modules.PAYMENT).listRefunds({
        payment_id: [sale.paymentId],
      })
      expect(kept).toMatchObject({ metadata: { consignment_id: consignment!.id } })
      expect(await refundConsignment(container, wish)).toBe(kept!.id)
      expect(await refundedAtBank(sale)).toBe(1500)
    })

    it("leaves a refund alone that was finished by those who began it", async () => {
      const sale = await sell()
      const { refundPaymentWorkflow } = await import("@medusajs/medusa/core-flows")
      await refundPaymentWorkflow(container).run({
        input: { payment_id: sale.paymentId, amount: 20 },
      })
      expect((await sweepNow()).refund_ids).toEqual([])
      expect(await refundedAtBank(sale)).toBe(2000)
    })
  },
})
