import { writeFile } from "node:fs/promises"

import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createStoresWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

import { firstOf } from "./collections"

/** What the store's metadata says of the seed, so that it is written once. */
const MARKER = "shangxing_seed"

export type Base = {
  storeId: string
  salesChannelId: string
  regionId: string
  publishableKey: string
}

/**
 * Whether the story is in this database.
 * @throws MedusaError `seed_interrupted` when an earlier run stopped half-way: it cannot be resumed.
 */
export async function isSeeded(container: MedusaContainer): Promise<boolean> {
  const stores = await container.resolve(Modules.STORE).listStores()
  const marker: unknown = stores[0]?.metadata?.[MARKER]
  if (marker === "started") {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "An earlier seed stopped half-way. Drop the database, migrate it anew and seed again.",
      "seed_interrupted",
    )
  }
  return marker === "done"
}

/** The marker keeps the other metadata of the store. */
export async function markStore(
  container: MedusaContainer,
  storeId: string,
  state: "started" | "done",
): Promise<void> {
  const store = await container.resolve(Modules.STORE).retrieveStore(storeId)
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: storeId },
      update: { metadata: { ...store.metadata, [MARKER]: state } },
    },
  })
}

/** The store, its one region (China, CNY, tax included) and its sales channel with a key. */
export async function openShop(container: MedusaContainer): Promise<Base> {
  const storeId = await theStore(container)
  await markStore(container, storeId, "started")
  const salesChannelId = await theSalesChannel(container)
  await container
    .resolve(Modules.PRICING)
    .createPricePreferences([{ attribute: "currency_code", value: "cny", is_tax_inclusive: true }])
  const regions = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "中国",
          currency_code: "cny",
          countries: ["cn"],
          payment_providers: ["pp_stripe_stripe"],
          automatic_taxes: false,
          is_tax_inclusive: true,
        },
      ],
    },
  })
  const region = firstOf(regions.result, "region")
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: storeId },
      update: {
        name: "上行",
        supported_currencies: [{ currency_code: "cny", is_default: true, is_tax_inclusive: true }],
        default_sales_channel_id: salesChannelId,
        default_region_id: region.id,
      },
    },
  })
  const publishableKey = await storefrontKey(container, salesChannelId)
  return { storeId, salesChannelId, regionId: region.id, publishableKey }
}

/** Medusa makes a store at its first start; a bare database has none. */
async function theStore(container: MedusaContainer): Promise<string> {
  const [existing] = await container.resolve(Modules.STORE).listStores()
  if (existing) return existing.id
  const { result } = await createStoresWorkflow(container).run({
    input: {
      stores: [
        { name: "上行", supported_currencies: [{ currency_code: "cny", is_default: true }] },
      ],
    },
  })
  return firstOf(result, "store").id
}

async function theSalesChannel(container: MedusaContainer): Promise<string> {
  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "上行商城", description: "消费者网站" }] },
  })
  return firstOf(result, "sales channel").id
}

/**
 * Medusa draws the key's token by lot and cannot be given one, so it is written where the
 * storefront's start-up looks for it: the JSON file named by SEED_OUTPUT.
 */
async function storefrontKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ type: "publishable", title: "上行 storefront", created_by: "seed" }] },
  })
  const key = firstOf(result, "publishable key")
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [salesChannelId] },
  })
  const file = process.env["SEED_OUTPUT"]
  if (file) await writeFile(file, `${JSON.stringify({ publishable_key: key.token }, null, 2)}\n`)
  return key.token
}
