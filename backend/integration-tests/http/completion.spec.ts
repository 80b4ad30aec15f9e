import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { modules } from "../../src/gather/modules"
import { sweepCompletions } from "../../src/workflows/completion/sweep-completions"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { crashed, stockOf } from "../support/half-order"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

const applesFen = 6800 + 1200

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
    const claimOf = (cartId: string) => modules.checkout(container).claimOf(cartId)
    const stock = () => stockOf(container, scene.apples.variantId)
    const sweepNow = { paidForSeconds: 0, reservedForSeconds: 0 }

    /** A cart for one box of apples, with address, freight and a payment session. */
    async function readyCart(quantity = 1): Promise<string> {
      const { fill, ship, pay } = shop()
      const cartId = await fill([{ variantId: scene.apples.variantId, quantity }])
      await ship(cartId)
      await pay(cartId)
      return cartId
    }

    async function graph<T>(entity: string, fields: string[], filters: object): Promise<T[]> {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({ entity, fields, filters } as never)
      return data as T[]
    }

    const allOrderIds = async () =>
      (await graph<{ id: string }>("order", ["id"], {})).map(({ id }) => id)

    type Link = { order_id: string }
    const ordersOf = async (cartId: string) =>
      (await graph<Link>("order_cart", ["order_id"], { cart_id: cartId })).map((l) => l.order_id)

    type Paid = { captured_at: Date | null; canceled_at: Date | null; amount: number }
    async function paymentsOf(cartId: string): Promise<Paid[]> {
      const links = await graph<{ payment_collection_id: string }>(
        "cart_payment_collection",
        ["payment_collection_id"],
        { cart_id: cartId },
      )
      return await graph<Paid>("payment", ["*", "captures.*", "refunds.*"], {
        payment_collection_id: links.map((link) => link.payment_collection_id),
      })
    }

    /** The whole order: one, paid to the fen, allocated to its sellers, booked once. */
    async function expectWhole(cartId: string): Promise<string> {
      const [orderId, ...others] = await ordersOf(cartId)
      expect(others).toEqual([])
      await eventually(utils, async () => {
        return (await modules.ledger(container).effectOfOrder(orderId!)).is_posted
      })
      const payments = await paymentsOf(cartId)
      expect(payments).toHaveLength(1)
      expect(payments[0]!.captured_at).not.toBeNull()

      const parts = await modules.consignments(container).listOfOrder(orderId!)
      const balances = await modules.consignments(container).balancesOf(parts.map(({ id }) => id))
      const captured = parts.map(({ id }) => balances[id]!.captured_fen)
      expect(captured.reduce((sum, fen) => sum + fen, 0)).toBe(applesFen)
      expect(await modules.ledger(container).effectOfOrder(orderId!)).toMatchObject({
        goods_fen: 6800,
      })
      return orderId!
    }

    describe("calls at a time", () => {
      it("makes one order of 20 parallel calls for one cart", async () => {
        const cartId = await readyCart()
        const before = (await stock()).reserved
        const calls = Array.from({ length: 20 }, () => shop().complete(cartId))
        const answers = await Promise.all(calls)
        expect(new Set(answers.map(({ type, order }) => `${type} ${order.id}`)).size).toBe(1)

        const orderId = await expectWhole(cartId)
        expect(answers[0].order).toMatchObject({ id: orderId, items: [{ quantity: 1 }] })
        expect((await stock()).reserved).toBe(before + 1)
      })

      it("gives all callers the same refusal, and the next one a new chance", async () => {
        const { fill, pay, ship, complete } = shop()
        const cartId = await fill([{ variantId: scene.apples.variantId, quantity: 1 }])
        await pay(cartId)
        const refusals = await Promise.all(
          Array.from({ length: 5 }, () => refusalOf(complete(cartId))),
        )
        expect(refusals.map(({ data }) => data.code)).toEqual(
          Array(5).fill("parcel_shipping_missing"),
        )
        expect(await claimOf(cartId)).toMatchObject({ state: "undone" })
        await ship(cartId)
        await pay(cartId)
        expect(await complete(cartId)).toMatchObject({ type: "order" })
        await expectWhole(cartId)
      })

      it("sells the last unit to one of two carts and refuses the other", async () => {
        const carts = [await readyCart(), await readyCart()]
        const { inventoryItemId, locationId, reserved } = await stock()
        const inventory = container.resolve(Modules.INVENTORY)
        const level = { inventory_item_id: inventoryItemId, location_id: locationId }
        const { stocked } = await stock()
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: reserved + 1 }])

        const calls = carts.map((cartId) => shop().complete(cartId))
        const settled = await Promise.allSettled(calls)
        const refused = settled.filter(({ status }) => status === "rejected")
        expect(refused).toHaveLength(1)
        const { data, status } = await refusalOf(calls[settled.indexOf(refused[0]!)]!)
        expect({ status, code: data.code }).toEqual({ status: 400, code: "stock_short" })
        expect(data.message).toContain("盐源苹果合作社的货")
        const after = await stock()
        expect(after.reserved).toBe(after.stocked)

        const placed = await Promise.all(carts.map(ordersOf))
        expect(placed.flat()).toHaveLength(1)
        await inventory.updateInventoryLevels([{ ...level, stocked_quantity: stocked }])
      })
    })

    describe("the payment", () => {
      it("has to be for the cart's total: a cart that changed since is refused", async () => {
        const cartId = await readyCart()
        const before = await allOrderIds()
        const [line] = await graph<{ items: { id: string }[] }>("cart", ["items.id"], {
          id: cartId,
        })
        // Past Medusa's workflows, which would renew the session: as a race in another tab does.
        await container.resolve(Modules.CART).updateLineItems(line!.items[0]!.id, { quantity: 2 })
        const { status, data } = await refusalOf(shop().complete(cartId))
        expect({ status, code: data.code }).toEqual({
          status: 400,
          code: "payment_amount_differs",
        })
        expect(await allOrderIds()).toEqual(before)
        expect(await paymentsOf(cartId)).toEqual([])
        expect(await claimOf(cartId)).toMatchObject({ state: "undone", order_id: null })
      })

      it("cannot be one that went back", async () => {
        const cartId = await readyCart()
        const paymentId = await crashed(container).authorized(cartId)
        await container.resolve(Modules.PAYMENT).cancelPayment(paymentId)
        const refusal = await refusalOf(shop().complete(cartId))
        expect(refusal.data).toMatchObject({ code: "payment_spent" })
        expect(await ordersOf(cartId)).toEqual([])
      })

      it("goes back for one reason, whatever else goes wrong and whoever asks again", async () => {
        const cartId = await readyCart()
        const payment_id = await crashed(container).authorized(cartId)
        await crashed(container).claimed(cartId)
        const checkout = modules.checkout(container)
        const last_error = { type: "not_allowed", code: "price_changed", message: "The price rose" }
        await checkout.progress(await claimOf(cartId), { last_error, lease_seconds: -1 })

        const payments = container.resolve(Modules.PAYMENT)
        const away = jest.spyOn(payments, "cancelPayment")
        away.mockRejectedValueOnce(new Error("The bank is away"))
        await sweepCompletions(container, sweepNow)
        expect(await claimOf(cartId)).toMatchObject({ state: "claimed", last_error })
        away.mockRestore()

        await checkout.progress(await claimOf(cartId), { lease_seconds: -1 })
        await sweepCompletions(container, sweepNow)
        for (const _ of [1, 2]) {
          expect((await refusalOf(shop().complete(cartId))).data.code).toBe("price_changed")
          expect(await claimOf(cartId)).toMatchObject({ state: "undone", payment_id, last_error })
        }
        await shop().pay(cartId)
        expect(await shop().complete(cartId)).toMatchObject({ type: "order" })
        await expectWhole(cartId)
      })
    })

    it("answers 404 for a cart that is not there", async () => {
      expect(await refusalOf(shop().complete("cart_none"))).toMatchObject({
        status: 404,
        data: { code: "cart_unknown" },
      })
    })

    describe("a process that died", () => {
      /** Sweeps as often as a minute's sweeper would, and sees the claim at its end. */
      async function swept(cartId: string) {
        const first = await sweepCompletions(container, sweepNow)
        await eventually(utils, async () => {
          const [orderId] = await ordersOf(cartId)
          if (!orderId) return true
          return (await modules.ledger(container).effectOfOrder(orderId)).is_posted
        })
        const claim = await claimOf(cartId)
        const over = { lease_seconds: -1 }
        if (claim.state === "ordered") await modules.checkout(container).progress(claim, over)
        await sweepCompletions(container, sweepNow)
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

      it("between a capture's row and the provider's answer: it is captured once", async () => {
        const cartId = await readyCart()
        await crashed(container).unplacedOrder(cartId)
        const [payment] = (await paymentsOf(cartId)) as unknown as { id: string }[]
        await container
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(
            `insert into capture (id, payment_id, amount, raw_amount) values (?, ?, 80, '{"value":"80","precision":20}')`,
            [`capt_${cartId}`, payment!.id],
          )
        const { claim } = await swept(cartId)
        expect(claim.state).toBe("booked")
        await expectWhole(cartId)
        const [{ captures }] = (await paymentsOf(cartId)) as unknown as [{ captures: object[] }]
        expect(captures).toHaveLength(1)
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
        const { reservation_ids } = await sweepCompletions(container, sweepNow)
        expect(reservation_ids).toHaveLength(1)
        expect((await stock()).reserved).toBe(before)
      })
    })
  },
})
