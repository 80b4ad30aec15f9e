/**
 * Places county seats on a plate of their own: position from coordinates, area from a figure, no
 * boundary at all, so that none can be drawn wrongly. All lengths are units of the SVG's viewBox.
 */

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
  scale: { kilometres: number; length: number; x: number; y: number }
}

const width = 440
const frame = { left: 28, top: 12, right: 428 }
const margin = 44
const tallest = 440
const flattest = 190
const largestRadius = 34
const smallestRadius = 3
const kilometresPerDegree = 111.2

/** The plate of some seats, largest value first, so that Tab goes by rank. */
export function plateOf(seats: readonly Seat[]): Plate {
  const view = projectionOf(seats)
  const placed = [...seats]
    .sort((a, b) => b.value - a.value)
    .map((seat) => ({ ...seat, ...view.point(seat), r: radiusOf(seat.value, seats) }))
  const bottom = view.height - 26
  return {
    width,
    height: view.height,
    frame: { ...frame, bottom },
    ...gridOf(view, bottom),
    bubbles: labelled(placed, bottom),
    scale: scaleOf(view.perDegree, placed, bottom),
  }
}

type Projection = {
  height: number
  perDegree: number
  point(place: { lng: number; lat: number }): { x: number; y: number }
  lngAt(x: number): number
  latAt(y: number): number
  squeeze: number
}

/** Equirectangular, true at the middle latitude: good for a prefecture, and readable off the grid. */
function projectionOf(seats: readonly Seat[]): Projection {
  const lngs = range(seats.map(({ lng }) => lng))
  const lats = range(seats.map(({ lat }) => lat))
  const squeeze = Math.cos((lats.middle * Math.PI) / 180)
  const inner = frame.right - frame.left
  const across = (inner - 2 * margin) / Math.max(lngs.span * squeeze, 0.3)
  const down = (tallest - 2 * margin) / Math.max(lats.span, 0.3)
  const perDegree = Math.min(across, down)
  const room = Math.max(flattest, lats.span * perDegree + 2 * margin)
  const centre = { x: frame.left + inner / 2, y: frame.top + room / 2 }
  return {
    height: round(frame.top + room + 26),
    perDegree,
    squeeze,
    point: ({ lng, lat }) => ({
      x: round(centre.x + (lng - lngs.middle) * squeeze * perDegree),
      y: round(centre.y - (lat - lats.middle) * perDegree),
    }),
    lngAt: (x) => lngs.middle + (x - centre.x) / (squeeze * perDegree),
    latAt: (y) => lats.middle - (y - centre.y) / perDegree,
  }
}

function range(values: number[]): { middle: number; span: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return { middle: (low + high) / 2, span: high - low }
}

/** Area, not radius, stands for the figure: an eye compares areas. */
function radiusOf(value: number, seats: readonly Seat[]): number {
  const most = Math.max(...seats.map((seat) => seat.value), 1)
  return round(Math.max(smallestRadius, largestRadius * Math.sqrt(Math.max(value, 0) / most)))
}

function gridOf(
  view: Projection,
  bottom: number,
): Pick<Plate, "meridians" | "parallels" | "ticks"> {
  const span = view.lngAt(frame.right) - view.lngAt(frame.left)
  const step = [0.5, 1, 2, 5].find((each) => span / each <= 8) ?? 10
  const x = (lng: number) =>
    round(frame.left + (lng - view.lngAt(frame.left)) * view.squeeze * view.perDegree)
  const y = (lat: number) => round(frame.top + (view.latAt(frame.top) - lat) * view.perDegree)
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
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => (first + i) * step)
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

type Box = { left: number; right: number; top: number; bottom: number }
type Placed = Seat & { x: number; y: number; r: number }

const lineHeight = 12

/** Puts each name where it covers least: right, left, above or below its bubble. */
function labelled(placed: Placed[], bottom: number): Bubble[] {
  const taken = placed.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }))
  return placed.map((bubble, index) => {
    const others = taken.filter((_, i) => i !== index)
    const best = placesFor(bubble)
      .map((place) => ({ ...place, cost: costOf(place.box, others, bottom) }))
      .reduce((a, b) => (b.cost < a.cost ? b : a))
    taken.push(best.box)
    return { ...bubble, label: best.label }
  })
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

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && down > 0 ? across * down : 0
}

/** The scale stands in the corner that is farthest from any bubble. */
function scaleOf(perDegree: number, placed: Placed[], bottom: number): Plate["scale"] {
  const perKilometre = perDegree / kilometresPerDegree
  const kilometres = [100, 50, 20, 10, 5].find((km) => km * perKilometre <= 90) ?? 2
  const length = round(kilometres * perKilometre)
  const corners = [frame.left + 14, frame.right - 40 - length].flatMap((x) =>
    [frame.top + 22, bottom - 12].map((y) => ({ x: round(x), y: round(y) })),
  )
  const room = ({ x, y }: { x: number; y: number }) =>
    Math.min(...placed.map((p) => Math.hypot(p.x - x - length / 2, p.y - y) - p.r))
  const { x, y } = corners.reduce((a, b) => (room(b) > room(a) ? b : a))
  return { kilometres, length, x, y }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
