import { setTimeout as pause } from "node:timers/promises"

import type { BankEvent } from "../bank.ts"
import {
  complete,
  eventually,
  inTurns,
  openCarts,
  pay,
  type Paying,
  type Scene,
} from "../basket.ts"
import { leaseSeconds } from "../ground.ts"

/** Webhooks as they come in bad weather: many, late, forged, lost, and with junk in between. */
export async function webhookCase(scene: Scene): Promise<string[]> {
  const broken: string[] = []
  for (const part of [storm, late, badlySigned, crashAfterAnswer, dropped, junk]) {
    broken.push(...(await part(scene)))
    await scene.ground.bank.calmWebhooks()
  }
  return broken
}

/** Ten copies of each, shuffled; the buyers never come back. */
async function storm(scene: Scene): Promise<string[]> {
  const { ground, random, isLong } = scene
  const shuffleSeed = random.between(1, 1_000_000)
  await ground.bank.tellWebhooks({ copies: 10, shuffleSeed, windowMs: 400 })
  const paying = await openCarts(scene, isLong ? 8 : 2)
  await Promise.all(paying.map((one) => pay(scene, one)))
  const isPlaced = await untilPlaced(scene, paying, 30)
  return isPlaced ? [] : ["a buyer whose payment was told ten times has no order"]
}

/** The browser is long done, its lease long over, when the provider tells. */
async function late(scene: Scene): Promise<string[]> {
  const { ground, isLong } = scene
  await ground.bank.tellWebhooks({ delayMs: (leaseSeconds + 1) * 1000 })
  const paying = await openCarts(scene, isLong ? 4 : 1)
  for (const one of paying) await pay(scene, one)
  const answers = await Promise.all(paying.map(({ cartId }) => complete(scene, cartId)))
  await pause((leaseSeconds + 2) * 1000)
  return answers.every(({ status, orderId }) => status === 200 && orderId)
    ? []
    : [`a buyer was answered ${JSON.stringify(answers)} before the webhook came`]
}

/** Nothing happens on a forged or a stale word; on the true one that follows, it does. */
async function badlySigned(scene: Scene): Promise<string[]> {
  const { ground, isLong } = scene
  const broken: string[] = []
  for (const signature of ["forged", "stale"] as const) {
    await ground.bank.tellWebhooks({ signature })
    const paying = await openCarts(scene, isLong ? 2 : 1, "wechat_pay")
    const begun = await now(scene)
    for (const one of paying) await pay(scene, one)
    await pause(1200)
    const known = await ground.ask(
      "select id from webhook_event where received_via = 'webhook' and created_at > $1",
      [begun],
    )
    if (known.length > 0) broken.push(`a ${signature} webhook was taken in`)
    await ground.bank.calmWebhooks()
    if (!(await untilPlaced(scene, paying, 40))) {
      broken.push(`no order came after ${signature} webhooks were followed by true ones`)
    }
  }
  return broken
}

async function now({ ground }: Scene): Promise<Date> {
  const [row] = await ground.ask<{ now: Date }>("select now() as now")
  return row!.now
}

/** Power goes the moment that the webhook was answered: the provider will not tell again. */
async function crashAfterAnswer(scene: Scene): Promise<string[]> {
  const { ground } = scene
  const { bank } = ground
  await bank.tellWebhooks({ isPaused: true })
  const [paying] = await openCarts(scene, 1, "alipay")
  await pay(scene, paying!)
  const events = await bank.list<BankEvent>("events")
  const event = events.find(
    ({ type, data }) => type === "payment_intent.succeeded" && data.object.id === paying!.intentId,
  )
  const body = JSON.stringify(event)
  const status = await bank.post(body, bank.signatureOf(body))
  await ground.kill("backend")
  const rows = await ground.ask("select id from webhook_event where event_id = $1", [event?.id])
  await ground.revive()
  if (status !== 200) return [`a true webhook was answered ${status}`]
  return rows.length === 1 ? [] : ["a webhook was answered before it was written down"]
}

/** The provider's word is lost for good: the poller has to ask. */
async function dropped(scene: Scene): Promise<string[]> {
  const { bank } = scene.ground
  const paying = await openCarts(scene, scene.isLong ? 3 : 1, "alipay")
  const fault = { mode: "drop_webhook", event: "payment_intent.succeeded", times: paying.length }
  await bank.fail(fault)
  for (const one of paying) await pay(scene, one)
  const isPlaced = await untilPlaced(scene, paying, 40)
  await bank.heal()
  return isPlaced ? [] : ["a payment whose webhook was lost was not found by the poller"]
}

/** Whoever posts nonsense gets a no, costs little, and holds up nobody. */
async function junk(scene: Scene): Promise<string[]> {
  const { ground, random, isLong, note } = scene
  const { bank, ask } = ground
  const count = isLong ? 10_000 : 300
  const before = await ground.backendMemory()
  const [rows] = await ask<{ count: string }>("select count(*) from webhook_event")
  const begun = Date.now()
  const posts = Array.from({ length: count }, () => junkOf(bank.signatureOf, random.between(0, 5)))
  const statuses = await inTurns(posts, 50, ({ body, signature }) => bank.post(body, signature))
  const seconds = (Date.now() - begun) / 1000
  const after = await ground.backendMemory()
  const [left] = await ask<{ count: string }>("select count(*) from webhook_event")
  const memory = before && after ? `, memory ${before} → ${after} MB` : ""
  const kinds = [...new Set(statuses)].sort((a, b) => a - b).join(", ")
  note(`${count} junk posts in ${seconds.toFixed(1)} s, answered ${kinds}${memory}`)
  const refused = statuses.filter((status) => status >= 400).length
  return [
    ...(refused === count ? [] : [`${count - refused} of ${count} junk posts were not refused`]),
    ...(rows?.count === left?.count ? [] : ["junk was written down as an event"]),
  ]
}

function junkOf(sign: (body: string, secret?: string) => string, kind: number) {
  const event = JSON.stringify({
    id: `evt_junk_${kind}`,
    object: "event",
    type: "payment_intent.succeeded",
    data: { object: { id: "pi_junk", object: "payment_intent", status: "succeeded" } },
  })
  const bodies = [event, "", "{", "[]".repeat(1000), event.repeat(200), "\u0000"]
  const body = bodies[kind]!
  const signature = kind % 2 === 0 ? sign(body, "whsec_of_somebody_else") : "t=1,v1=00"
  return { body, signature }
}

async function untilPlaced({ ground: { ask } }: Scene, paying: Paying[], seconds: number) {
  const carts = paying.map(({ cartId }) => cartId)
  return await eventually(async () => {
    const rows = await ask(
      "select cart_id from order_cart where deleted_at is null and cart_id = any($1)",
      [carts],
    )
    return rows.length === carts.length
  }, seconds)
}
