import { setTimeout as pause } from "node:timers/promises"

import {
  complete,
  fillCarts,
  inTurns,
  openCarts,
  pay,
  type Paying,
  type Scene,
  sell,
} from "../basket.ts"
import type { Victim } from "../ground.ts"
import { leftovers } from "../invariants.ts"

/** The backend dies most often; each of the others often enough to be met in a short run. */
const order: Victim[] = ["backend", "postgres", "sandbox", "connection", "backend"]

/** How long calls may take to notice that whom they asked is dead. */
const patienceMs = 3000

/** What is going on when the power goes, and until how many milliseconds after its start. */
const moments = {
  open: { lastMs: 500, begin: whileOpening },
  paid: { lastMs: 1500, begin: whilePaid },
  complete: { lastMs: 1600, begin: whileCompleting },
  capture: { lastMs: 1600, begin: whileCapturing },
  webhook: { lastMs: 1500, begin: whileTold },
  refund: { lastMs: 700, begin: whileRefunding },
  booking: { lastMs: 400, begin: whileBooking },
  payout: { lastMs: 500, begin: whilePayingOut },
  fold: { lastMs: 1500, begin: whileFolding },
} satisfies Record<string, Moment>

type Moment = { lastMs: number; begin: (scene: Scene, count: number) => Promise<Begun> }
/** Carts at stake, and what runs on while the kill comes. */
type Begun = { carts: string[]; goOn: () => Promise<unknown> }

/**
 * Kills parts of the shop with -9 while money moves, starts them again, and lets half of the buyers
 * press the button once more; the others are left to the sweepers.
 */
export async function killCase(scene: Scene, kills: number): Promise<string[]> {
  const { random, note } = scene
  const broken: string[] = []
  const carts: string[] = []
  let drawn: (keyof typeof moments)[] = []
  for (let kill = 0; kill < kills; kill++) {
    const names = Object.keys(moments) as (keyof typeof moments)[]
    if (drawn.length === 0) drawn = random.shuffled(names)
    const name = drawn.pop()!
    const victim = order[kill % order.length]!
    const afterMs = random.between(10, moments[name].lastMs)
    const fresh = await killDuring(scene, moments[name], victim, afterMs)
    const left = await leftovers(scene.ground.ask, fresh)
    note(`kill ${kill + 1}: ${victim} ${afterMs} ms into ${name}${left && `, left ${left}`}`)
    carts.push(...fresh)
  }
  const again = carts.filter(() => random.isHeads())
  const answers = await inTurns(again, 8, async (cartId) => ({
    cartId,
    answer: await complete(scene, cartId),
  }))
  for (const { cartId, answer } of answers) {
    if (answer.status === 0 || answer.status >= 500) {
      broken.push(`buyer of ${cartId} pressed again and was answered ${JSON.stringify(answer)}`)
    }
  }
  return broken
}

async function killDuring(
  scene: Scene,
  { begin }: Moment,
  victim: Victim,
  afterMs: number,
): Promise<string[]> {
  const { carts, goOn } = await begin(scene, scene.isLong ? 4 : 2)
  const going = goOn().catch(() => undefined)
  await pause(afterMs)
  await scene.ground.kill(victim)
  // What waits for the dead (a payout run for its database) goes on when that is there again.
  await Promise.race([going, pause(patienceMs)])
  await scene.ground.revive()
  await going
  await scene.ground.bank.calmWebhooks()
  return carts
}

const cartsOf = (paying: Paying[]) => paying.map(({ cartId }) => cartId)

async function whileOpening(scene: Scene, count: number): Promise<Begun> {
  const carts = await fillCarts(scene, count)
  const { shop } = scene.ground
  const goOn = () => Promise.allSettled(carts.map((cartId) => shop.open(cartId, "alipay")))
  return { carts, goOn }
}

/** The buyer pays in the app of the wallet and never comes back to the shop. */
async function whilePaid(scene: Scene, count: number): Promise<Begun> {
  const paying = await openCarts(scene, count, "alipay")
  const goOn = () => Promise.allSettled(paying.map((one) => pay(scene, one)))
  return { carts: cartsOf(paying), goOn }
}

/** The browser alone: the provider tells nothing until the shop runs again. */
async function whileCompleting(scene: Scene, count: number): Promise<Begun> {
  const paying = await openCarts(scene, count)
  await scene.ground.bank.tellWebhooks({ isPaused: true })
  for (const one of paying) await pay(scene, one)
  return { carts: cartsOf(paying), goOn: () => completeAll(scene, paying) }
}

async function completeAll(scene: Scene, paying: Paying[]): Promise<void> {
  await Promise.all(
    paying.map(async ({ cartId }, i) => {
      await pause(i * 120)
      await complete(scene, cartId)
    }),
  )
}

/** Cards are authorised first and captured once the order stands. */
async function whileCapturing(scene: Scene, count: number): Promise<Begun> {
  const paying = await openCarts(scene, count, "card")
  await scene.ground.bank.tellWebhooks({ isPaused: true })
  for (const one of paying) await pay(scene, one)
  return { carts: cartsOf(paying), goOn: () => completeAll(scene, paying) }
}

/** Browser and provider at the same moment, and the provider three times. */
async function whileTold(scene: Scene, count: number): Promise<Begun> {
  const paying = await openCarts(scene, count, "wechat_pay")
  await scene.ground.bank.tellWebhooks({ copies: 3 })
  const goOn = async () => {
    await Promise.allSettled(paying.map((one) => pay(scene, one)))
    await completeAll(scene, paying)
  }
  return { carts: cartsOf(paying), goOn }
}

async function whileRefunding(scene: Scene, count: number): Promise<Begun> {
  const sales = await sell(scene, count)
  const { operator } = scene.ground
  const goOn = () =>
    Promise.all(
      sales.map(({ paymentId, yuan }, i) =>
        operator.refund(paymentId, Math.round((yuan * 100) / (i + 1)) / 100),
      ),
    )
  return { carts: sales.map(({ cartId }) => cartId), goOn }
}

/** From the moment that the first order stands. */
async function whileBooking(scene: Scene, count: number): Promise<Begun> {
  const paying = await openCarts(scene, count, "alipay")
  for (const one of paying) await pay(scene, one)
  const { ask } = scene.ground
  for (let tries = 0; tries < 100; tries++) {
    const carts = cartsOf(paying)
    const rows = await ask(
      "select order_id from order_cart where deleted_at is null and cart_id = any($1)",
      [carts],
    )
    if (rows.length > 0) break
    await pause(50)
  }
  return { carts: cartsOf(paying), goOn: () => Promise.resolve() }
}

/** The rollups are held, so that the fold of what was sold has begun and can't end. */
async function whileFolding(scene: Scene, count: number): Promise<Begun> {
  const held = await scene.ground.hold("ledger_month_rollup")
  const sales = await sell(scene, count).catch(async (error: unknown) => {
    await held.release()
    throw error
  })
  const goOn = async () => {
    await pause(patienceMs)
    await held.release()
  }
  return { carts: sales.map(({ cartId }) => cartId), goOn }
}

async function whilePayingOut(scene: Scene, count: number): Promise<Begun> {
  const sales = await sell(scene, count)
  const goOn = async () => {
    const status = await scene.ground.operator.payOut()
    if (status === 404) scene.note("no payouts here yet: the kill met an idle shop")
  }
  return { carts: sales.map(({ cartId }) => cartId), goOn }
}
