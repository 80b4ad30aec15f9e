/** The first of what a workflow answered. @throws RangeError when it answered nothing. */
export function firstOf<T>(items: readonly T[], what: string): T {
  const [first] = items
  if (first === undefined) throw new RangeError(`The ${what} that was just written is missing.`)
  return first
}

/** @throws RangeError for a key that was never put in. */
export function getOrThrow<K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`There is no ${what} ${String(key)}.`)
  return value
}

/** Consecutive parts of at most `size` items. */
export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}

const LANES = 4

/** Works on independent items a few at a time: while one waits for the database another runs. */
export async function forEachInLanes<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
