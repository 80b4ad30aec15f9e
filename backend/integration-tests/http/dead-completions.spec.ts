import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { sweepCompletions } from "../../src/workflows/completion/sweep-completions"
import { buyer } from "../support/buyer"
import { completions, type Paid, SWEEP_NOW } from "../support/completions"
import { eventually } from "../support/eventually"
import { crashed, stockOf } from "../support/half-order"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      scene = await setScene(getContainer())
    })

    beforeEach(() => {
      container = getContainer()
    })

    const shop = () => buyer(api, scene.shop)
    const stock = () => stockOf(container, scene.apples.variantId)
    const { readyCart, claimOf, graph, ordersOf, allOrderIds, paymentsOf, expectWhole } =
      completions(() => ({ api, container, utils, scene }))

    describe("a process that died", () => {
      /** Sweeps as often as a minute's sweeper would, and sees the claim at its end. */
      async function swept(cartId: string) {
        const first = await sweepCompletions(container, SWEEP_NOW)
        await eventually(utils, async () => {
          const [orderId] = await ordersOf(cartId)
          if (!orderId) return true
          return (await modules.ledger(container).effectOfOrder(orderId)).is_posted
        })
        const claim = await claimOf(cartId)
        const over = { lease_seconds: -1 }
        if (claim.state === "ordered") await modules.checkout(container).progress(claim, over)
        await sweepCompletions(container, SWEEP_NOW)
        const mine = first.completions.find(({ cart_id }) => cart_id === cartId)
        return { actions: mine?.actions ?? [], claim: await claimOf(cartId) }
      }

      it("right after its claim: the sweeper completes the cart", async () => {
        const cartId = await readyCart()
        await crashed(container).claimed(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual(["complete_cart (completion_unfinished)"])
        expect(claim).toMatchObject({ state: "booked", last_action: "booked (order_whole)" })
        await expectWhole(cartId)
      })

      it("with an order that no cart names: it goes, and the cart becomes one", async () => {
        const cartId = await readyCart()
        const { orderId } = await crashed(container).strayOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions[0]).toBe("delete_order (order_unlinked)")
        expect(claim.state).toBe("booked")
        expect(await expectWhole(cartId)).not.toBe(orderId)
        expect(await allOrderIds()).not.toContain(orderId)
      })

      it("with an order that is not paid: it is undone, stock included, and made anew", async () => {
        const cartId = await readyCart()
        const before = (await stock()).reserved
        const orderId = await crashed(container).unpaidOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions[0]).toBe("delete_order (order_unpaid)")
        expect(claim.state).toBe("booked")
        expect(await expectWhole(cartId)).not.toBe(orderId)
        expect((await stock()).reserved).toBe(before + 1)
      })

      it("with an order that is paid and not placed: it is placed, captured and booked", async () => {
        const cartId = await readyCart()
        const orderId = await crashed(container).unplacedOrder(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual([
          "place_order (order_not_placed)",
          "capture_payment (order_uncaptured)",
          expect.stringMatching(/^(book_payment \(payment_unbooked\)|booked)/),
          ...(actions.length > 3 ? ["booked (order_whole)"] : []),
        ])
        expect(claim).toMatchObject({ state: "booked", order_id: orderId })
        expect(await expectWhole(cartId)).toBe(orderId)
      })

      describe("within a capture", () => {
        const paymentOf = async (cartId: string) =>
          (await paymentsOf(cartId))[0] as unknown as { id: string; captures: object[] }
        const run = (statement: string, values: string[]) =>
          container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)

        it("between its row and the provider's answer: it is captured once, and not at once", async () => {
          const cartId = await readyCart()
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
          await modules.checkout(container).progress(await claimOf(cartId), { lease_seconds: -1 })
          expect((await swept(cartId)).claim.state).toBe("booked")
          await expectWhole(cartId)
          expect((await paymentOf(cartId)).captures).toHaveLength(1)
        })

        it("that another one took the row of: it is captured anew, and booked once", async () => {
          const cartId = await readyCart()
          await crashed(container).unplacedOrder(cartId)
          const { id } = await paymentOf(cartId)
          await run("update payment set captured_at = now() where id = ?", [id])
          expect((await swept(cartId)).claim.state).toBe("booked")
          await expectWhole(cartId)
          expect((await paymentOf(cartId)).captures).toHaveLength(1)
        })
      })

      it("is taken over by the buyer's next call", async () => {
        const cartId = await readyCart()
        const half = await crashed(container).unpaidOrder(cartId)
        const { type, order } = await shop().complete(cartId)
        expect(type).toBe("order")
        expect(order.id).not.toBe(half)
        expect(await expectWhole(cartId)).toBe(order.id)
      })

      it("after money was taken for no order: the sweeper completes the cart", async () => {
        const cartId = await readyCart()
        await crashed(container).authorized(cartId)
        const { actions, claim } = await swept(cartId)
        expect(actions).toEqual(["complete_cart (payment_without_order)"])
        expect(claim.state).toBe("booked")
        await expectWhole(cartId)
      })

      it("after money was taken for what cannot be sold: it goes back", async () => {
        const cartId = await readyCart()
        await crashed(container).authorized(cartId)
        await container
          .resolve(Modules.CART)
          .updateCarts([{ id: cartId, email: "late@test.local" }])
        const { inventoryItemId, locationId, reserved, stocked } = await stock()
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
        const [payment] = await graph<Paid>("payment", ["*"], { id: claim.payment_id })
        expect(payment!.canceled_at).not.toBeNull()
        // The cart is free of it, so that its buyer can pay for something else.
        expect(await paymentsOf(cartId)).toEqual([])
        expect(await ordersOf(cartId)).toEqual([])
      })

      it("with stock reserved for no order: the stock is free again", async () => {
        const before = (await stock()).reserved
        await crashed(container).reserve(scene.apples.variantId, "ordli_of_nobody")
        expect((await stock()).reserved).toBe(before + 1)
        const { reservation_ids } = await sweepCompletions(container, SWEEP_NOW)
        expect(reservation_ids).toHaveLength(1)
        expect((await stock()).reserved).toBe(before)
      })
    })
  },
})
