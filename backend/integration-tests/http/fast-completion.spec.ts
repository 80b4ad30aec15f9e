import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { completeCart } from "../../src/workflows/completion/complete-cart"
import { needsStock } from "../../src/workflows/completion/fast/needs-stock"
import { readWholeCart } from "../../src/workflows/completion/fast/whole-cart"
import { buyer, refusalOf } from "../support/buyer"
import { eventually } from "../support/eventually"
import { type Scene, setScene } from "../support/scene"

jest.setTimeout(180_000)

type Row = Record<string, unknown>

/** Each table that a completion writes, with how its rows belong to the order `?`. */
const TABLES: Record<string, string> = {
  order: "id = ?",
  order_address: `id in (select shipping_address_id from "order" where id = ?)`,
  order_summary: "order_id = ?",
  order_item: "order_id = ?",
  order_line_item: "id in (select item_id from order_item where order_id = ?)",
  order_line_item_adjustment: "item_id in (select item_id from order_item where order_id = ?)",
  order_shipping: "order_id = ?",
  order_shipping_method: "id in (select shipping_method_id from order_shipping where order_id = ?)",
  order_cart: "order_id = ?",
  order_payment_collection: "order_id = ?",
  order_promotion: "order_id = ?",
  order_transaction: "order_id = ?",
  reservation_item: "line_item_id in (select item_id from order_item where order_id = ?)",
  cart: "id in (select cart_id from order_cart where order_id = ?)",
  consignment: "order_id = ?",
  consignment_line: "consignment_id in (select id from consignment where order_id = ?)",
  payment_allocation: "order_id = ? and kind = 'due'",
  lot_allocation: "order_id = ?",
  payment_collection:
    "id in (select payment_collection_id from order_payment_collection where order_id = ?)",
  payment_session: `payment_collection_id in
    (select payment_collection_id from order_payment_collection where order_id = ?)`,
  payment: `payment_collection_id in
    (select payment_collection_id from order_payment_collection where order_id = ?)`,
}

/** What stands ready before the completion, by the cart `?`. */
const CART_TABLES: Record<string, string> = {
  cart: "id = ?",
  cart_address: "id in (select shipping_address_id from cart where id = ?)",
  cart_line_item: "cart_id = ?",
  cart_line_item_tax_line: "item_id in (select id from cart_line_item where cart_id = ?)",
  cart_shipping_method: "cart_id = ?",
  cart_payment_collection: "cart_id = ?",
  payment_collection:
    "id in (select payment_collection_id from cart_payment_collection where cart_id = ?)",
  payment_session: `payment_collection_id in
    (select payment_collection_id from cart_payment_collection where cart_id = ?)`,
}

const form = {
  email: "buyer@test.local",
  shipping_address: {
    first_name: "周敏",
    phone: "13800138000",
    country_code: "cn",
    province: "北京市",
    city: "北京市",
    address_2: "朝阳区",
    address_1: "测试路 1 号",
  },
  provider_id: "pp_system_default",
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer, utils }) => {
    let scene: Scene
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      scene = await setScene(container)
    })

    async function readyCart(promo?: string): Promise<string> {
      const shop = buyer(api, scene.shop)
      const cartId = await shop.fill([
        { variantId: scene.apples.variantId, quantity: 2 },
        { variantId: scene.pomegranates.variantId, quantity: 1 },
      ])
      if (promo) await shop.post(`/store/carts/${cartId}/promotions`, { promo_codes: [promo] })
      await shop.ship(cartId)
      await shop.pay(cartId)
      return cartId
    }

    async function rowsOf(id: string, of = TABLES): Promise<Record<string, Row[]>> {
      await utils.waitWorkflowExecutions()
      const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const tables: Record<string, Row[]> = {}
      for (const [table, where] of Object.entries(of)) {
        const sql = `select to_jsonb(t) as row from "${table}" t where ${where} and deleted_at is null`
        const { rows } = (await connection.raw(sql, [id])) as { rows: { row: Row }[] }
        tables[table] = rows.map(({ row }) => alike(row)).sort(byContent)
      }
      return tables
    }

    it("writes what Medusa's own completion writes, field by field", async () => {
      const [ourCart, stockCart] = [await readyCart(), await readyCart()]
      expect(needsStock((await readWholeCart(container, ourCart))!)).toBeNull()
      const ours = await completeCart(container, ourCart)
      const { result } = await completeCartWorkflow(container).run({ input: { id: stockCart } })
      expect(await untilCaptured(ours)).toEqual(await untilCaptured(result.id))
    })

    it("prepares a cart as Medusa's own routes do, field by field", async () => {
      const stock = await readyCart()
      const { cartId, totalFen } = await preparedCart()
      expect(totalFen).toBe(2 * 6800 + 5900 + 1200 + 800)
      expect(await rowsOf(cartId, CART_TABLES)).toEqual(await rowsOf(stock, CART_TABLES))
    })

    it("prepares the same cart again, and makes one order of it", async () => {
      const { cartId } = await preparedCart()
      const again = await preparedCart(cartId)
      expect(again.cartId).toBe(cartId)
      const rows = await rowsOf(cartId, CART_TABLES)
      expect(rows.cart_shipping_method).toHaveLength(2)
      expect(rows.payment_session).toHaveLength(1)
      const shop = buyer(api, scene.shop)
      expect((await shop.complete(cartId)).type).toBe("order")
    })

    it("refuses an unknown parcel and a stock that is short, with their codes", async () => {
      const shop = buyer(api, scene.shop)
      const line = { variant_id: scene.apples.variantId, quantity: 21 }
      const short = await refusalOf(shop.post("/store/checkout/lines", line))
      expect(short.data.code).toBe("insufficient_inventory")
      const { cart_id } = await shop.post("/store/checkout/lines", { ...line, quantity: 1 })
      const wrong = await refusalOf(
        shop.post("/store/checkout", {
          ...form,
          cart_id,
          parcels: [{ seller_id: "sel_none", shipping_option_id: "so_none" }],
        }),
      )
      expect(wrong.data.code).toBe("parcel_option_invalid")
    })

    /** Ours: goods, then the whole form in one call. */
    async function preparedCart(known?: string): Promise<{ cartId: string; totalFen: number }> {
      const shop = buyer(api, scene.shop)
      let cart_id = known
      for (const [grower, quantity] of [
        [scene.apples, 2],
        [scene.pomegranates, 1],
      ] as const) {
        if (known) break
        const line = { cart_id, variant_id: grower.variantId, quantity }
        cart_id = (await shop.post("/store/checkout/lines", line)).cart_id as string
      }
      const { parcels } = await shop.get(`/store/carts/${cart_id}/parcels`)
      const chosen = (parcels as { seller: { id: string }; options: { id: string }[] }[]).map(
        ({ seller, options }) => ({ seller_id: seller.id, shipping_option_id: options[0]!.id }),
      )
      const body = { ...form, cart_id, parcels: chosen }
      const { total_fen } = await shop.post("/store/checkout", body)
      return { cartId: cart_id!, totalFen: total_fen as number }
    }

    it("leaves a discounted cart to Medusa, and the discount reaches the order", async () => {
      await createPromotionsWorkflow(container).run({
        input: {
          promotionsData: [
            {
              code: "HARVEST10",
              type: "standard",
              status: "active",
              application_method: {
                type: "percentage",
                target_type: "items",
                allocation: "across",
                value: 10,
                currency_code: "cny",
              },
            },
          ],
        },
      })
      const cartId = await readyCart("HARVEST10")
      expect(needsStock((await readWholeCart(container, cartId))!)).toBe("discounted")
      const orderId = await completeCart(container, cartId)
      const rows = await rowsOf(orderId)
      expect(rows.order_line_item_adjustment).toHaveLength(2)
      expect(rows.order_promotion).toHaveLength(1)
    })

    it.each([
      ["a price of another price list or rule", "price_ruled"],
      ["a tax line", "taxed"],
      ["store credit", "credited"],
    ])("leaves a cart with %s to Medusa", async (_what, reason) => {
      const cart = (await readWholeCart(container, await readyCart()))!
      const [variant] = cart.variants
      const price = variant!.prices[0]!
      const changed = {
        price_ruled: { variants: [{ ...variant!, prices: [price, { ...price, rules_count: 1 }] }] },
        taxed: { tax_lines: 1 },
        credited: { credit_lines: 1 },
      }[reason]
      expect(needsStock({ ...cart, ...changed })).toBe(reason)
    })

    /** Both orders are captured after their answer: compare them when that is done. */
    async function untilCaptured(orderId: string): Promise<Record<string, Row[]>> {
      const isPaid = async () => {
        const { order_summary } = await rowsOf(orderId, { order_summary: TABLES.order_summary! })
        return (order_summary![0]!.totals as { paid_total: number }).paid_total > 0
      }
      await eventually(utils, isPaid)
      return await rowsOf(orderId)
    }
  },
})

/** Ids, times and what counts orders are each order's own; whether they are there is compared. */
function alike(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const isOwn = name === "id" || /_id$|_at$/.test(name)
      return [name, isOwn ? value !== null : withoutMark(value)]
    }),
  )
}

function withoutMark(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[a-z_]+_[0-9A-Z]{26}/g, "id")
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  const { checkout_claim: _claim, ...rest } = value as Row
  return Object.keys(rest).length === 0 ? null : alike(rest)
}

function byContent(a: Row, b: Row): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
