import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Every seller's shipping options by `handle/code`: a seller's profile bears its handle, and the
 * option's data its code.
 */
export async function shippingOptionsByCode(
  container: MedusaContainer,
): Promise<Map<string, { id: string; name: string }>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "shipping_option",
    fields: ["id", "name", "data", "shipping_profile.name"],
  })
  return new Map(
    data.map(({ id, name, data: details, shipping_profile }) => [
      `${shipping_profile.name}/${String(details?.["code"])}`,
      { id, name },
    ]),
  )
}
