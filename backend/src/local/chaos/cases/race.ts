import { complete, inTurns, openCarts, pay, type Paying, type Scene } from "../basket.ts"
import type { Answer, Goods } from "../shop.ts"

/** Buyers at the same moment, after the same goods, or after the same cart. */
export async function raceCase(scene: Scene): Promise<string[]> {
  const rounds = scene.isLong ? 3 : 1
  const broken: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (const part of [oneCart, lastUnit, sharedItem, changedCart]) {
      broken.push(...(await part(scene)))
      await scene.ground.bank.calmWebhooks()
      await scene.ground.bank.heal()
    }
  }
  return broken
}

/** Fifty presses of one button, and the provider's word among them. */
async function oneCart(scene: Scene): Promise<string[]> {
  const [paying] = await openCarts(scene, 1, "alipay")
  await pay(scene, paying!)
  const presses = Array.from({ length: 50 }, () => complete(scene, paying!.cartId))
  const answers = await Promise.all(presses)
  const orders = new Set(answers.map(({ status, orderId }) => `${status} ${orderId}`))
  return orders.size === 1 && answers[0]?.status === 200
    ? []
    : [`50 presses of one button were answered ${[...orders].join(", ")}`]
}

/** One unit is left and all pay for it: one gets it, the others their money, whole. */
async function lastUnit(scene: Scene): Promise<string[]> {
  const { ground, isLong } = scene
  const scarce = await scarcest(scene)
  if (scarce.left > 1) await buyAll(scene, [{ variantId: scarce.id, quantity: scarce.left - 1 }])
  const buyers = isLong ? 100 : 12
  const paying = await inTurns(Array.from({ length: buyers }), 6, () =>
    openFor(scene, [{ variantId: scarce.id, quantity: 1 }]),
  )
  // Giving back is when a provider had better not fail; it does.
  await ground.bank.fail({ mode: "error_before", route: "POST /v1/refunds", times: 3 })
  await inTurns(paying, 12, async (one) => {
    await pay(scene, one)
    await complete(scene, one.cartId)
  })
  const rows = await ground.ask(
    "select order_id from order_cart where deleted_at is null and cart_id = any($1)",
    [paying.map(({ cartId }) => cartId)],
  )
  scene.note(`the last unit and ${buyers} buyers: ${rows.length} order`)
  return rows.length === 1 ? [] : [`${rows.length} orders were made of the last unit`]
}

/** Two lines of one cart are one stock: together they may not take more than there is. */
async function sharedItem(scene: Scene): Promise<string[]> {
  const { shop } = scene.ground
  const scarce = await scarcest(scene)
  const half = Math.ceil(scarce.left / 2)
  const line = (quantity: number, note: string) => ({ variantId: scarce.id, quantity, note })
  const tooMuch = await shop
    .readyCart([line(half, "for us"), line(scarce.left - half + 1, "a gift")])
    .then((cartId) => shop.open(cartId, "alipay"))
    .then(
      () => true,
      () => false,
    )
  const all = await buyAll(
    scene,
    scarce.left > 1
      ? [line(half, "for us"), line(scarce.left - half, "a gift")]
      : [line(1, "for us")],
  )
  return [
    ...(tooMuch ? ["two lines of one stock could be paid for beyond what there is"] : []),
    ...(all.status === 200 && all.orderId ? [] : [`the last of it was answered ${all.status}`]),
  ]
}

/** Paid in one tab, changed in the other: what is charged is what is ordered, or nothing. */
async function changedCart(scene: Scene): Promise<string[]> {
  const { shop, bank } = scene.ground
  const [first, second] = await openCarts(scene, 2, "alipay")
  const [more] = await shop.goods()
  await bank.tellWebhooks({ isPaused: true })
  await pay(scene, first!)
  const late = shop.add(first!.cartId, { variantId: more!.id, quantity: 1 })
  await late.catch(() => undefined)
  await complete(scene, first!.cartId)
  await pay(scene, second!)
  const both = [complete(scene, second!.cartId), shop.add(second!.cartId, wanted(more!))]
  await Promise.allSettled(both)
  return []
}

const wanted = ({ id: variantId }: Goods) => ({ variantId, quantity: 1 })

/** The goods of which least is left: they are bought up without emptying the shop. */
async function scarcest({ ground: { shop } }: Scene): Promise<Goods> {
  const goods = await shop.goods()
  return goods.reduce((a, b) => (b.left < a.left ? b : a))
}

type Line = { variantId: string; quantity: number; note?: string }

async function openFor({ ground: { shop } }: Scene, lines: Line[]): Promise<Paying> {
  const cartId = await shop.readyCart(lines)
  return { cartId, method: "alipay", intentId: await shop.open(cartId, "alipay") }
}

async function buyAll(scene: Scene, lines: Line[]): Promise<Answer> {
  const paying = await openFor(scene, lines)
  await pay(scene, paying)
  return await complete(scene, paying.cartId)
}
