import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Reading = { entity: string; fields: string[]; filters?: Record<string, unknown> }

/**
 * Rows of Medusa's own data through Query, as the caller says they are. Query's types know no link
 * of ours and exist only after a build, so the shape stands beside the fields that ask for it.
 */
export async function readRows<Row>(container: MedusaContainer, reading: Reading): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const answer: { data: unknown } = await query.graph(reading)
  return answer.data as Row[]
}
