import type { ReceiptSpread } from "@shangxing/attribution/types/overview"
import { max, sum } from "d3-array"
import { scaleLinear } from "d3-scale"

/**
 * How receipts spread over households, as columns. Each bin is as wide as its neighbours, whatever
 * sums it spans; those with nothing stand apart at the left, the open bin at the right. Places are
 * percentages of the width, so that the drawing fits any paper; heights are parts of the tallest.
 */
export type Column = {
  from_fen: number
  to_fen: number | null
  count: number
  x: number
  width: number
  height: number
  isNothing: boolean
  /** All of these households belong to the tenth that received most. */
  isTop: boolean
}

export type Columns = {
  columns: Column[]
  /** Where a sum stands, in per cent of the width. */
  at(fen: number): number
  ticks: { x: number; fen: number; isOpen: boolean }[]
}

const gap = 1.2

export function columnsOf(spread: Pick<ReceiptSpread, "bins" | "household_count">): Columns {
  const { bins } = spread
  const nothing = bins.findIndex(isNothing)
  const paid = bins.filter((_, index) => index !== nothing)
  const share = 100 / Math.max(bins.length, 1)
  const left = nothing < 0 ? 0 : share + gap
  const width = paid.length > 0 ? (100 - left) / paid.length : 0
  const tallest = max(bins, ({ count }) => count) || 1
  const tenth = topFrom(bins, spread.household_count)
  const columns = bins.map((bin, index) => {
    const place = paid.indexOf(bin)
    const isFirst = index === nothing
    return {
      ...bin,
      x: round(isFirst ? 0 : left + place * width),
      width: round(isFirst ? share : width),
      height: bin.count / tallest,
      isNothing: isFirst,
      isTop: index >= tenth,
    }
  })
  return { columns, at: placeOf(paid, left, width), ticks: ticksOf(paid, left, width) }
}

function isNothing({ from_fen, to_fen }: { from_fen: number; to_fen: number | null }): boolean {
  return from_fen === 0 && to_fen !== null && to_fen <= 1
}

type Bin = ReceiptSpread["bins"][number]

/** A sum in the open bin stands in its middle: how far beyond is not drawn. */
function placeOf(paid: readonly Bin[], left: number, width: number): Columns["at"] {
  const edges = paid.map(({ from_fen }) => from_fen)
  const last = paid.at(-1)
  if (last) edges.push(last.to_fen ?? Math.max(last.from_fen * 2, 1))
  if (edges.length < 2) return () => left
  const scale = scaleLinear()
    .domain(edges)
    .range(edges.map((_, index) => left + index * width))
    .clamp(true)
  const most = last?.to_fen === null ? left + (paid.length - 0.5) * width : 100
  return (fen) => round(Math.min(fen <= 0 ? left : scale(fen), most))
}

/** About five edges with their sums, always the first and the start of the open bin. */
function ticksOf(paid: readonly Bin[], left: number, width: number): Columns["ticks"] {
  const each = Math.max(Math.ceil((paid.length - 1) / 4), 1)
  return paid.flatMap(({ from_fen: fen, to_fen }, index) => {
    const isOpen = to_fen === null
    const isEven = index % each === 0 && paid.length - 1 - index >= each / 2
    if ((!isOpen && !isEven) || (left > 0 && fen <= 1)) return []
    return [{ x: round(left + index * width), fen, isOpen }]
  })
}

/** The first bin that lies wholly in the top tenth, counted from the richest. */
function topFrom(bins: readonly Bin[], households: number): number {
  let counted = 0
  for (let index = bins.length - 1; index >= 0; index -= 1) {
    counted += bins[index]?.count ?? 0
    if (counted > households / 10) return index + 1
  }
  return bins.length
}

export type Tenth = { number: number; basisPoints: number; x: number; width: number }

/** The tenths as pieces of one bar, poorest first; empty when nothing was received. */
export function tenthsOf(tenths: readonly number[]): Tenth[] {
  const whole = sum(tenths)
  if (whole <= 0) return []
  let before = 0
  return tenths.map((basisPoints, index) => {
    const x = round((before / whole) * 100)
    before += basisPoints
    return { number: index + 1, basisPoints, x, width: round((before / whole) * 100 - x) }
  })
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
