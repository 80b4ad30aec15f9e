import { inspect } from "node:util"

import { root } from "../folders.ts"
import { type Environment, run } from "../processes.ts"
import { step } from "../progress.ts"
import { bankInvariantCount } from "./bank-invariants.ts"
import type { Scene } from "./basket.ts"
import { killCase } from "./cases/kill.ts"
import { providerCase } from "./cases/provider.ts"
import { raceCase } from "./cases/race.ts"
import { refundCase } from "./cases/refund.ts"
import { webhookCase } from "./cases/webhook.ts"
import { dice } from "./dice.ts"
import { type Ground, openGround } from "./ground.ts"
import { invariantCount } from "./invariants.ts"
import { untilWell } from "./settle.ts"
import { wrongAnswers } from "./wrong-answers.ts"

export const caseNames = ["kill", "webhook", "provider", "race", "refund"] as const
export type CaseName = (typeof caseNames)[number]

export type Rage = {
  seed: number
  kills: number
  cases: CaseName[]
  isLong: boolean
  port: number
  isBuilt: boolean
}

/** Runs the cases one after the other on one shop; after each, everything has to hold. */
export async function rage(wish: Rage): Promise<{ passed: number; failed: number }> {
  if (!wish.isBuilt) await step("Build", buildBackend)
  const ground = await step("Shop", () => openGround(wish.port))
  try {
    let failed = 0
    for (const name of wish.cases) failed += (await runCase(ground, wish, name)) ? 0 : 1
    return { passed: wish.cases.length - failed, failed }
  } finally {
    await ground.stop()
  }
}

async function buildBackend(): Promise<void> {
  const { DATABASE_URL: _unused, ...env } = process.env as Environment
  const turbo = [`${root}node_modules/.bin/turbo`, "run", "build", "--filter=@shangxing/backend"]
  await run("chaos-build", [...turbo, "--output-logs=new-only"], { cwd: root, env, isShown: true })
}

async function runCase(ground: Ground, { seed, kills, isLong }: Rage, name: CaseName) {
  const scene: Scene = {
    ground,
    isLong,
    // Each case has dice of its own: alone it falls as it does among the others.
    random: dice(seed * 31 + caseNames.indexOf(name)),
    answers: [],
    note: (line) => process.stdout.write(`    ${line}\n`),
  }
  const broken = await step(`Chaos ${name}`, async () => {
    const own = await actOf(
      name,
      kills,
    )(scene).catch((error: unknown) => [`the case ended early: ${inspect(error)}`])
    await ground.revive()
    await ground.bank.calmWebhooks()
    await ground.bank.heal()
    const { broken: held, seconds } = await untilWell(ground)
    const count = invariantCount + bankInvariantCount
    scene.note(`settled in ${seconds} s: ${count - held.length} of ${count} invariants hold`)
    return [...own, ...held, ...(await wrongAnswers(scene))]
  })
  for (const line of broken) process.stdout.write(`BROKEN  ${name}: ${line}\n`)
  return broken.length === 0
}

function actOf(name: CaseName, kills: number): (scene: Scene) => Promise<string[]> {
  const acts: Record<CaseName, (scene: Scene) => Promise<string[]>> = {
    kill: (scene) => killCase(scene, kills),
    webhook: webhookCase,
    provider: providerCase,
    race: raceCase,
    refund: refundCase,
  }
  return acts[name]
}
