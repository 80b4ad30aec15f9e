import { extent } from "d3-array"
import { scaleLinear, scalePoint } from "d3-scale"
import { line } from "d3-shape"

/** A row's twelve months as a line on its own scale; into the unfinished month it is dotted. */
export type Spark = {
  width: number
  height: number
  closed: string
  running: string
  end: { x: number; y: number } | null
}

const width = 92
const height = 26
const edge = 3

export function sparkOf(months: readonly number[], isRunning: boolean): Spark {
  const [low = 0, high = 0] = extent(months)
  const x = scalePoint<number>()
    .domain(months.map((_, index) => index))
    .range([edge, width - edge - 2])
  const y = scaleLinear()
    .domain([Math.min(low, 0), high > low ? high : low + 1])
    .range([height - edge, edge])
  const points = months.map((value, index) => ({ x: round(x(index) ?? edge), y: round(y(value)) }))
  const draw = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  )
  const last = points.at(-1) ?? null
  return {
    width,
    height,
    closed: draw(isRunning ? points.slice(0, -1) : points) ?? "",
    running: isRunning ? (draw(points.slice(-2)) ?? "") : "",
    end: last,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
