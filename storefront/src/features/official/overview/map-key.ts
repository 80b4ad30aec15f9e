import type { ScalePower } from "d3-scale"

/**
 * What a map needs besides its places: a scale in kilometres, and how large sums are drawn. Both
 * stand in the corners of the plate that are freest of bubbles and names.
 */
export type Box = { left: number; right: number; top: number; bottom: number }

/** A round distance, its length here, and where its bar begins. */
export type MapScale = { kilometres: number; length: number; x: number; y: number }

export type KeyCircle = { value: number; x: number; y: number; r: number }

type Sizes = { most: number; radius: ScalePower<number, number> }

const kilometresPerDegree = 111.2
const inset = 10

export function cornersOf(
  frame: Box,
  taken: readonly Box[],
  perDegree: number,
  sizes: Sizes,
): { scale: MapScale; key: KeyCircle[] } {
  const perKilometre = perDegree / kilometresPerDegree
  const kilometres = [100, 50, 20, 10, 5].find((km) => km * perKilometre <= 90) ?? 2
  const length = round(kilometres * perKilometre)
  const circles = sumsFor(sizes.most).map((value) => ({ value, r: round(sizes.radius(value)) }))
  const largest = circles[0]?.r ?? 0
  const room = { width: 2 * largest + 56, height: 2 * largest + 4 }
  const [key] = freest(frame, taken, room)
  const hasKey = circles.length > 0 && key !== undefined && key.cost === 0
  const [scale] = freest(frame, hasKey ? [...taken, key.box] : taken, {
    width: length + 44,
    height: 26,
  })
  const corner = scale?.box ?? frame
  return {
    scale: { kilometres, length, x: round(corner.left + 8), y: round(corner.bottom - 4) },
    key: hasKey
      ? circles.map(({ value, r }) => ({
          value,
          r,
          x: round(key.box.left + largest),
          y: round(key.box.bottom - 2 - r),
        }))
      : [],
  }
}

/** A large, a middling and a small round sum, so that an eye can measure any bubble. */
export function sumsFor(most: number): number[] {
  if (most <= 0) return []
  return [most, most / 4, most / 25].map(roundBelow)
}

function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([8, 6, 5, 4, 3, 2, 1.5, 1].find((factor) => factor * power <= value) ?? 1) * power
}

function freest(
  frame: Box,
  taken: readonly Box[],
  { width, height }: { width: number; height: number },
): { box: Box; cost: number }[] {
  const lefts = [frame.left + inset, frame.right - inset - width]
  const tops = [frame.bottom - inset - height, frame.top + inset]
  return tops
    .flatMap((top) =>
      lefts.map((left) => ({ left, right: left + width, top, bottom: top + height })),
    )
    .map((box) => ({ box, cost: taken.reduce((sum, other) => sum + overlap(box, other), 0) }))
    .sort((a, b) => a.cost - b.cost)
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && down > 0 ? across * down : 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
