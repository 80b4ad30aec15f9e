import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import type { StoredCartVariant } from "@shangxing/marketplace/lib/cart-to-check"
import type { StoredSeller } from "@shangxing/marketplace/lib/order-to-consignments"

import { sqlOn } from "../../../gather/sql"

/**
 * All that is known of a cart which is to become an order, in one statement where Query takes
 * dozens. The column names are those of Medusa 2.21.2's tables; `fast-completion.spec.ts` fails when
 * an update changes what becomes of them.
 */

export type Raw = { value: string; precision: number }
type Row = Record<string, unknown> & { id: string }

export type WholeItem = Row & {
  title: string
  product_title: string | null
  variant_id: string | null
  product_id: string | null
  quantity: number
  unit_price: number
  raw_unit_price: Raw
  requires_shipping: boolean
  is_custom_price: boolean
  is_giftcard: boolean
  is_tax_inclusive: boolean
}

export type WholeMethod = Row & {
  name: string
  amount: number
  raw_amount: Raw
  is_tax_inclusive: boolean
  shipping_option_id: string | null
  shipping_option: { shipping_profile_id: string | null } | null
}

export type WholeLevel = {
  id: string
  location_id: string
  is_in_channel: boolean
  stocked_quantity: BigNumberInput
  reserved_quantity: BigNumberInput
}

export type WholeVariant = Omit<StoredCartVariant, "inventory_items" | "product"> & {
  weight: number | null
  inventory_items: {
    inventory_item_id: string
    required_quantity: number
    inventory: { location_levels: WholeLevel[] }
  }[]
  product: {
    id: string
    shipping_profile_id: string | null
    seller: (NonNullable<NonNullable<StoredCartVariant["product"]>["seller"]> & StoredSeller) | null
  }
  prices: StoredPrice[]
}

export type StoredPrice = {
  raw_amount: Raw
  rules_count: number
  price_list_id: string | null
  min_quantity: number | null
  max_quantity: number | null
}

export type WholeSession = {
  id: string
  provider_id: string
  data: Record<string, unknown> | null
  status: string
  currency_code: string
  raw_amount: Raw
  is_enabled: boolean
  payment: { is_canceled: boolean; refunds: Raw[] } | null
}

export type WholeCart = Row & {
  completed_at: string | null
  currency_code: string
  region_id: string | null
  customer_id: string | null
  sales_channel_id: string | null
  email: string | null
  locale: string | null
  metadata: Record<string, unknown> | null
  shipping_address: Row | null
  billing_address: Row | null
  items: WholeItem[]
  shipping_methods: WholeMethod[]
  variants: WholeVariant[]
  payment_collection_id: string | null
  sessions: WholeSession[]
  order_id: string | null
  credit_lines: number
  adjustments: number
  promotions: number
  tax_lines: number
}

/** @returns nothing when there is no such cart. */
export async function readWholeCart(
  container: MedusaContainer,
  id: string,
): Promise<WholeCart | undefined> {
  const [row] = await sqlOn(container)<{ cart: WholeCart }>(WHOLE_CART, [id])
  return row?.cart
}

const ITEMS = `
  coalesce((select jsonb_agg(to_jsonb(i) order by i.created_at, i.id)
    from cart_line_item i where i.cart_id = c.id and i.deleted_at is null), '[]')`

const METHODS = `
  coalesce((select jsonb_agg(to_jsonb(m) || jsonb_build_object(
      'shipping_option', (select jsonb_build_object('shipping_profile_id', o.shipping_profile_id)
         from shipping_option o where o.id = m.shipping_option_id and o.deleted_at is null))
      order by m.created_at, m.id)
    from cart_shipping_method m where m.cart_id = c.id and m.deleted_at is null), '[]')`

const LEVELS = `
  coalesce((select jsonb_agg(jsonb_build_object(
      'id', n.id, 'location_id', n.location_id,
      'stocked_quantity', n.stocked_quantity, 'reserved_quantity', n.reserved_quantity,
      'is_in_channel', exists (select from sales_channel_stock_location x
         where x.stock_location_id = n.location_id and x.sales_channel_id = c.sales_channel_id
           and x.deleted_at is null)) order by n.id)
    from inventory_level n
   where n.inventory_item_id = vi.inventory_item_id and n.deleted_at is null), '[]')`

/** A variant as `cartToCheck` and `consignmentRows` want it, in the cart `c`. */
export const VARIANT = `jsonb_build_object(
  'id', v.id, 'weight', v.weight, 'manage_inventory', v.manage_inventory,
  'allow_backorder', v.allow_backorder,
  'inventory_items', coalesce((select jsonb_agg(jsonb_build_object(
      'inventory_item_id', vi.inventory_item_id, 'required_quantity', vi.required_quantity,
      'inventory', jsonb_build_object('location_levels', ${LEVELS})) order by vi.id)
    from product_variant_inventory_item vi where vi.variant_id = v.id and vi.deleted_at is null), '[]'),
  'product', jsonb_build_object('id', p.id,
    'shipping_profile_id', (select l.shipping_profile_id from product_shipping_profile l
       where l.product_id = p.id and l.deleted_at is null limit 1),
    'seller', (select to_jsonb(s) from product_product_seller_seller l
       join seller s on s.id = l.seller_id and s.deleted_at is null
       where l.product_id = p.id and l.deleted_at is null limit 1)),
  'prices', coalesce((select jsonb_agg(jsonb_build_object('raw_amount', r.raw_amount,
      'rules_count', r.rules_count, 'price_list_id', r.price_list_id,
      'min_quantity', r.min_quantity, 'max_quantity', r.max_quantity))
    from product_variant_price_set l
    join price r on r.price_set_id = l.price_set_id and r.deleted_at is null
   where l.variant_id = v.id and l.deleted_at is null
     and r.currency_code = c.currency_code), '[]'))`

const SESSIONS = `
  coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'provider_id', s.provider_id,
      'data', s.data, 'status', s.status,
      'currency_code', s.currency_code, 'raw_amount', s.raw_amount,
      'is_enabled', exists (select from region_payment_provider r where r.region_id = c.region_id
         and r.payment_provider_id = s.provider_id and r.deleted_at is null),
      'payment', (select jsonb_build_object('is_canceled', y.canceled_at is not null,
           'refunds', coalesce((select jsonb_agg(f.raw_amount) from refund f
              where f.payment_id = y.id and f.deleted_at is null), '[]'))
         from payment y where y.payment_session_id = s.id and y.deleted_at is null))
      order by s.created_at, s.id)
    from payment_session s
   where s.payment_collection_id = k.payment_collection_id and s.deleted_at is null), '[]')`

const WHOLE_CART = `
  select to_jsonb(c) || jsonb_build_object(
    'shipping_address', (select to_jsonb(a) from cart_address a where a.id = c.shipping_address_id),
    'billing_address', (select to_jsonb(a) from cart_address a where a.id = c.billing_address_id),
    'items', ${ITEMS},
    'shipping_methods', ${METHODS},
    'variants', coalesce((select jsonb_agg(${VARIANT}) from product_variant v
       join product p on p.id = v.product_id and p.deleted_at is null
      where v.deleted_at is null and v.id in (select i.variant_id from cart_line_item i
        where i.cart_id = c.id and i.deleted_at is null)), '[]'),
    'payment_collection_id', k.payment_collection_id,
    'sessions', ${SESSIONS},
    'order_id', (select o.order_id from order_cart o where o.cart_id = c.id and o.deleted_at is null),
    'credit_lines', (select count(*) from credit_line l
       where l.cart_id = c.id and l.deleted_at is null),
    'promotions', (select count(*) from cart_promotion l
       where l.cart_id = c.id and l.deleted_at is null),
    'adjustments', (select count(*) from cart_line_item_adjustment a
         join cart_line_item i on i.id = a.item_id and i.deleted_at is null
        where i.cart_id = c.id and a.deleted_at is null)
      + (select count(*) from cart_shipping_method_adjustment a
         join cart_shipping_method m on m.id = a.shipping_method_id and m.deleted_at is null
        where m.cart_id = c.id and a.deleted_at is null),
    'tax_lines', (select count(*) from cart_line_item_tax_line t
         join cart_line_item i on i.id = t.item_id and i.deleted_at is null
        where i.cart_id = c.id and t.deleted_at is null)
      + (select count(*) from cart_shipping_method_tax_line t
         join cart_shipping_method m on m.id = t.shipping_method_id and m.deleted_at is null
        where m.cart_id = c.id and t.deleted_at is null)) as cart
  from cart c
  left join cart_payment_collection k on k.cart_id = c.id and k.deleted_at is null
  where c.id = ? and c.deleted_at is null`
