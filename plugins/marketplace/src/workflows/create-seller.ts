import type { FulfillmentWorkflow } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  createFulfillmentSets,
  createRemoteLinkStep,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  emitEventStep,
} from "@medusajs/medusa/core-flows"

import { toYuan } from "../lib/medusa-money"
import type { SellerKind, SellerStatus } from "../types/http"
import { createSellerRowStep } from "./steps/create-seller-row"
import { validateSellerHandleStep } from "./steps/validate-seller-handle"

export type SellerShippingOption = {
  /** Distinguishes the seller's own options, e.g. `standard`, `cold-chain`. */
  code: string
  name: string
  name_en: string
  amount_fen: number
  days_min: number
  days_max: number
}

export type CreateSellerWorkflowInput = {
  handle: string
  kind: SellerKind
  name_zh: string
  name_en: string
  county_code: string
  township_code?: string | null
  unified_social_credit_code?: string | null
  founded_year?: number | null
  about_zh?: string | null
  about_en?: string | null
  /** Defaults to `applied`; only an approved seller may sell. */
  status?: SellerStatus
  commission_basis_points?: number
  sales_channel_id: string
  shipping_options: SellerShippingOption[]
}

export const createSellerWorkflowId = "create-seller"

/** Where Medusa's built-in provider for parcels handled by hand is registered. */
const FULFILLMENT_PROVIDER_ID = "manual_manual"

/**
 * Takes a seller on: its own stock location (in the sales channel), shipping profile, delivery
 * zone (all of China) and shipping options, so that each of its sales becomes its own consignment.
 *
 * Refuses a handle that is taken (`seller_handle_taken`), so a second run creates nothing.
 *
 * @example
 * const { result: seller } = await createSellerWorkflow(container).run({
 *   input: {
 *     handle: "yanyuan-apple-coop",
 *     kind: "cooperative",
 *     name_zh: "盐源苹果专业合作社",
 *     name_en: "Yanyuan Apple Cooperative",
 *     county_code: "513423",
 *     status: "approved",
 *     sales_channel_id: "sc_1",
 *     shipping_options: [
 *       { code: "standard", name: "快递", name_en: "Parcel", amount_fen: 1200, days_min: 2, days_max: 4 },
 *     ],
 *   },
 * })
 *
 * @summary
 * Take a seller on, with its location and shipping.
 */
export const createSellerWorkflow = createWorkflow(
  createSellerWorkflowId,
  function (input: CreateSellerWorkflowInput) {
    validateSellerHandleStep(input)
    const profiles = createShippingProfilesWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({ data: [shippingProfileOf(input)] })),
    })
    const locations = createStockLocationsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({ locations: [stockLocationOf(input)] })),
    })
    const sets = createFulfillmentSets(transform({ input }, ({ input }) => [deliveryZoneOf(input)]))
    createRemoteLinkStep(
      transform({ input, locations, sets }, ({ input, locations, sets }) =>
        locationLinks(locations[0]!.id, sets[0]!.id, input.sales_channel_id),
      ),
    )
    createShippingOptionsWorkflow.runAsStep({
      input: transform({ input, profiles, sets }, ({ input, profiles, sets }) =>
        shippingOptionsOf(input, profiles[0]!.id, sets[0]!.service_zones[0]!.id),
      ),
    })
    const seller = createSellerRowStep(
      transform({ input, profiles, locations }, ({ input, profiles, locations }) =>
        sellerRowOf(input, profiles[0]!.id, locations[0]!.id),
      ),
    )
    emitEventStep({ eventName: "seller.created", data: { id: seller.id } })

    return new WorkflowResponse(seller)
  },
)

function shippingProfileOf({ handle }: CreateSellerWorkflowInput) {
  return { name: handle, type: "seller" }
}

function stockLocationOf(input: CreateSellerWorkflowInput) {
  return {
    name: input.name_zh,
    address: { address_1: input.name_zh, country_code: "cn" },
    metadata: { county_code: input.county_code },
  }
}

function deliveryZoneOf({ handle }: CreateSellerWorkflowInput) {
  return {
    name: handle,
    type: "shipping",
    service_zones: [
      { name: handle, geo_zones: [{ type: "country" as const, country_code: "cn" }] },
    ],
  }
}

function locationLinks(locationId: string, fulfillmentSetId: string, salesChannelId: string) {
  const location = { [Modules.STOCK_LOCATION]: { stock_location_id: locationId } }
  return [
    { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: fulfillmentSetId } },
    { ...location, [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER_ID } },
    { [Modules.SALES_CHANNEL]: { sales_channel_id: salesChannelId }, ...location },
  ]
}

function shippingOptionsOf(
  input: CreateSellerWorkflowInput,
  shippingProfileId: string,
  serviceZoneId: string,
): FulfillmentWorkflow.CreateShippingOptionsWorkflowInput[] {
  return input.shipping_options.map((option) => ({
    name: option.name,
    service_zone_id: serviceZoneId,
    shipping_profile_id: shippingProfileId,
    provider_id: FULFILLMENT_PROVIDER_ID,
    price_type: "flat",
    type: { label: option.name, description: option.name_en, code: option.code },
    data: {
      code: option.code,
      name_en: option.name_en,
      days_min: option.days_min,
      days_max: option.days_max,
    },
    prices: [{ currency_code: "cny", amount: toYuan(option.amount_fen) }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  }))
}

function sellerRowOf(
  input: CreateSellerWorkflowInput,
  shippingProfileId: string,
  stockLocationId: string,
) {
  const { shipping_options: _options, ...seller } = input
  return {
    ...seller,
    shipping_profile_id: shippingProfileId,
    stock_location_id: stockLocationId,
  }
}
