import type ledgerService from "@shangxing/attribution/modules/ledger/service"

import { median } from "./bench-table.ts"
import { openModules, type ModuleStage } from "./module-stage.ts"

export type LedgerStage = Omit<ModuleStage, "services"> & { service: ledgerService.default }

/** The ledger module by itself. */
export async function openLedger(name: string): Promise<LedgerStage> {
  const modules = { ledger: "@shangxing/attribution/modules/ledger" }
  const { services, ...stage } = await openModules(name, modules)
  // The app knows its modules by name only.
  return { ...stage, service: services["ledger"] as ledgerService.default }
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Takes each of `works` in turn (A, B, A, B …), five rounds after one to warm up; median, in ms. */
export async function inTurn<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  rounds = 5,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const ms = await timed(works[name])
      if (round >= 0) taken.get(name)!.push(ms)
    }
  }
  const medians = names.map((name) => [name, median(taken.get(name)!)] as const)
  return Object.fromEntries(medians) as Record<Name, number>
}

/** The number after `--name` among `options`. */
export function numberOption(options: string[], name: string, fallback: number): number {
  const at = options.indexOf(`--${name}`)
  const value = at < 0 ? fallback : Number(options[at + 1])
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new Error(`--${name} takes a whole number above zero.`)
  }
  return value
}
