/**
 * Which packs serve which order lines: first expiring first, whole units, never more than a pack
 * has free. All lines are served or none. (rule: docs/domain, orders: lot allocation)
 */

export type WantedLine = {
  readonly lineItemId: string
  readonly variantId: string
  readonly quantity: number
}

export type FreePack = {
  readonly lotPackId: string
  readonly lotId: string
  readonly variantId: string
  /** `YYYY-MM-DD`; the pack may be sold up to and including this day. */
  readonly expiresOn: string
  readonly unitGrams: number
  readonly freeUnits: number
}

export type Allocation = {
  readonly lineItemId: string
  readonly variantId: string
  readonly lotId: string
  readonly lotPackId: string
  readonly units: number
  readonly grams: number
}

export type AllocationRefusal = {
  readonly code: "lot_stock_short" | "line_quantity_invalid"
  readonly line: WantedLine
  readonly missingUnits: number
}

export type AllocationResult =
  | { readonly allocations: readonly Allocation[]; readonly refusal: null }
  | { readonly allocations: null; readonly refusal: AllocationRefusal }

/** Lines are served in the order given, so that two lines of one variant share its packs. */
export function allocateLots(
  lines: readonly WantedLine[],
  packs: readonly FreePack[],
  today: string,
): AllocationResult {
  const shelf = packs
    .filter(({ expiresOn }) => expiresOn >= today)
    .sort(firstExpiringFirst)
    .map((pack) => ({ ...pack }))
  const allocations: Allocation[] = []

  for (const line of lines) {
    if (!Number.isSafeInteger(line.quantity) || line.quantity <= 0) {
      return refused("line_quantity_invalid", line, 0)
    }
    const missingUnits = serve(line, shelf, allocations)
    if (missingUnits > 0) return refused("lot_stock_short", line, missingUnits)
  }
  return { allocations, refusal: null }
}

type Shelf = (Omit<FreePack, "freeUnits"> & { freeUnits: number })[]

/** Takes the line's units off the shelf; answers how many were not there. */
function serve(line: WantedLine, shelf: Shelf, allocations: Allocation[]): number {
  let missing = line.quantity
  for (const pack of shelf) {
    if (missing === 0) break
    if (pack.variantId !== line.variantId || pack.freeUnits <= 0) continue
    const units = Math.min(missing, pack.freeUnits)
    pack.freeUnits -= units
    missing -= units
    allocations.push({
      lineItemId: line.lineItemId,
      variantId: line.variantId,
      lotId: pack.lotId,
      lotPackId: pack.lotPackId,
      units,
      grams: units * pack.unitGrams,
    })
  }
  return missing
}

function refused(
  code: AllocationRefusal["code"],
  line: WantedLine,
  missingUnits: number,
): AllocationResult {
  return { allocations: null, refusal: { code, line, missingUnits } }
}

function firstExpiringFirst(a: FreePack, b: FreePack): number {
  if (a.expiresOn !== b.expiresOn) return a.expiresOn < b.expiresOn ? -1 : 1
  return a.lotPackId < b.lotPackId ? -1 : 1
}
