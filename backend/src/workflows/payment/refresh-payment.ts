import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { toYuan } from "@shangxing/marketplace/lib/medusa-money"

import { type CartPayment, readCartPayment } from "../../gather/cart-payment"
import { STRIPE_PROVIDER } from "../../gather/stripe-session"

/**
 * Asks the provider how a cart's payment stands and writes its answer down. A payment that is made,
 * or that is not the provider's, is left as it is known.
 */
export async function refreshPayment(
  container: MedusaContainer,
  cartId: string,
): Promise<CartPayment> {
  const known = await readCartPayment(container, cartId)
  const { session } = known
  if (!session || session.provider_id !== STRIPE_PROVIDER || session.hasPayment) return known
  const { id, data, amountFen, currency } = session
  const updated = await container.resolve(Modules.PAYMENT).updatePaymentSession({
    id,
    data,
    amount: toYuan(amountFen),
    currency_code: currency,
  })
  return { ...known, session: { ...session, status: updated.status, data: updated.data ?? {} } }
}
