import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"

/** A cart as a claim needs it: `amountFen` is what its payment session asks for, 0 without one. */
export type CartToClaim = {
  id: string
  metadata: Record<string, unknown> | null
  amountFen: number
}

type StoredCart = {
  id: string
  metadata: Record<string, unknown> | null
  payment_collection?: { payment_sessions?: { raw_amount: BigNumberInput }[] | null } | null
}

/** @throws MedusaError NOT_FOUND `cart_unknown`. */
export async function readCartToClaim(
  container: MedusaContainer,
  id: string,
): Promise<CartToClaim> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: ["id", "metadata", "payment_collection.payment_sessions.raw_amount"],
    filters: { id },
  })
  const cart = data[0] as unknown as StoredCart | undefined
  if (!cart) {
    throw refuse("not_found", "cart_unknown", {
      zh: `没有找到购物车 ${id}，请重新挑选商品。`,
      en: `There is no cart ${id}. Choose your goods again.`,
    })
  }
  const [session] = cart.payment_collection?.payment_sessions ?? []
  return { id, metadata: cart.metadata, amountFen: session ? toFen(session.raw_amount) : 0 }
}
