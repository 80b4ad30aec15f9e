import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  createInventoryItemsWorkflow,
  createProductsWorkflow,
  createRemoteLinkStep,
} from "@medusajs/medusa/core-flows"

import { toYuan } from "../lib/medusa-money"
import { SELLER_MODULE } from "../modules/seller"
import type { SellerRow } from "../modules/seller/service"
import type { ListingStatus } from "../types/http"
import { type ListingInput, type ListingVariantInput, PACK_OPTION_TITLE } from "./listing-input"
import { loadSellerStep } from "./steps/load-seller"
import { validateListingStep } from "./steps/validate-listing"

export type CreateSellerProductWorkflowInput = ListingInput & {
  seller_id: string
  /** Defaults to the seller's handle and the last digits of the first GTIN. */
  handle?: string
  /** Defaults to `draft`. */
  status?: ListingStatus
  variants: (Omit<ListingVariantInput, "id"> & { gtin: string })[]
}

export const createSellerProductWorkflowId = "create-seller-product"

/**
 * Lists a product of a seller: in its sales channel, with its shipping profile, and with stock that
 * starts at zero at its own location (lots fill it later).
 *
 * A GTIN or handle that exists is refused by Medusa, so a second run creates nothing.
 *
 * @example
 * const { result: product } = await createSellerProductWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     title: "盐源糖心苹果",
 *     images: ["/art/apple.webp"],
 *     variants: [{ title: "5斤装", gtin: "09521234000010", weight_g: 2500, price_fen: 4980 }],
 *   },
 * })
 *
 * @summary
 * List a product of a seller.
 */
export const createSellerProductWorkflow = createWorkflow(
  createSellerProductWorkflowId,
  function (input: CreateSellerProductWorkflowInput) {
    validateListingStep(input)
    const seller = loadSellerStep({ id: input.seller_id })
    const items = createInventoryItemsWorkflow.runAsStep({
      input: transform({ input, seller }, ({ input, seller }) => ({
        items: input.variants.map((variant) => inventoryItemOf(variant, locationOf(seller))),
      })),
    })
    const products = createProductsWorkflow.runAsStep({
      input: transform({ input, seller, items }, ({ input, seller, items }) => ({
        products: [
          productOf(
            input,
            seller,
            items.map(({ id }) => id),
          ),
        ],
      })),
    })
    createRemoteLinkStep(
      transform({ products, seller }, ({ products, seller }) => [
        {
          [Modules.PRODUCT]: { product_id: products[0]!.id },
          [SELLER_MODULE]: { seller_id: seller.id },
        },
      ]),
    )
    return new WorkflowResponse(transform({ products }, ({ products }) => products[0]!))
  },
)

/** The seller's stock location; a seller that was never taken on properly has none. */
export function locationOf(seller: Pick<SellerRow, "id" | "stock_location_id">): string {
  if (seller.stock_location_id) return seller.stock_location_id
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Seller ${seller.id} has no stock location, so it can't hold goods. Take it on with createSellerWorkflow.`,
    "seller_location_missing",
  )
}

/** Stock of a pack size: none yet, at the seller's own location. */
export function inventoryItemOf(variant: ListingVariantInput, locationId: string) {
  return {
    sku: variant.sku ?? variant.gtin,
    title: variant.title,
    weight: variant.weight_g,
    requires_shipping: true,
    location_levels: [{ location_id: locationId, stocked_quantity: 0 }],
  }
}

/** A pack size as Medusa's variant: barcode = GTIN, weight in grams, one price in CNY. */
export function variantOf(variant: ListingVariantInput, inventoryItemId: string) {
  return {
    title: variant.title,
    sku: variant.sku ?? variant.gtin,
    barcode: variant.gtin,
    weight: variant.weight_g,
    manage_inventory: true,
    allow_backorder: false,
    options: { [PACK_OPTION_TITLE]: variant.title },
    prices: [{ currency_code: "cny", amount: toYuan(variant.price_fen) }],
    inventory_items: [{ inventory_item_id: inventoryItemId, required_quantity: 1 }],
  }
}

function productOf(
  input: CreateSellerProductWorkflowInput,
  seller: SellerRow,
  inventoryItemIds: string[],
): CreateProductWorkflowInputDTO {
  return {
    title: input.title,
    subtitle: input.subtitle ?? undefined,
    description: input.description ?? undefined,
    handle: input.handle ?? `${seller.handle}-${input.variants[0]!.gtin.slice(-6)}`,
    images: input.images.map((url) => ({ url })),
    thumbnail: input.thumbnail ?? input.images[0],
    metadata: input.metadata ?? undefined,
    status: input.status ?? "draft",
    shipping_profile_id: seller.shipping_profile_id ?? undefined,
    sales_channels: seller.sales_channel_id ? [{ id: seller.sales_channel_id }] : [],
    options: [{ title: PACK_OPTION_TITLE, values: input.variants.map(({ title }) => title) }],
    variants: input.variants.map((variant, i) => variantOf(variant, inventoryItemIds[i]!)),
  }
}
