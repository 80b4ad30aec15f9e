/**
 * Nothing comes out that did not go in. Weights are whole grams.
 * (rule: docs/domain, deliveries, lots, mass balance)
 */

const WHOLE_BASIS_POINTS = 10_000

export type OutputRefusal = "lot_output_over"
export type TakeRefusal = "lot_packed_over" | "lot_input_over" | "damage_over"

/** Output ≤ input × the process's declared maximum yield, in basis points. */
export function outputRefusal(lot: {
  inputGrams: number
  outputGrams: number
  maxYieldBasisPoints: number
}): OutputRefusal | null {
  const most = BigInt(lot.inputGrams) * BigInt(lot.maxYieldBasisPoints)
  return BigInt(lot.outputGrams) * BigInt(WHOLE_BASIS_POINTS) > most ? "lot_output_over" : null
}

export type LotBalance = {
  readonly netGrams: number
  /** In packs already. */
  readonly packedGrams: number
  /** Gone into other lots already, or lost before packing. */
  readonly usedGrams: number
}

/** What may still be packed, or go into another lot. */
export function freeGrams(lot: LotBalance): number {
  return lot.netGrams - lot.packedGrams - lot.usedGrams
}

/** Packed + used + what is to be packed ≤ the lot. */
export function packRefusal(lot: LotBalance, grams: number): "lot_packed_over" | null {
  return grams > freeGrams(lot) ? "lot_packed_over" : null
}

/** Packed + used + what is to go into another lot ≤ the lot. */
export function inputRefusal(lot: LotBalance, grams: number): "lot_input_over" | null {
  return grams > freeGrams(lot) ? "lot_input_over" : null
}

/** Loose goods that are lost ≤ what lies loose. */
export function looseDamageRefusal(lot: LotBalance, grams: number): "damage_over" | null {
  return grams > freeGrams(lot) ? "damage_over" : null
}

/** Packs that are lost ≤ packs that no order line holds. */
export function packDamageRefusal(freeUnits: number, units: number): "damage_over" | null {
  return units > freeUnits ? "damage_over" : null
}
