import type { MedusaContainer } from "@medusajs/framework/types"
import type { Raw, StoredPrice } from "../completion/fast/whole-cart"

import { sqlOn } from "../../gather/sql"

/** A variant with all that its line in a cart says, and the cart that it is to go into. */
export type Shelf = {
  region: { id: string; currency_code: string; is_taxed: boolean; is_tax_inclusive: boolean } | null
  has_automatic_promotions: boolean
  cart: OpenCart | null
  variant: ShelfVariant | null
}

export type OpenCart = {
  id: string
  is_completed: boolean
  is_plain: boolean
  lines: { id: string; quantity: number; is_custom_price: boolean; metadata: object | null }[]
}

export type ShelfVariant = {
  /** The columns of `cart_line_item` that the catalogue gives. */
  line: Record<string, unknown>
  is_on_sale: boolean
  manage_inventory: boolean
  allow_backorder: boolean
  /** Packs that can be sold from locations of the sales channel; null without stock. */
  available: number | null
  prices: StoredPrice[]
}

export type ShelfWish = {
  cartId: string | null
  regionId: string | null
  salesChannelId: string
  variantId: string
}

/** One statement for what Medusa's cart workflows gather with dozens. */
export async function readShelf(container: MedusaContainer, wish: ShelfWish): Promise<Shelf> {
  const { cartId, regionId, salesChannelId, variantId } = wish
  const [row] = await sqlOn(container)<{ shelf: Shelf }>(SHELF, [
    cartId,
    regionId,
    salesChannelId,
    variantId,
  ])
  return row!.shelf
}

/** A line's columns for one piece price. */
export function priceColumns(raw: Raw): object {
  return { unit_price: raw.value, raw_unit_price: raw }
}

const REGION = `select jsonb_build_object('id', r.id, 'currency_code', r.currency_code,
    'is_taxed', r.automatic_taxes,
    'is_tax_inclusive', coalesce((select p.is_tax_inclusive from price_preference p
       where p.attribute = 'currency_code' and p.value = r.currency_code
         and p.deleted_at is null limit 1), false))
  from region r where r.id = a.region_id and r.deleted_at is null`

const CART = `select jsonb_build_object('id', c.id,
    'is_completed', c.completed_at is not null,
    'is_plain', c.completed_at is null and c.locale is null
      and c.sales_channel_id = a.sales_channel_id
      and not exists (select from cart_promotion l where l.cart_id = c.id and l.deleted_at is null)
      and not exists (select from cart_payment_collection l
           where l.cart_id = c.id and l.deleted_at is null)
      and not exists (select from cart_shipping_method l
           where l.cart_id = c.id and l.deleted_at is null),
    'lines', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'quantity', i.quantity,
        'is_custom_price', i.is_custom_price, 'metadata', i.metadata))
      from cart_line_item i where i.cart_id = c.id and i.variant_id = a.variant_id
       and i.deleted_at is null), '[]'))
  from cart c where c.id = a.cart_id and c.deleted_at is null`

/** The least that the stock of any of its inventory items allows. */
const AVAILABLE = `select min(floor(coalesce((
      select sum(n.stocked_quantity - n.reserved_quantity) from inventory_level n
        join sales_channel_stock_location x on x.stock_location_id = n.location_id
         and x.sales_channel_id = a.sales_channel_id and x.deleted_at is null
       where n.inventory_item_id = vi.inventory_item_id and n.deleted_at is null), 0)
      / vi.required_quantity))::int
  from product_variant_inventory_item vi where vi.variant_id = v.id and vi.deleted_at is null`

const LINE = `jsonb_build_object('title', p.title, 'subtitle', v.title,
    'thumbnail', coalesce(v.thumbnail, p.thumbnail), 'product_id', p.id,
    'product_title', p.title, 'product_description', p.description,
    'product_subtitle', p.subtitle, 'product_type', t.value, 'product_type_id', t.id,
    'product_collection', k.title, 'product_handle', p.handle, 'variant_id', v.id,
    'variant_sku', v.sku, 'variant_barcode', v.barcode, 'variant_title', v.title,
    'is_discountable', p.discountable, 'is_giftcard', p.is_giftcard,
    'requires_shipping', exists (select from product_shipping_profile l
        where l.product_id = p.id and l.deleted_at is null)
      or exists (select from product_variant_inventory_item vi
          join inventory_item n on n.id = vi.inventory_item_id and n.requires_shipping
         where vi.variant_id = v.id and vi.deleted_at is null))`

const VARIANT = `select jsonb_build_object('line', ${LINE},
    'is_on_sale', p.status = 'published' and exists (select from product_sales_channel l
        where l.product_id = p.id and l.sales_channel_id = a.sales_channel_id
          and l.deleted_at is null),
    'manage_inventory', v.manage_inventory, 'allow_backorder', v.allow_backorder,
    'available', (${AVAILABLE}),
    'prices', coalesce((select jsonb_agg(jsonb_build_object('raw_amount', r.raw_amount,
        'rules_count', r.rules_count, 'price_list_id', r.price_list_id,
        'min_quantity', r.min_quantity, 'max_quantity', r.max_quantity))
      from product_variant_price_set l
      join price r on r.price_set_id = l.price_set_id and r.deleted_at is null
     where l.variant_id = v.id and l.deleted_at is null
       and r.currency_code = (select g.currency_code from region g where g.id = a.region_id)), '[]'))
  from product_variant v
  join product p on p.id = v.product_id and p.deleted_at is null
  left join product_type t on t.id = p.type_id and t.deleted_at is null
  left join product_collection k on k.id = p.collection_id and k.deleted_at is null
 where v.id = a.variant_id and v.deleted_at is null`

const SHELF = `
  with asked as (select cast(? as text) as cart_id, cast(? as text) as region_id,
                        cast(? as text) as sales_channel_id, cast(? as text) as variant_id),
  a as (select asked.cart_id, asked.sales_channel_id, asked.variant_id,
               coalesce((select c.region_id from cart c where c.id = asked.cart_id),
                        asked.region_id,
                        (select s.default_region_id from store s where s.deleted_at is null
                          order by s.created_at limit 1),
                        (select r.id from region r where r.deleted_at is null
                          order by r.created_at limit 1)) as region_id from asked)
  select jsonb_build_object('region', (${REGION}),
    'has_automatic_promotions', exists (select from promotion p
       where p.is_automatic and p.status = 'active' and p.deleted_at is null),
    'cart', (${CART}), 'variant', (${VARIANT})) as shelf
  from a`
