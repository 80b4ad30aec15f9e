import type { MedusaContainer } from "@medusajs/framework/types"
import { refuse } from "@shangxing/marketplace/lib/localize"
import { toFen } from "@shangxing/marketplace/lib/medusa-money"

import { sqlOn } from "../../gather/sql"

/** A cart as a claim needs it: `amountFen` is what its payment session asks for, 0 without one. */
export type CartToClaim = {
  id: string
  amountFen: number
  session: { paymentId: string | null } | null
}

type Row = { amount: { value: string } | null; payment_id: string | null }

/** @throws MedusaError NOT_FOUND `cart_unknown`. */
export async function readCartToClaim(
  container: MedusaContainer,
  id: string,
): Promise<CartToClaim> {
  const [cart] = await sqlOn(container)<Row>(
    `select s.raw_amount as amount, s.payment_id
       from cart c
       left join lateral (
         select s.raw_amount, (select p.id from payment p
                  where p.payment_session_id = s.id and p.deleted_at is null limit 1) as payment_id
           from cart_payment_collection k
           join payment_session s on s.payment_collection_id = k.payment_collection_id
            and s.deleted_at is null
          where k.cart_id = c.id and k.deleted_at is null
          order by s.created_at, s.id limit 1) s on true
      where c.id = ? and c.deleted_at is null`,
    [id],
  )
  if (!cart) {
    throw refuse("not_found", "cart_unknown", {
      zh: `没有找到购物车 ${id}，请重新挑选商品。`,
      en: `There is no cart ${id}. Choose your goods again.`,
    })
  }
  const { amount, payment_id } = cart
  return { id, amountFen: amount ? toFen(amount) : 0, session: amount && { paymentId: payment_id } }
}
