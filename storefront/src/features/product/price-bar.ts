import type { PriceBarPart } from "@shangxing/provenance/types/http"

/**
 * The price bar says where each fen of a price goes. It is shown only when its parts sum to the
 * price exactly, and its percentages sum to 100.0 as printed.
 */

export type PricedPart = PriceBarPart & { permille: number }

/** The parts with their shares in tenths of a percent; `null` when they do not sum to the price. */
export function pricedParts(parts: readonly PriceBarPart[], priceFen: number): PricedPart[] | null {
  const sum = parts.reduce((total, part) => total + part.amount_fen, 0)
  if (priceFen <= 0 || sum !== priceFen) return null
  const exact = parts.map((part) => (part.amount_fen * 1000) / priceFen)
  const floors = exact.map(Math.floor)
  const short = 1000 - floors.reduce((total, share) => total + share, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  byRemainder.slice(0, short).forEach(({ index }) => {
    floors[index] = (floors[index] ?? 0) + 1
  })
  return parts.map((part, index) => ({ ...part, permille: floors[index] ?? 0 }))
}
