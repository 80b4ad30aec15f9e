/**
 * Places county seats on a plate of their own: position from coordinates, area from a figure, no
 * boundary at all, so that none can be drawn wrongly. All lengths are units of the SVG's viewBox.
 */

import { extent, max, range } from "d3-array"
import { scaleLinear, scaleSqrt } from "d3-scale"

import { type Box, cornersOf, type KeyCircle, type MapScale, overlap } from "./map-key"

export type Seat = { code: string; name: string; lng: number; lat: number; value: number }

export type Bubble = Seat & {
  x: number
  y: number
  r: number
  label: { x: number; y: number; anchor: "start" | "middle" | "end" }
}

export type GridLine = { at: number; text: string }

export type Plate = {
  width: number
  height: number
  frame: { left: number; top: number; right: number; bottom: number }
  meridians: GridLine[]
  parallels: GridLine[]
  /** Black and white pieces of the neatline, as on a survey sheet. */
  ticks: string
  bubbles: Bubble[]
  /** A round distance and its length here. */
  scale: MapScale
  /** How large some round sums are drawn; empty where no corner is free for it. */
  key: KeyCircle[]
}

const width = 440
const frame = { left: 28, top: 12, right: 428 }
const margin = 44
const tallest = 440
const flattest = 190
const largestRadius = 34
const smallestRadius = 3

/** The plate of some seats, largest value first, so that Tab goes by rank. */
export function plateOf(seats: readonly Seat[]): Plate {
  const view = projectionOf(seats)
  const most = max(seats, ({ value }) => value) ?? 0
  // Area, not radius, stands for the figure: an eye compares areas.
  const radius = scaleSqrt()
    .domain([0, most > 0 ? most : 1])
    .range([0, largestRadius])
    .clamp(true)
  const placed = [...seats]
    .sort((a, b) => b.value - a.value)
    .map((seat) => ({
      ...seat,
      ...view.point(seat),
      r: round(Math.max(smallestRadius, radius(seat.value))),
    }))
  const bottom = view.height - 26
  const { bubbles, taken } = labelled(placed, bottom)
  return {
    width,
    height: view.height,
    frame: { ...frame, bottom },
    ...gridOf(view, bottom),
    bubbles,
    ...cornersOf({ ...frame, bottom }, taken, view.perDegree, { most, radius }),
  }
}

type Projection = {
  height: number
  perDegree: number
  point(place: { lng: number; lat: number }): { x: number; y: number }
  lngAt(x: number): number
  latAt(y: number): number
  x: (lng: number) => number
  y: (lat: number) => number
}

/** Equirectangular, true at the middle latitude: good for a prefecture, and readable off the grid. */
function projectionOf(seats: readonly Seat[]): Projection {
  const lngs = spanOf(seats.map(({ lng }) => lng))
  const lats = spanOf(seats.map(({ lat }) => lat))
  const squeeze = Math.cos((lats.middle * Math.PI) / 180)
  const inner = frame.right - frame.left
  const across = (inner - 2 * margin) / Math.max(lngs.span * squeeze, 0.3)
  const down = (tallest - 2 * margin) / Math.max(lats.span, 0.3)
  const perDegree = Math.min(across, down)
  const room = Math.max(flattest, lats.span * perDegree + 2 * margin)
  const centre = { x: frame.left + inner / 2, y: frame.top + room / 2 }
  const x = scaleLinear()
    .domain([lngs.middle, lngs.middle + 1])
    .range([centre.x, centre.x + squeeze * perDegree])
  const y = scaleLinear()
    .domain([lats.middle, lats.middle + 1])
    .range([centre.y, centre.y - perDegree])
  return {
    height: round(frame.top + room + 26),
    perDegree,
    point: ({ lng, lat }) => ({ x: round(x(lng)), y: round(y(lat)) }),
    lngAt: (at) => x.invert(at),
    latAt: (at) => y.invert(at),
    x: (lng) => round(x(lng)),
    y: (lat) => round(y(lat)),
  }
}

function spanOf(values: number[]): { middle: number; span: number } {
  const [low = 0, high = 0] = extent(values)
  return { middle: (low + high) / 2, span: high - low }
}

function gridOf(
  view: Projection,
  bottom: number,
): Pick<Plate, "meridians" | "parallels" | "ticks"> {
  const span = view.lngAt(frame.right) - view.lngAt(frame.left)
  const step = [0.5, 1, 2, 5].find((each) => span / each <= 8) ?? 10
  const { x, y } = view
  const lngs = multiples(step, view.lngAt(frame.left), view.lngAt(frame.right))
  const lats = multiples(step, view.latAt(bottom), view.latAt(frame.top))
  const third = step / 3
  const inX = multiples(third, view.lngAt(frame.left), view.lngAt(frame.right)).map(x)
  const inY = multiples(third, view.latAt(bottom), view.latAt(frame.top)).map(y).reverse()
  const across = pairs(inX).map(([a, b]) =>
    [frame.top - 4, bottom].map((top) => `M${a} ${round(top)}h${round(b - a)}v4h${round(a - b)}z`),
  )
  const down = pairs(inY).map(([a, b]) =>
    [frame.left - 4, frame.right].map((left) => `M${left} ${a}h4v${round(b - a)}h-4z`),
  )
  return {
    meridians: lngs.map((lng) => ({ at: x(lng), text: degrees(lng, "E") })),
    parallels: lats.map((lat) => ({ at: y(lat), text: degrees(lat, "N") })),
    ticks: [...across, ...down].flat().join(""),
  }
}

function multiples(step: number, from: number, to: number): number[] {
  return range(Math.ceil(from / step), Math.floor(to / step) + 1).map((index) => index * step)
}

function pairs(values: number[]): [number, number][] {
  return values.flatMap((value, i) => {
    const next = values[i + 1]
    return i % 2 === 0 && next !== undefined ? [[value, next] satisfies [number, number]] : []
  })
}

/** Whole degrees with their letter, halves as 30′. */
function degrees(value: number, letter: string): string {
  return Number.isInteger(value) ? `${value}°${letter}` : "30′"
}

type Placed = Seat & { x: number; y: number; r: number }

const lineHeight = 12

/** Puts each name where it covers least: right, left, above or below its bubble. */
function labelled(placed: Placed[], bottom: number): { bubbles: Bubble[]; taken: Box[] } {
  const taken = placed.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }))
  const bubbles = placed.map((bubble, index) => {
    const others = taken.filter((_, i) => i !== index)
    const best = placesFor(bubble)
      .map((place) => ({ ...place, cost: costOf(place.box, others, bottom) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a))
    taken.push(best.box)
    return { ...bubble, label: best.label }
  })
  return { bubbles, taken }
}

function placesFor({ x, y, r, name }: Placed): { label: Bubble["label"]; box: Box }[] {
  const long = [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 14 : 7.5), 0)
  const wide = Math.max(long, 40)
  const gap = r + 4
  const beside = { top: y - lineHeight, bottom: y + lineHeight }
  const label = (lx: number, ly: number, anchor: Bubble["label"]["anchor"]) => ({
    x: round(lx),
    y: round(ly),
    anchor,
  })
  return [
    {
      label: label(x + gap, y + 1, "start"),
      box: { ...beside, left: x + gap, right: x + gap + wide },
    },
    {
      label: label(x - gap, y + 1, "end"),
      box: { ...beside, left: x - gap - wide, right: x - gap },
    },
    {
      label: label(x, y + r + 13, "middle"),
      box: { left: x - wide / 2, right: x + wide / 2, top: y + r + 2, bottom: y + r + 26 },
    },
    {
      label: label(x, y - r - 15, "middle"),
      box: { left: x - wide / 2, right: x + wide / 2, top: y - r - 27, bottom: y - r - 3 },
    },
  ]
}

function costOf(box: Box, others: Box[], bottom: number): number {
  const outside =
    box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > bottom
  return others.reduce((sum, other) => sum + overlap(box, other), outside ? 1000 : 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
