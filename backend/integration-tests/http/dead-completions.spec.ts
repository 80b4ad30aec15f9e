import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { sweepCompletions } from "../../src/workflows/completion/sweep-completions"
import { type Paid, SWEEP_NOW, useCompletions } from "../support/completions"
import { eventually } from "../support/eventually"
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

    describe("a process that died", () => {
      /** Sweeps as often as a minute's sweeper would, and sees the claim at its end. */
      async function swept(cartId: string) {
        const first = await sweepCompletions(container, SWEEP_NOW)
        await eventually(utils, async () => {
          const [orderId] = await carts.ordersOf(cartId)
          if (!orderId) return true
          return (await modules.ledger(container).effectOfOrder(orderId)).is_posted
        })
        const claim = await carts.claimOf(cartId)
        const over = { lease_seconds: -1 }
        if (claim.state === "ordered") await modules.checkout(container).progress(claim, over)
        await sweepCompletions(container, SWEEP_NOW)
        const mine = first.completions.find(({ cart_id }) => cart_id === cartId)
        return { actions: mine?.actions ?? [], claim: await carts.claimOf(cartId) }
      }

      it("right after its claim: the sweeper completes the cart", async () => {
        const cartId = await carts.readyCart()
        await crashed(container).claimed(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual(["complete_cart (completion_unfinished)"])
        expect(claim).toMatchObject({ state: "booked", last_action: "booked (order_whole)" })
        await carts.expectWhole(cartId)
      })

      it("with an order that no cart names: it goes, and the cart becomes one", async () => {
        const cartId = await carts.readyCart()
        const { orderId } = await crashed(container).strayOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions[0]).toBe("delete_order (order_unlinked)")
        expect(claim.state).toBe("booked")
        expect(await carts.expectWhole(cartId)).not.toBe(orderId)
        expect(await carts.allOrderIds()).not.toContain(orderId)
      })

      it("with an order that is not paid: it is undone, stock included, and made anew", async () => {
        const cartId = await carts.readyCart()
        const before = (await carts.stock()).reserved
        const orderId = await crashed(container).unpaidOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions[0]).toBe("delete_order (order_unpaid)")
        expect(claim.state).toBe("booked")
        expect(await carts.expectWhole(cartId)).not.toBe(orderId)
        expect((await carts.stock()).reserved).toBe(before + 1)
      })

      it("with an order that is paid and not placed: it is placed, captured and booked", async () => {
        const cartId = await carts.readyCart()
        const orderId = await crashed(container).unplacedOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual([
          "place_order (order_not_placed)",
          "capture_payment (order_uncaptured)",
          expect.stringMatching(/^(book_payment \(payment_unbooked\)|booked)/),
          ...(actions.length > 3 ? ["booked (order_whole)"] : []),
        ])
        expect(claim).toMatchObject({ state: "booked", order_id: orderId })
        expect(await carts.expectWhole(cartId)).toBe(orderId)
      })

      describe("within a capture", () => {
        const paymentOf = async (cartId: string) =>
          (await carts.paymentsOf(cartId))[0] as unknown as { id: string; captures: object[] }
        const run = (statement: string, values: string[]) =>
          container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)

        it("between its row and the provider's answer: it is captured once, and not at once", async () => {
          const cartId = await carts.readyCart()
          await crashed(container).unplacedOrder(cartId)
          const { id } = await paymentOf(cartId)
          await run(
            `insert into capture (id, payment_id, amount, raw_amount) values (?, ?, 80, '{"value":"80","precision":20}')`,
            [`capt_${cartId}`, id],
          )
          const { completions: early } = await sweepCompletions(container, SWEEP_NOW)
          expect(early).toMatchObject([
            { cart_id: cartId, actions: ["place_order (order_not_placed)"], state: "ordered" },
          ])

          await run("update capture set created_at = now() - interval '1 hour' where id = ?", [
            `capt_${cartId}`,
          ])
          await modules
            .checkout(container)
            .progress(await carts.claimOf(cartId), { lease_seconds: -1 })
          expect((await swept(cartId)).claim.state).toBe("booked")
          await carts.expectWhole(cartId)
          expect((await paymentOf(cartId)).captures).toHaveLength(1)
        })

        it("that another one took the row of: it is captured anew, and booked once", async () => {
          const cartId = await carts.readyCart()
          await crashed(container).unplacedOrder(cartId)
          const { id } = await paymentOf(cartId)
          await run("update payment set captured_at = now() where id = ?", [id])
          expect((await swept(cartId)).claim.state).toBe("booked")
          await carts.expectWhole(cartId)
          expect((await paymentOf(cartId)).captures).toHaveLength(1)
        })
      })

      it("is taken over by the buyer's next call", async () => {
        const cartId = await carts.readyCart()
        const half = await crashed(container).unpaidOrder(cartId)
        const { type, order } = await carts.shop().complete(cartId)
        expect(type).toBe("order")
        expect(order.id).not.toBe(half)
        expect(await carts.expectWhole(cartId)).toBe(order.id)
      })

      it("after money was taken for no order: the sweeper completes the cart", async () => {
        const cartId = await carts.readyCart()
        await crashed(container).authorized(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual(["complete_cart (payment_without_order)"])
        expect(claim.state).toBe("booked")
        await carts.expectWhole(cartId)
      })

      it("after money was taken for what cannot be sold: it goes back", async () => {
        const cartId = await carts.readyCart()
        await crashed(container).authorized(cartId)
        await container
          .resolve(Modules.CART)
          .updateCarts([{ id: cartId, email: "late@test.local" }])
        const { inventoryItemId, locationId, reserved, stocked } = await carts.stock()
        const inventory = container.resolve(Modules.INVENTORY)
        const level = { inventory_item_id: inventoryItemId, location_id: locationId }
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: reserved }])
        const { actions, claim } = await swept(cartId)
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: stocked }])

        expect(actions).toEqual([
          "complete_cart (payment_without_order)",
          "release_payment (stock_short)",
          "undone (stock_short)",
        ])
        expect(claim).toMatchObject({ state: "undone", last_error: { code: "stock_short" } })
        const [payment] = await carts.graph<Paid>("payment", ["*"], { id: claim.payment_id })
        expect(payment!.canceled_at).not.toBeNull()
        // The cart is free of it, so that its buyer can pay for something else.
        expect(await carts.paymentsOf(cartId)).toEqual([])
        expect(await carts.ordersOf(cartId)).toEqual([])
      })

      it("with stock reserved for no order: the stock is free again", async () => {
        const before = (await carts.stock()).reserved
        await crashed(container).reserve(carts.applesId(), "ordli_of_nobody")
        expect((await carts.stock()).reserved).toBe(before + 1)
        const { reservation_ids } = await sweepCompletions(container, SWEEP_NOW)
        expect(reservation_ids).toHaveLength(1)
        expect((await carts.stock()).reserved).toBe(before)
      })
    })
  },
})
