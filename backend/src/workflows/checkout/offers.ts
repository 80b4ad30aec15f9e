import type { MedusaContainer } from "@medusajs/framework/types"

import { sqlOn } from "../../gather/sql"
import type { StoredPrice } from "../completion/fast/whole-cart"

/** A chosen shipping option, and whether Medusa would offer it to this cart at its one price. */
export type Offer = {
  id: string
  name: string
  shipping_profile_id: string | null
  is_plain: boolean
  prices: StoredPrice[]
}

export type Offers = {
  options: Offer[]
  customer: { id: string; email: string } | null
  is_taxed: boolean
  is_tax_inclusive: boolean
  is_provider_enabled: boolean
  /** The cart's region sends to the address's country. */
  is_country_served: boolean
  has_automatic_promotions: boolean
}

/** What a checkout needs to know beside its cart, in one statement. */
export async function readOffers(
  container: MedusaContainer,
  wish: {
    cartId: string
    country: string
    email: string
    providerId: string | null
    optionIds: string[]
  },
): Promise<Offers> {
  const [row] = await sqlOn(container)<{ offers: Offers }>(OFFERS, [
    wish.optionIds,
    wish.country,
    wish.email,
    wish.providerId,
    wish.cartId,
  ])
  return row!.offers
}

/** Flat, by hand, for this country, from a location of this channel, under the everyday rules. */
const IS_PLAIN = `o.price_type = 'flat' and o.provider_id = 'manual_manual'
  and not exists (select from shipping_option_rule r
     where r.shipping_option_id = o.id and r.deleted_at is null
       and (r.attribute, r.value #>> '{}') not in
           (('is_return', 'false'), ('enabled_in_store', 'true')))
  and exists (select from service_zone z
     join geo_zone g on g.service_zone_id = z.id and g.type = 'country'
      and g.country_code = a.country and g.deleted_at is null
     join location_fulfillment_set f on f.fulfillment_set_id = z.fulfillment_set_id
      and f.deleted_at is null
     join sales_channel_stock_location x on x.stock_location_id = f.stock_location_id
      and x.sales_channel_id = c.sales_channel_id and x.deleted_at is null
    where z.id = o.service_zone_id and z.deleted_at is null)`

const OPTIONS = `coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name,
    'shipping_profile_id', o.shipping_profile_id, 'is_plain', ${IS_PLAIN},
    'prices', coalesce((select jsonb_agg(jsonb_build_object('raw_amount', r.raw_amount,
        'rules_count', r.rules_count, 'price_list_id', r.price_list_id,
        'min_quantity', r.min_quantity, 'max_quantity', r.max_quantity))
      from shipping_option_price_set l
      join price r on r.price_set_id = l.price_set_id and r.deleted_at is null
     where l.shipping_option_id = o.id and l.deleted_at is null
       and r.currency_code = c.currency_code), '[]')))
  from shipping_option o where o.id = any(a.option_ids) and o.deleted_at is null), '[]')`

const OFFERS = `
  with a as (select cast(? as text[]) as option_ids, cast(? as text) as country,
                    cast(? as text) as email, cast(? as text) as provider_id)
  select jsonb_build_object('options', ${OPTIONS},
    'customer', (select jsonb_build_object('id', u.id, 'email', u.email) from customer u
       where u.email = a.email and u.deleted_at is null
       order by u.has_account desc, u.created_at limit 1),
    'is_taxed', g.automatic_taxes,
    'is_tax_inclusive', coalesce((select p.is_tax_inclusive from price_preference p
       where p.attribute = 'currency_code' and p.value = c.currency_code
         and p.deleted_at is null limit 1), false),
    'is_provider_enabled', exists (select from region_payment_provider r
       join payment_provider y on y.id = r.payment_provider_id and y.is_enabled
       where r.region_id = c.region_id and r.payment_provider_id = a.provider_id
         and r.deleted_at is null),
    'is_country_served', exists (select from region_country n where n.region_id = c.region_id
       and n.iso_2 = a.country and n.deleted_at is null),
    'has_automatic_promotions', exists (select from promotion p
       where p.is_automatic and p.status = 'active' and p.deleted_at is null)) as offers
  from a, cart c join region g on g.id = c.region_id where c.id = ?`
