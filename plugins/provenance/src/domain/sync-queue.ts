/**
 * What becomes of a queue that was filled offline, before any row is looked at by itself: a client
 * id names one delivery for ever. The verdict of a row depends on what it says and on what is known
 * already, never on its place in the queue. (rule: docs/domain §4, deliveries)
 */

export type QueueRow = {
  readonly clientId: string
  /** A digest of all that the row says. */
  readonly content: string
}

/** `new`: to be recorded; `known`: recorded before with the same words; `reused`: with others. */
export type QueueVerdict = "new" | "known" | "reused"

/** One verdict per row, in the order of the rows; `known` maps recorded client ids to contents. */
export function queueVerdicts(
  rows: readonly QueueRow[],
  known: ReadonlyMap<string, string>,
): QueueVerdict[] {
  const contents = new Map<string, Set<string>>()
  for (const { clientId, content } of rows) {
    contents.set(clientId, (contents.get(clientId) ?? new Set<string>()).add(content))
  }
  return rows.map(({ clientId, content }) => {
    const recorded = known.get(clientId)
    if (recorded !== undefined) return recorded === content ? "known" : "reused"
    return (contents.get(clientId)?.size ?? 0) > 1 ? "reused" : "new"
  })
}
