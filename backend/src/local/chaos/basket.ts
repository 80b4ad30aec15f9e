import { setTimeout as pause } from "node:timers/promises"

import type { Dice } from "./dice.ts"
import type { Ground } from "./ground.ts"
import type { Answer, Method, Wanted } from "./shop.ts"

const everyMethod: Method[] = ["card", "alipay", "wechat_pay"]

export type Paying = { cartId: string; intentId: string; method: Method }

/** What a case is given: the shop, its own dice, how much to do, and who was answered what. */
export type Scene = {
  ground: Ground
  random: Dice
  isLong: boolean
  answers: { cartId: string; answer: Answer }[]
  /** Says a line of what is going on. */
  note: (line: string) => void
}

/** One or two goods of which there are plenty; drawn before anything is awaited. */
export async function drawBaskets({ ground, random }: Scene, count: number): Promise<Wanted[][]> {
  const plenty = (await ground.shop.goods()).filter(({ left }) => left >= 40)
  if (plenty.length === 0) throw new Error("No goods are in stock for chaos.")
  return Array.from({ length: count }, () =>
    random
      .shuffled(plenty)
      .slice(0, random.between(1, 2))
      .map(({ id: variantId }) => ({ variantId, quantity: random.between(1, 2) })),
  )
}

/** Carts with goods, address and freight; some at a time, as buyers come. */
export async function fillCarts(scene: Scene, count: number): Promise<string[]> {
  const baskets = await drawBaskets(scene, count)
  return await inTurns(baskets, 4, (wanted) => scene.ground.shop.readyCart(wanted))
}

/** Carts whose payment is open and waits for the buyer. */
export async function openCarts(scene: Scene, count: number, method?: Method): Promise<Paying[]> {
  const carts = await fillCarts(scene, count)
  const methods = carts.map(() => method ?? scene.random.pick(everyMethod))
  return await inTurns(carts, 4, async (cartId, i) => {
    const intentId = await scene.ground.shop.open(cartId, methods[i]!)
    return { cartId, intentId, method: methods[i]! }
  })
}

/** The buyer pays at the bank, and tells nobody. */
export async function pay({ ground: { bank } }: Scene, { intentId, method }: Paying) {
  await (method === "card" ? bank.payByCard(intentId) : bank.approve(intentId))
}

/** Presses the button, and remembers what was answered. */
export async function complete(scene: Scene, cartId: string): Promise<Answer> {
  const answer = await scene.ground.shop.complete(cartId)
  scene.answers.push({ cartId, answer })
  return answer
}

export type Sale = { paymentId: string; orderId: string; yuan: number; cartId: string }

/** Orders that are paid and booked, for refunds. */
export async function sell(scene: Scene, count: number, method?: Method): Promise<Sale[]> {
  return await sellCarts(scene, await openCarts(scene, count, method))
}

/** Pays and completes these carts, and waits until they are sold and booked. */
export async function sellCarts(scene: Scene, paying: Paying[]): Promise<Sale[]> {
  for (const one of paying) await pay(scene, one)
  await inTurns(paying, 4, ({ cartId }) => complete(scene, cartId))
  const areSold = async () => (await salesOf(scene, paying)).length === paying.length
  const isSold = await eventually(areSold, 30)
  if (!isSold) throw new Error("A sale for the refunds was not placed, captured and booked.")
  return await salesOf(scene, paying)
}

async function salesOf({ ground: { ask } }: Scene, paying: Paying[]): Promise<Sale[]> {
  return await ask<Sale>(
    `select c.cart_id as "cartId", l.order_id as "orderId", p.id as "paymentId",
            p.amount::float as yuan
       from order_cart c
       join order_payment_collection l on l.order_id = c.order_id
       join payment p on p.payment_collection_id = l.payment_collection_id
      where c.cart_id = any($1) and c.deleted_at is null and p.captured_at is not null
        and exists (select from capture k
                      join ledger_transaction t on t.source_id = k.id where k.payment_id = p.id)
      order by p.created_at`,
    [paying.map(({ cartId }) => cartId)],
  )
}

/** So many at a time, all in the end, in the order given. */
export async function inTurns<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (let i = 0; i < items.length; i += atATime) {
    const now = items.slice(i, i + atATime)
    results.push(...(await Promise.all(now.map((item, k) => work(item, i + k)))))
  }
  return results
}

/** Looks again until it is so. @returns whether it came to be. */
export async function eventually(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    if (await isSo().catch(() => false)) return true
    await pause(200)
  }
  return false
}
