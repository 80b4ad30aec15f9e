import type { CountyBrand } from "@shangxing/provenance/types/http"

/**
 * Places counties by the coordinates of their seats on a plain graticule: place and size, no
 * boundary that could be drawn wrongly. Pure geometry; the drawing is Atlas.astro.
 */

export type Box = { x: number; y: number; width: number; height: number }
export type Mark = { county: CountyBrand; x: number; y: number; radius: number }
export type Label = { x: number; y: number; anchor: "start" | "end" | "middle" }
export type AtlasPanel = {
  key: string
  width: number
  height: number
  meridians: { at: number; degree: number }[]
  parallels: { at: number; degree: number }[]
  marks: Mark[]
}

const pad = { top: 34, side: 26, bottom: 30 }

/** A panel's ground before anything is drawn on it. */
export type Ground = Pick<AtlasPanel, "width" | "height" | "meridians" | "parallels"> & {
  points: { x: number; y: number }[]
}

/**
 * Fits seats into a ground `width` wide. A degree of longitude is shortened by the cosine of the
 * middle latitude, as on the earth.
 */
export function projectSeats(
  seats: readonly { lng: number; lat: number }[],
  width: number,
): Ground {
  const lngs = seats.map((seat) => seat.lng)
  const lats = seats.map((seat) => seat.lat)
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 2 * pad.side) / Math.max((east - west) * squeeze, 0.1)
  const height = Math.round((north - south) * scale + pad.top + pad.bottom)
  const x = (lng: number) => Math.round(pad.side + (lng - west) * squeeze * scale)
  const y = (lat: number) => Math.round(pad.top + (north - lat) * scale)
  const step = niceStep(Math.max((east - west) * squeeze, north - south))
  return {
    width,
    height,
    meridians: degrees(west, east, step).map((degree) => ({ at: x(degree), degree })),
    parallels: degrees(south, north, step).map((degree) => ({ at: y(degree), degree })),
    points: seats.map((seat) => ({ x: x(seat.lng), y: y(seat.lat) })),
  }
}

/** A province's panel: its counties as marks on their ground. */
export function projectPanel(
  key: string,
  counties: readonly CountyBrand[],
  width: number,
): AtlasPanel {
  const { points, ...ground } = projectSeats(counties, width)
  const marks = counties.flatMap((county, index) => {
    const point = points[index]
    return point ? [{ county, ...point, radius: radiusOf(county) }] : []
  })
  return { key, ...ground, marks }
}

/** Area, not diameter, grows with the goods on sale. */
function radiusOf(county: CountyBrand): number {
  if (!county.industry) return 3
  return Math.round(4.5 + 1.6 * Math.sqrt(Math.min(county.industry.product_count, 9)))
}

function niceStep(span: number): number {
  return span > 5 ? 2 : 1
}

function degrees(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step
  const found: number[] = []
  for (let degree = first; degree <= to; degree += step) found.push(degree)
  return found
}

/**
 * Puts a name beside each mark where it covers fewest dots and no earlier name: right, left, below
 * or above. `sizeOf` is the estimated size of a name; names are kept inside the panel.
 */
export function placeLabels(
  panel: AtlasPanel,
  named: readonly Mark[],
  sizeOf: (mark: Mark) => { width: number; height: number },
): Map<string, Label> {
  const taken: Box[] = []
  const placed = new Map<string, Label>()
  for (const mark of named) {
    const size = sizeOf(mark)
    const best = candidates(mark, size)
      .map((candidate, order) => ({
        candidate,
        cost: costOf(candidate.box, panel, mark, taken) + order * 0.1,
      }))
      .reduce((least, next) => (next.cost < least.cost ? next : least)).candidate
    taken.push(best.box)
    placed.set(mark.county.code, best.label)
  }
  return placed
}

function candidates(
  { x, y, radius }: Mark,
  { width, height }: { width: number; height: number },
): { label: Label; box: Box }[] {
  const gap = radius + 4
  const middle = y + height * 0.32
  const options: { label: Label; left: number; baseline: number }[] = [
    { label: { x: x + gap, y: middle, anchor: "start" }, left: x + gap, baseline: middle },
    { label: { x: x - gap, y: middle, anchor: "end" }, left: x - gap - width, baseline: middle },
    ...[y + gap + height * 0.8, y - gap].map((baseline) => ({
      label: { x, y: baseline, anchor: "middle" as const },
      left: x - width / 2,
      baseline,
    })),
  ]
  return options.map(({ label, left, baseline }) => ({
    label: { ...label, x: Math.round(label.x), y: Math.round(label.y) },
    box: { x: left, y: baseline - height * 0.85, width, height },
  }))
}

function costOf(box: Box, panel: AtlasPanel, self: Mark, taken: readonly Box[]): number {
  const isOutside =
    box.x < 2 ||
    box.x + box.width > panel.width - 2 ||
    box.y < 2 ||
    box.y + box.height > panel.height
  const dots = panel.marks.filter(
    (mark) =>
      mark !== self &&
      overlaps(box, {
        x: mark.x - mark.radius,
        y: mark.y - mark.radius,
        width: 2 * mark.radius,
        height: 2 * mark.radius,
      }),
  )
  const weight = dots.reduce((sum, mark) => sum + (mark.county.industry ? 5 : 1), 0)
  return (isOutside ? 50 : 0) + weight + 20 * taken.filter((other) => overlaps(box, other)).length
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
