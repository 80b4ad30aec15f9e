import type { OverviewMonth } from "@shangxing/attribution/types/overview"
import { max } from "d3-array"
import { scaleLinear } from "d3-scale"
import { area, line } from "d3-shape"

/**
 * Months as steps: each is a sum, so nothing slopes from one to the next. The running month is as
 * narrow as its days, so that its height compares with its neighbours'. Small circle below, big
 * circle on top of it. Lengths in units of the SVG's viewBox.
 */
export type StepBar = {
  month: string
  x: number
  width: number
  /** Not over yet, or cut short by the days that were asked for. */
  isPartial: boolean
}

/** The paths of the months that are whole, or of the partial one alone. */
export type StepPaths = { small: string; big: string; smallEdge: string; bigEdge: string }

export type Steps = {
  width: number
  height: number
  base: number
  left: number
  right: number
  top: number
  ticks: { y: number; value: number }[]
  bars: StepBar[]
  closed: StepPaths
  partial: StepPaths | null
  /** The tallest month that is over, for its sum on top. */
  peak: { x: number; y: number; value: number } | null
  /** Where the names of the two circles stand, beside the last month. */
  names: { x: number; small: number; big: number }
}

const box = { width: 440, height: 232, left: 60, right: 366, top: 22, base: 206 }
const namesApart = 34

type Point = { x: number; small: number; all: number }

/** A closed month below zero (more refunded than sold) stands at zero here; the table has its sum. */
export function stepsOf(months: readonly OverviewMonth[]): Steps {
  const widths = months.map(({ days, month }) => Math.min(days / lengthOf(month), 1))
  const x = scaleLinear()
    .domain([0, Math.max(months.length, 1)])
    .range([box.left, box.right])
  const tallest = max(months, allOf) ?? 0
  const y = scaleLinear()
    .domain([0, tallest > 0 ? tallest : 1])
    .nice(4)
    .range([box.base, box.top])
  const at = (value: number) => round(y(value))
  const bars = months.map((each, index) => {
    const from = round(x(index))
    const { month } = each
    return {
      month,
      isPartial: isPartial(each),
      x: from,
      width: round(x(index + (widths[index] ?? 1)) - from),
    }
  })
  const points = months.map((each, index): Point[] => {
    const bar = bars[index]
    const level = { small: at(positive(each.small_circle_fen)), all: at(allOf(each)) }
    return bar ? [bar.x, round(bar.x + bar.width)].map((x) => ({ x, ...level })) : []
  })
  const closed = points.filter((_, index) => !bars[index]?.isPartial).flat()
  const partial = points.filter((_, index) => bars[index]?.isPartial).flat()
  return {
    ...box,
    ticks: tallest > 0 ? y.ticks(4).map((value) => ({ value, y: at(value) })) : [],
    bars,
    closed: pathsOf(closed),
    partial: partial.length > 0 ? pathsOf(partial) : null,
    peak: peakOf(months, bars, at),
    names: namesAt(points.flat()),
  }
}

function pathsOf(points: readonly Point[]): StepPaths {
  const between = (low: (point: Point) => number, high: (point: Point) => number) =>
    area<Point>(({ x }) => x, low, high)([...points]) ?? ""
  const along = (level: (point: Point) => number) =>
    line<Point>(({ x }) => x, level)([...points]) ?? ""
  return {
    small: between(
      () => box.base,
      ({ small }) => small,
    ),
    big: between(
      ({ small }) => small,
      ({ all }) => all,
    ),
    smallEdge: along(({ small }) => small),
    bigEdge: along(({ all }) => all),
  }
}

function peakOf(months: readonly OverviewMonth[], bars: StepBar[], at: (value: number) => number) {
  const over = months.flatMap((each, index) => (isPartial(each) ? [] : [{ each, index }]))
  const value = max(over, ({ each }) => allOf(each)) ?? 0
  const bar = bars[over.find(({ each }) => allOf(each) === value)?.index ?? -1]
  return bar && value > 0 ? { value, x: round(bar.x + bar.width / 2), y: at(value) } : null
}

/** Beside the last month, each at the middle of its part, but never on one another. */
function namesAt(points: readonly Point[]): Steps["names"] {
  const last = points.at(-1)
  const x = (last?.x ?? box.right) + 7
  if (!last) return { x, small: box.base, big: box.base - namesApart }
  const small = Math.min((last.small + box.base) / 2 + 2, box.base - 20)
  const big = Math.min((last.small + last.all) / 2, small - namesApart)
  return { x: round(x), small: round(small), big: round(Math.max(big, box.top)) }
}

function allOf(month: OverviewMonth): number {
  return positive(month.small_circle_fen) + positive(month.big_circle_fen)
}

function positive(value: number): number {
  return Math.max(value, 0)
}

/** A month that still runs, or of which not all days were asked for. */
export function isPartial({ month, days, is_running }: OverviewMonth): boolean {
  return is_running || days < lengthOf(month)
}

function lengthOf(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number)
  return new Date(Date.UTC(year, number, 0)).getUTCDate()
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
