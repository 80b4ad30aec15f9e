import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"

import type { Parcel } from "../types/http"
import {
  type OfferedOption,
  PARCEL_CART_FIELDS,
  PARCEL_SELLER_FIELDS,
  type ParcelCart,
  parcelsOf,
  type ParcelVariant,
} from "./parcels"

/** Reads a cart's parcels. NOT_FOUND when there is no such cart. */
export async function readParcels(container: MedusaContainer, cartId: string): Promise<Parcel[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: carts } = await query.graph(
    { entity: "cart", fields: PARCEL_CART_FIELDS, filters: { id: cartId } },
    { throwIfKeyNotFound: true },
  )
  // As asked for by the field lists; Query's types know neither totals nor our link.
  const cart = carts[0] as unknown as ParcelCart
  const variantIds = cart.items.flatMap(({ variant_id }) => variant_id ?? [])
  if (!variantIds.length) return []

  const [variants, offered] = await Promise.all([
    readSellersOf(container, variantIds),
    readOffered(container, cartId),
  ])
  return parcelsOf(cart, variants, offered)
}

async function readSellersOf(container: MedusaContainer, variantIds: string[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: PARCEL_SELLER_FIELDS,
    filters: { id: variantIds },
  })
  return data as unknown as ParcelVariant[]
}

async function readOffered(container: MedusaContainer, cartId: string) {
  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id: cartId },
  })
  const offered: unknown = result
  return offered as OfferedOption[]
}
