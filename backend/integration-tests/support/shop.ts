import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"

export type Shop = { regionId: string; salesChannelId: string; publishableKey: string }

/** What Medusa itself needs before anything can be sold: a region, a channel, a storefront key. */
export async function openShop(container: MedusaContainer): Promise<Shop> {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "上行" }] },
  })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "中国",
          currency_code: "cny",
          countries: ["cn"],
          payment_providers: ["pp_system_default", "pp_stripe_stripe"],
          automatic_taxes: false,
        },
      ],
    },
  })
  await container
    .resolve(Modules.PRICING)
    .createPricePreferences([{ attribute: "currency_code", value: "cny", is_tax_inclusive: true }])
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ type: "publishable", title: "storefront", created_by: "" }] },
  })
  const salesChannelId = channels[0]!.id
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]!.id, add: [salesChannelId] },
  })
  return { regionId: regions[0]!.id, salesChannelId, publishableKey: keys[0]!.token }
}
