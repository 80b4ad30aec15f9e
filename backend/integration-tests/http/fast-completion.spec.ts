import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow, createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { completeCart } from "../../src/workflows/completion/complete-cart"
import { needsStock } from "../../src/workflows/completion/fast/needs-stock"
import { readWholeCart } from "../../src/workflows/completion/fast/whole-cart"
import { buyer } from "../support/buyer"
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

    async function rowsOf(orderId: string): Promise<Record<string, Row[]>> {
      await utils.waitWorkflowExecutions()
      const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const tables: Record<string, Row[]> = {}
      for (const [table, where] of Object.entries(TABLES)) {
        const sql = `select to_jsonb(t) as row from "${table}" t where ${where}`
        const { rows } = (await connection.raw(sql, [orderId])) as { rows: { row: Row }[] }
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
      for (let i = 0; i < 100; i++) {
        const rows = await rowsOf(orderId)
        if (rows.order_transaction!.length > 0) return rows
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new RangeError("The order was never captured.")
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
