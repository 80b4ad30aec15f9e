import { inTurns, type Scene } from "./basket.ts"

type Placed = { cart_id: string; order_id: string }

/** A buyer who was told of an order must have exactly that one, and the page must say the same. */
export async function wrongAnswers({ ground, answers }: Scene): Promise<string[]> {
  const carts = [...new Set(answers.map(({ cartId }) => cartId))]
  const rows = await ground.ask<Placed>(
    "select cart_id, order_id from order_cart where deleted_at is null and cart_id = any($1)",
    [carts],
  )
  const orderOf = new Map(rows.map(({ cart_id, order_id }) => [cart_id, order_id]))
  const told = answers
    .filter(({ cartId, answer }) => answer.orderId && answer.orderId !== orderOf.get(cartId))
    .map(
      ({ cartId, answer }) =>
        `buyer of ${cartId} was told of ${answer.orderId}, the order is ${orderOf.get(cartId)}`,
    )
  const shown = await inTurns(carts, 4, async (cartId) => {
    const { state, order_id } = await ground.shop.look(cartId)
    const mine = orderOf.get(cartId) ?? null
    const isTrue = mine ? state === "placed" && order_id === mine : state !== "placed"
    return isTrue ? [] : [`the page of ${cartId} says ${state} ${order_id}, the order is ${mine}`]
  })
  return [...told, ...shown.flat()]
}
