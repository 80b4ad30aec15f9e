import { type MerkleTree, merkleTree, type PublishedRoot } from "@shangxing/epcis"

import type { Sql } from "../../../lib/sql"

/** The leaves of a day: its events' chain hashes in their own order, which nobody can choose. */
export async function findLeaves(sql: Sql, day: string): Promise<string[]> {
  const rows = await sql<{ chain_hash: string }>(
    `select chain_hash from trace_event where day = ? and deleted_at is null
      order by chain_hash collate "C"`,
    [day],
  )
  return rows.map(({ chain_hash }) => chain_hash)
}

type RootRow = { day: string; root: string; event_count: number; previous_root: string | null }

/**
 * The published root of a day, or the one so far of a day that is not over; `null` for a day
 * without events.
 */
export async function findRoot(sql: Sql, day: string): Promise<PublishedRoot | null> {
  const [row] = await sql<RootRow>(
    "select day, root, event_count, previous_root from daily_root where day = ?",
    [day],
  )
  if (row) return publishedRoot(row)
  const leaves = await findLeaves(sql, day)
  return leaves.length === 0 ? null : await rootSoFar(sql, day, merkleTree(leaves))
}

export type DayTree = { day: string; tree: MerkleTree; places: Map<string, number> }

/** The tree over a day's events as they lie there now: what proofs are made of. */
export async function treeOf(sql: Sql, day: string): Promise<DayTree> {
  const leaves = await findLeaves(sql, day)
  const places = new Map(leaves.map((leaf, i) => [leaf, i]))
  return { day, tree: merkleTree(leaves), places }
}

async function rootSoFar(
  sql: Sql,
  date: string,
  { root, size }: MerkleTree,
): Promise<PublishedRoot> {
  const [last] = await sql<{ root: string }>(
    "select root from daily_root where day < ? order by day desc limit 1",
    [date],
  )
  return { date, root, event_count: size, previous_root: last?.root ?? null, is_closed: false }
}

/** Each day's root, closed ones as published. */
export async function findRoots(sql: Sql, trees: readonly DayTree[]): Promise<PublishedRoot[]> {
  const rows = await sql<RootRow>(
    "select day, root, event_count, previous_root from daily_root where day = any(?)",
    [trees.map(({ day }) => day)],
  )
  const closed = new Map(rows.map((row) => [row.day, publishedRoot(row)]))
  const roots: PublishedRoot[] = []
  for (const { day, tree } of trees)
    roots.push(closed.get(day) ?? (await rootSoFar(sql, day, tree)))
  return roots
}

function publishedRoot({ day, root, event_count, previous_root }: RootRow): PublishedRoot {
  return { date: day, root, event_count, previous_root, is_closed: true }
}
