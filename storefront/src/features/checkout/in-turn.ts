const last = new Map<string, Promise<unknown>>()

/**
 * Does the works of one key one after the other: two presses of a button must not change the same
 * basket at the same time. Other processes are kept apart by the backend's own locks.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  last.set(key, mine)
  try {
    return await mine
  } finally {
    if (last.get(key) === mine) last.delete(key)
  }
}
