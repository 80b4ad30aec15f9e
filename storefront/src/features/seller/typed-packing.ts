import type { WeightUnit } from "./measure"
import { gramsOf, wholeOf } from "./measure"
import type { PackUse } from "./packing"

/** Packing as it is being typed, here or in the browser: what can be read of it so far. */
export type TypedPack = {
  key: string
  lotId: string
  units: string
  weight: string
  unit: WeightUnit
}

export function usesTyped(typed: readonly TypedPack[]): PackUse[] {
  return typed.flatMap(({ key, lotId, units, weight, unit }) => {
    const count = wholeOf(units)
    const unitG = gramsOf(weight, unit)
    const isRead = typeof count === "number" && typeof unitG === "number"
    return isRead && lotId && count && unitG ? [{ key, lotId, units: count, unitG }] : []
  })
}
