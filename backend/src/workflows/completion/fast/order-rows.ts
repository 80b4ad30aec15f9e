import { decorateCartTotals, generateEntityId, MathBN } from "@medusajs/framework/utils"
import type { BigNumberInput } from "@medusajs/framework/types"
import type { StoredOrder } from "@shangxing/marketplace/lib/order-to-consignments"

import type { Raw, WholeCart, WholeItem, WholeLevel } from "./whole-cart"

/** The rows that Medusa's completion would write for a plain cart, by table, with their ids. */

const raw = (value: number): Raw => ({ value: String(value), precision: 20 })

export type Totals = {
  total: BigNumberInput
  items: { id: string; total: BigNumberInput; tax_total: BigNumberInput }[]
  shipping_methods: { id: string; total: BigNumberInput; tax_total: BigNumberInput }[]
}

/** What the cart comes to, by Medusa's own arithmetic. */
export function totalsOf(cart: WholeCart): Totals {
  const totals: unknown = decorateCartTotals({
    items: cart.items.map(({ id, quantity, raw_unit_price, is_tax_inclusive }) => ({
      id,
      quantity,
      unit_price: raw_unit_price,
      is_tax_inclusive,
      tax_lines: [],
      adjustments: [],
    })),
    shipping_methods: cart.shipping_methods.map(({ id, raw_amount, is_tax_inclusive }) => ({
      id,
      amount: raw_amount,
      is_tax_inclusive,
      tax_lines: [],
      adjustments: [],
    })),
  })
  // Medusa's type of the answer is that of the input; the totals are added to it.
  return totals as Totals
}

export type Reserved = {
  line_item_id: string
  inventory_item_id: string
  location_id: string
  level_id: string
  quantity: number
}

export type OrderRows = {
  orderId: string
  /** Tables in an order in which each finds what it refers to. */
  tables: [string, object[]][]
  reservations: Reserved[]
  /** Each order line with the cart's line that it came from. */
  lines: { id: string; item: WholeItem }[]
  methods: { id: string; cartMethodId: string }[]
}

export function orderRows(cart: WholeCart, totals: Totals, mark: Record<string, string>) {
  const orderId = newId("order")
  const lines = cart.items.map((item) => ({ id: newId("ordli"), item }))
  const methods = cart.shipping_methods.map((method) => ({
    id: newId("ordsm"),
    cartMethodId: method.id,
    method,
  }))
  const shipping = addressRow(cart.shipping_address)
  const billing = addressRow(cart.billing_address)
  const tables: OrderRows["tables"] = [
    ["order_address", [billing, shipping].filter((row) => row !== null)],
    [
      "order",
      [
        {
          id: orderId,
          region_id: cart.region_id,
          customer_id: cart.customer_id,
          version: 1,
          sales_channel_id: cart.sales_channel_id,
          status: "pending",
          email: cart.email,
          currency_code: cart.currency_code,
          locale: cart.locale,
          no_notification: false,
          metadata: { ...cart.metadata, ...mark },
          shipping_address_id: shipping?.id ?? null,
          billing_address_id: billing?.id ?? null,
          is_draft_order: false,
          ...times(),
        },
      ],
    ],
    [
      "order_summary",
      [{ ...own("ordsum"), order_id: orderId, version: 1, totals: summary(totals.total) }],
    ],
    ["order_line_item", lines.map(({ id, item }) => lineRow(id, item))],
    ["order_item", lines.map(({ id, item }) => itemRow(orderId, id, item))],
    ["order_shipping_method", methods.map(({ id, method }) => methodRow(id, method))],
    [
      "order_shipping",
      methods.map(({ id }) => ({
        ...own("ordspmv"),
        order_id: orderId,
        version: 1,
        shipping_method_id: id,
      })),
    ],
    ["order_cart", [{ ...own("ordercart"), order_id: orderId, cart_id: cart.id }]],
    [
      "order_payment_collection",
      [
        {
          ...own("ordpay"),
          order_id: orderId,
          payment_collection_id: cart.payment_collection_id,
        },
      ],
    ],
  ]
  return { orderId, tables, reservations: reservationsOf(cart, lines), lines, methods }
}

const times = () => {
  const now = new Date().toISOString()
  return { created_at: now, updated_at: now }
}
const own = (prefix: string) => ({ id: newId(prefix), ...times() })

const newId = (prefix: string): string => generateEntityId(undefined, prefix)

const ADDRESS = [
  "customer_id",
  "company",
  "first_name",
  "last_name",
  "address_1",
  "address_2",
  "city",
  "country_code",
  "province",
  "postal_code",
  "phone",
  "metadata",
]

function addressRow(address: WholeCart["shipping_address"]) {
  return address && { ...own("ordaddr"), ...picked(address, ADDRESS) }
}

const LINE = [
  "title",
  "subtitle",
  "thumbnail",
  "variant_id",
  "product_id",
  "product_title",
  "product_description",
  "product_subtitle",
  "product_type",
  "product_type_id",
  "product_collection",
  "product_handle",
  "variant_sku",
  "variant_barcode",
  "variant_title",
  "variant_option_values",
  "requires_shipping",
  "is_discountable",
  "is_giftcard",
  "is_tax_inclusive",
  "is_custom_price",
  "compare_at_unit_price",
  "raw_compare_at_unit_price",
  "unit_price",
  "raw_unit_price",
]

function lineRow(id: string, item: WholeItem) {
  return { ...own("ordli"), id, ...picked(item, LINE), metadata: item.metadata ?? {} }
}

const COUNTED = [
  "fulfilled",
  "shipped",
  "delivered",
  "return_requested",
  "return_received",
  "return_dismissed",
  "written_off",
]

function itemRow(orderId: string, lineId: string, { quantity, metadata }: WholeItem) {
  const nothing = COUNTED.flatMap((what) => [
    [`${what}_quantity`, 0],
    [`raw_${what}_quantity`, raw(0)],
  ])
  return {
    ...own("orditem"),
    order_id: orderId,
    version: 1,
    item_id: lineId,
    quantity,
    raw_quantity: raw(quantity),
    metadata: metadata ?? {},
    ...(Object.fromEntries(nothing) as object),
  }
}

const METHOD = [
  "name",
  "description",
  "amount",
  "raw_amount",
  "is_tax_inclusive",
  "shipping_option_id",
  "data",
  "metadata",
]

function methodRow(id: string, method: WholeCart["shipping_methods"][number]) {
  return { ...own("ordsm"), id, ...picked(method, METHOD), is_custom_amount: false }
}

function picked(row: Record<string, unknown>, names: string[]): object {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
}

/** Nothing is paid yet; a capture is counted when it comes. */
function summary(total: BigNumberInput): Record<string, number | Raw> {
  const due = { value: MathBN.convert(total).toString(), precision: 20 }
  const amounts: Record<string, Raw> = {
    paid_total: raw(0),
    refunded_total: raw(0),
    credit_line_total: raw(0),
    transaction_total: raw(0),
    accounting_total: due,
    pending_difference: due,
    current_order_total: due,
    original_order_total: due,
  }
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([name, amount]): [string, number | Raw][] => [
      [name, Number(amount.value)],
      [`raw_${name}`, amount],
    ]),
  )
}

function reservationsOf({ variants }: WholeCart, lines: OrderRows["lines"]): Reserved[] {
  return lines.flatMap(({ id, item }) => {
    const variant = variants.find((each) => each.id === item.variant_id)!
    if (!variant.manage_inventory) return []
    return variant.inventory_items.map(({ inventory_item_id, required_quantity, inventory }) => {
      const [level] = inventory.location_levels as [WholeLevel]
      return {
        line_item_id: id,
        inventory_item_id,
        location_id: level.location_id,
        level_id: level.id,
        quantity: required_quantity * item.quantity,
      }
    })
  })
}

/** The order as `consignmentRows` reads it, without asking for it again. */
export function orderToDivide(
  cart: WholeCart,
  totals: Totals,
  { orderId, lines, methods }: OrderRows,
  displayId: number,
): StoredOrder {
  const byId = <T extends { id: string }>(rows: T[], id: string) => rows.find((r) => r.id === id)!
  return {
    id: orderId,
    display_id: displayId,
    total: totals.total,
    items: lines.map(({ id, item }) => ({
      id,
      product_id: item.product_id!,
      variant_id: item.variant_id!,
      product_title: item.product_title,
      title: item.title,
      variant_title: item.variant_title as string | null,
      thumbnail: item.thumbnail as string | null,
      quantity: item.quantity,
      total: byId(totals.items, item.id).total,
      tax_total: byId(totals.items, item.id).tax_total,
      adjustments: [],
    })),
    shipping_methods: methods.map(({ id, cartMethodId }) => {
      const { name, shipping_option_id } = byId(cart.shipping_methods, cartMethodId)
      const { total, tax_total } = byId(totals.shipping_methods, cartMethodId)
      return { id, name, shipping_option_id: shipping_option_id!, total, tax_total }
    }),
    shipping_address: cart.shipping_address as StoredOrder["shipping_address"],
  }
}
