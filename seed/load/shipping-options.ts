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
  // Query knows this entity's shape only in an application that has generated its types.
  const options = data as StoredOption[]
  return new Map(
    options.map(({ id, name, data, shipping_profile }) => [
      `${shipping_profile.name}/${data.code}`,
      { id, name },
    ]),
  )
}

type StoredOption = {
  id: string
  name: string
  data: { code: string }
  shipping_profile: { name: string }
}
