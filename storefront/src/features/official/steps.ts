/**
 * Months as steps: each is a sum, so nothing slopes from one to the next. The running month is as
 * narrow as its days, so that its height compares with its neighbours'. Lengths in viewBox units.
 */

export type MonthSales = {
  month: string
  enrolled: number
  other: number
  unattributed: number
  /** The part of the month that has passed, 0–1. */
  part: number
}

export type Layer = "enrolled" | "other" | "unattributed"

export type StepBar = {
  month: string
  x: number
  width: number
  isPartial: boolean
  layers: Record<Layer, { y: number; height: number }>
}

export type Steps = {
  width: number
  height: number
  base: number
  left: number
  right: number
  top: number
  ticks: { y: number; value: number }[]
  bars: StepBar[]
  /** The tops of the months that are over, joined; the running month has its own dashed one. */
  edge: string
}

const box = { width: 440, height: 232, left: 50, right: 430, top: 18, base: 206 }

/** A closed month below zero (more refunded than sold) stands at zero here; the table has its sum. */
export function stepsOf(months: readonly MonthSales[]): Steps {
  const ceiling = niceCeiling(Math.max(...months.map(heightOf), 0))
  const perFen = (box.base - box.top) / ceiling
  const wide = (box.right - box.left) / Math.max(months.length, 1)
  const bars = months.map((row, index) => ({
    month: row.month,
    x: round(box.left + index * wide),
    width: round(wide * row.part),
    isPartial: row.part < 1,
    layers: stack(row, perFen),
  }))
  const ticks = [0, 1, 2, 3].map((third) => {
    const value = (ceiling * third) / 3
    return { value, y: round(box.base - value * perFen) }
  })
  return { ...box, ticks, bars, edge: edgeOf(bars) }
}

function edgeOf(bars: readonly StepBar[]): string {
  return bars
    .filter(({ isPartial }) => !isPartial)
    .map(
      ({ x, width, layers }, index) => `${index ? "L" : "M"}${x} ${layers.unattributed.y}h${width}`,
    )
    .join("")
}

function heightOf({ enrolled, other, unattributed }: MonthSales): number {
  return [enrolled, other, unattributed].reduce((sum, value) => sum + Math.max(value, 0), 0)
}

function stack(row: MonthSales, perFen: number): StepBar["layers"] {
  let top = box.base
  const next = (value: number) => {
    const height = round(Math.max(value, 0) * perFen)
    top = round(top - height)
    return { y: top, height }
  }
  return {
    enrolled: next(row.enrolled),
    other: next(row.other),
    unattributed: next(row.unattributed),
  }
}

/** The next round sum in fen whose thirds are round too: they are the lines of the chart. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 300
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1.2, 1.5, 2.4, 3, 6, 9, 12].find((each) => each * power >= value) ?? 12
  return factor * power
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
