/** Seeded dice: the same seed throws the same story on every machine. */
export type Dice = {
  /** At least 0, below 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number): T
  shuffle<T>(items: readonly T[]): T[]
}

export function createDice(seed: string): Dice {
  const next = mulberry32(hash(seed))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => itemAt(items, int(0, items.length - 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    pickWeighted: (items, weightOf) => {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0)
      for (const item of items) {
        left -= weightOf(item)
        if (left < 0) return item
      }
      return itemAt(items, items.length - 1)
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(0, i)
        const held = itemAt(shuffled, i)
        shuffled[i] = itemAt(shuffled, j)
        shuffled[j] = held
      }
      return shuffled
    },
  }
}

function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`dice: nothing at ${index} of ${items.length} items`)
  return item
}

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

/** Tommy Ettinger's mulberry32 (public domain): small, fast, good enough for a story. */
function mulberry32(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
