import type { InclusionProof, LotProofs, ProvenEvent, PublishedKey } from "@shangxing/epcis"

import { demoGln } from "../../../domain/trace-ids"
import type { Sql } from "../../../lib/sql"
import type { EventInclusion } from "../types"
import { type DayTree, findRoots, treeOf } from "./roots"

type EventRow = Omit<ProvenEvent, "proof">

/** Everything public about a lot's chain. A lot without events has an empty one. */
export async function findLotProofs(sql: Sql, lotId: string): Promise<LotProofs> {
  const rows = await sql<EventRow>(
    `select id, sequence, kind, event, event_hash, previous_hash, chain_hash, signature, key_id,
        recorded_at, day
      from trace_event where lot_id = ? and deleted_at is null order by sequence`,
    [lotId],
  )
  const [chain] = await sql<{ event_count: number; head_hash: string }>(
    "select event_count, head_hash from trace_chain where lot_id = ? and deleted_at is null",
    [lotId],
  )
  const trees = await treesOf(sql, rows)
  return {
    lot_id: lotId,
    event_count: chain?.event_count ?? 0,
    head_hash: chain?.head_hash ?? null,
    events: rows.map((row) => ({ ...row, proof: proofIn(trees.get(row.day), row.chain_hash) })),
    keys: await findKeys(sql, [...new Set(rows.map(({ key_id }) => key_id))]),
    roots: await findRoots(sql, [...trees.values()]),
  }
}

async function treesOf(sql: Sql, rows: readonly { day: string }[]): Promise<Map<string, DayTree>> {
  const trees = new Map<string, DayTree>()
  for (const day of new Set(rows.map((row) => row.day))) trees.set(day, await treeOf(sql, day))
  return trees
}

function proofIn(day: DayTree | undefined, chainHash: string): InclusionProof | null {
  const place = day?.places.get(chainHash)
  return day && place !== undefined ? day.tree.proofOf(place) : null
}

async function findKeys(sql: Sql, keyIds: readonly string[]): Promise<PublishedKey[]> {
  const rows = await sql<Omit<PublishedKey, "gln">>(
    `select key_id, seller_id, public_key from organisation_key
      where key_id = any(?) and deleted_at is null order by created_at, id`,
    [keyIds],
  )
  return rows.map((row) => ({ ...row, gln: demoGln(row.seller_id) }))
}

/** One event's place under its day's root; `null` for an unknown id. */
export async function findEventProof(sql: Sql, id: string) {
  const [event] = await sql<EventInclusion>(
    `select id, event_hash, chain_hash, day from trace_event where id = ? and deleted_at is null`,
    [id],
  )
  if (!event) return null
  const day = await treeOf(sql, event.day)
  const [root] = await findRoots(sql, [day])
  return { ...event, root: root!, proof: proofIn(day, event.chain_hash) }
}
