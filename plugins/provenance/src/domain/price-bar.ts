import { largestRemainder } from "@shangxing/exact"

/**
 * Who gets what of a pack's price. The parts sum to the price exactly and none is negative.
 *
 * Commission with its tax and the households' part come first, because they are owed whatever the seller
 * declares; declared packing and freight are scaled down together when less is left than they
 * claim; what remains is the cooperative's.
 */

export type PriceBarInput = {
  readonly priceFen: bigint
  readonly unitGrams: bigint
  readonly purchaseFenPerKg: bigint
  readonly packingFenPerKg: bigint
  readonly freightFenPerKg: bigint
  readonly commissionBasisPoints: bigint
  /** On top of the commission, and shown with it: neither is the cooperative's. */
  readonly commissionTaxBasisPoints: bigint
}

export type PriceBarKind = "household" | "cooperative" | "packing" | "freight" | "commission"

export type PriceBar = readonly { readonly kind: PriceBarKind; readonly amountFen: bigint }[]

const WHOLE = 10_000n
/** All exact amounts are whole numbers of this fraction of a fen. */
const SCALE = WHOLE * WHOLE
/** fen per kg × grams, in SCALE-ths of a fen. */
const PER_KG = SCALE / 1000n

/** @throws RangeError for a negative input or a commission, with its tax, above the whole price. */
export function priceBar(input: PriceBarInput): PriceBar {
  assertSound(input)
  if (input.priceFen === 0n) return KINDS.map((kind) => ({ kind, amountFen: 0n }))

  const parts = largestRemainder(input.priceFen, exactWeights(input))
  return KINDS.map((kind) => ({ kind, amountFen: parts.get(kind) ?? 0n }))
}

const KINDS = ["household", "cooperative", "packing", "freight", "commission"] as const

/** Weights that sum to the price (times a common factor), one per part. */
function exactWeights(input: PriceBarInput): { id: PriceBarKind; weight: bigint }[] {
  const whole = input.priceFen * SCALE
  const commission = input.priceFen * commissionShare(input)
  const household = least(input.purchaseFenPerKg * input.unitGrams * PER_KG, whole - commission)
  const left = whole - commission - household
  const packing = input.packingFenPerKg * input.unitGrams * PER_KG
  const freight = input.freightFenPerKg * input.unitGrams * PER_KG
  const declared = packing + freight
  const isScaled = declared > left

  // Scaling multiplies by left / declared; the other parts are multiplied by `declared` instead,
  // so that every weight stays a whole number.
  const factor = isScaled ? declared : 1n
  const share = isScaled ? left : 1n
  return [
    { id: "household", weight: household * factor },
    { id: "cooperative", weight: isScaled ? 0n : left - declared },
    { id: "packing", weight: packing * share },
    { id: "freight", weight: freight * share },
    { id: "commission", weight: commission * factor },
  ]
}

/** Commission and its tax, in SCALE-ths of the price. */
function commissionShare(input: PriceBarInput): bigint {
  return input.commissionBasisPoints * (WHOLE + input.commissionTaxBasisPoints)
}

function assertSound(input: PriceBarInput): void {
  if (Object.values(input).some((value: bigint) => value < 0n)) {
    throw new RangeError("priceBar: a price, weight or rate is negative")
  }
  if (commissionShare(input) > SCALE) {
    throw new RangeError("priceBar: the commission is more than the price")
  }
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
