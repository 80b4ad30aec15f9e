import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { sweepCompletions } from "../../src/workflows/completion/sweep-completions"
import { cancelConsignment } from "../../src/workflows/refunds/cancel-consignment"
import { refusalOf } from "../support/buyer"
import { SWEEP_NOW, useCompletions } from "../support/completions"
import { crashed } from "../support/half-order"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    const carts = useCompletions({ api, getContainer, utils })
    let container: MedusaContainer

    beforeEach(() => {
      container = getContainer()
    })

    describe("calls at a time", () => {
      it("makes one order of 20 parallel calls for one cart", async () => {
        const cartId = await carts.readyCart()
        const before = (await carts.stock()).reserved
        const calls = Array.from({ length: 20 }, () => carts.shop().complete(cartId))
        const answers = await Promise.all(calls)
        expect(new Set(answers.map(({ type, order }) => `${type} ${order.id}`)).size).toBe(1)

        const orderId = await carts.expectWhole(cartId)
        expect(answers[0].order).toMatchObject({ id: orderId, items: [{ quantity: 1 }] })
        expect((await carts.stock()).reserved).toBe(before + 1)
      })

      it("gives all callers the same refusal, and the next one a new chance", async () => {
        const { fill, pay, ship, complete } = carts.shop()
        const cartId = await fill([{ variantId: carts.applesId(), quantity: 1 }])
        await pay(cartId)
        const refusals = await Promise.all(
          Array.from({ length: 5 }, () => refusalOf(complete(cartId))),
        )
        expect(refusals.map(({ data }) => data.code)).toEqual(
          Array(5).fill("parcel_shipping_missing"),
        )
        expect(await carts.claimOf(cartId)).toMatchObject({ state: "undone" })
        await ship(cartId)
        await pay(cartId)
        expect(await complete(cartId)).toMatchObject({ type: "order" })
        await carts.expectWhole(cartId)
      })

      it("sells the last unit to one of two carts and refuses the other", async () => {
        const two = [await carts.readyCart(), await carts.readyCart()]
        const { inventoryItemId, locationId, reserved } = await carts.stock()
        const inventory = container.resolve(Modules.INVENTORY)
        const level = { inventory_item_id: inventoryItemId, location_id: locationId }
        const { stocked } = await carts.stock()
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: reserved + 1 }])

        const calls = two.map((cartId) => carts.shop().complete(cartId))
        const settled = await Promise.allSettled(calls)
        const refused = settled.filter(({ status }) => status === "rejected")
        expect(refused).toHaveLength(1)
        const { data, status } = await refusalOf(calls[settled.indexOf(refused[0]!)]!)
        expect({ status, code: data.code }).toEqual({ status: 400, code: "stock_short" })
        expect(data.message).toContain("盐源苹果合作社的货")
        const after = await carts.stock()
        expect(after.reserved).toBe(after.stocked)

        const placed = await Promise.all(two.map(carts.ordersOf))
        expect(placed.flat()).toHaveLength(1)
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: stocked }])
      })
    })

    describe("the payment", () => {
      it("has to be for the cart's total: a cart that changed since is refused", async () => {
        const cartId = await carts.readyCart()
        const before = await carts.allOrderIds()
        const [line] = await carts.graph<{ items: { id: string }[] }>("cart", ["items.id"], {
          id: cartId,
        })
        // Past Medusa's workflows, which would renew the session: as a race in another tab does.
        await container.resolve(Modules.CART).updateLineItems(line!.items[0]!.id, { quantity: 2 })
        const { status, data } = await refusalOf(carts.shop().complete(cartId))
        expect({ status, code: data.code }).toEqual({
          status: 400,
          code: "payment_amount_differs",
        })
        expect(await carts.allOrderIds()).toEqual(before)
        expect(await carts.paymentsOf(cartId)).toEqual([])
        expect(await carts.claimOf(cartId)).toMatchObject({ state: "undone", order_id: null })
      })

      it("cannot be one that went back", async () => {
        const cartId = await carts.readyCart()
        const paymentId = await crashed(container).authorized(cartId)
        await container.resolve(Modules.PAYMENT).cancelPayment(paymentId)
        const refusal = await refusalOf(carts.shop().complete(cartId))
        expect(refusal.data).toMatchObject({ code: "payment_spent" })
        expect(await carts.ordersOf(cartId)).toEqual([])
      })

      it("goes back for one reason, whatever else goes wrong and whoever asks again", async () => {
        const cartId = await carts.readyCart()
        const payment_id = await crashed(container).authorized(cartId)
        await crashed(container).claimed(cartId)
        const checkout = modules.checkout(container)
        const last_error = { type: "not_allowed", code: "price_changed", message: "The price rose" }
        await checkout.progress(await carts.claimOf(cartId), { last_error, lease_seconds: -1 })

        const payments = container.resolve(Modules.PAYMENT)
        const away = jest.spyOn(payments, "cancelPayment")
        away.mockRejectedValueOnce(new Error("The bank is away"))
        await sweepCompletions(container, SWEEP_NOW)
        expect(await carts.claimOf(cartId)).toMatchObject({ state: "claimed", last_error })
        away.mockRestore()

        await checkout.progress(await carts.claimOf(cartId), { lease_seconds: -1 })
        await sweepCompletions(container, SWEEP_NOW)
        for (const _ of [1, 2]) {
          expect((await refusalOf(carts.shop().complete(cartId))).data.code).toBe("price_changed")
          expect(await carts.claimOf(cartId)).toMatchObject({
            state: "undone",
            payment_id,
            last_error,
          })
        }
        await carts.shop().pay(cartId)
        expect(await carts.shop().complete(cartId)).toMatchObject({ type: "order" })
        await carts.expectWhole(cartId)
      })
    })

    it("keeps an order that its seller cancelled before anybody looked at its completion", async () => {
      const cartId = await carts.readyCart()
      const { order } = await carts.shop().complete(cartId)
      await carts.expectWhole(cartId)
      const [mine] = await modules.consignments(container).listOfOrder(order.id)
      const reason = "没有货了"
      await cancelConsignment(container, { consignment_id: mine!.id, reason, created_by: "test" })
      await modules.checkout(container).progress(await carts.claimOf(cartId), { lease_seconds: -1 })
      await sweepCompletions(container, SWEEP_NOW)
      expect(await carts.ordersOf(cartId)).toEqual([order.id])
      expect(await carts.allOrderIds()).toContain(order.id)
      expect(await carts.claimOf(cartId)).toMatchObject({ state: "booked", order_id: order.id })
      expect(await modules.ledger(container).effectOfOrder(order.id)).toMatchObject({
        goods_fen: 0,
      })
    })

    it("answers 404 for a cart that is not there", async () => {
      expect(await refusalOf(carts.shop().complete("cart_none"))).toMatchObject({
        status: 404,
        data: { code: "cart_unknown" },
      })
    })
  },
})
