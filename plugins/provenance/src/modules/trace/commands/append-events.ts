import {
  chainHash,
  CONTEXT,
  eventHash,
  genesisHash,
  type JsonObject,
  parseJson,
  signHash,
} from "@shangxing/epcis"

import { businessDay } from "../../../domain/business-day"
import type { PlannedEvent, RecordedEvent } from "../../../domain/trace-plan"
import { newId } from "../../../lib/ids"
import type { PersonalDataCipher } from "../../../lib/personal-data-cipher"
import { insertRows, type Sql } from "../../../lib/sql"
import type { Planner, RecordedCount, RecordOptions } from "../types"
import { commitmentsOf } from "./commitments"
import { signersOf, type Signer } from "./organisation-keys"

/** What the daily roots and the chains agree on by locks of PostgreSQL. */
const DAYS_LOCK = "trace/days"

const EVENT_TYPES = {
  id: "text",
  lot_id: "text",
  sequence: "int",
  kind: "text",
  cause: "text",
  event: "text",
  event_hash: "text",
  previous_hash: "text",
  chain_hash: "text",
  signature: "text",
  key_id: "text",
  recorded_at: "text",
  day: "text",
}

const CHAIN_TYPES = {
  id: "text",
  lot_id: "text",
  event_count: "int",
  head_hash: "text",
  recorded_at: "text",
}

type Head = { lot_id: string; event_count: number; head_hash: string; recorded_at: string }

/**
 * Appends what `plan` says to the chains of `lotIds`, all or none. The chains are locked first, in
 * the order of their ids: two runs over one lot take turns, and the second plans what is left.
 */
export async function appendEvents(
  sql: Sql,
  cipher: PersonalDataCipher,
  lotIds: readonly string[],
  plan: Planner,
  options: RecordOptions,
): Promise<RecordedCount> {
  // Shared with other recordings; a day's root waits for all of them.
  await sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))", [DAYS_LOCK])
  await sql(
    `select pg_advisory_xact_lock(hashtextextended('trace/' || id, 0))
      from (select unnest(cast(? as text[])) as id order by 1) as lots`,
    [lotIds],
  )
  const recorded = await findRecorded(sql, lotIds)
  const planned = await plan((lotId) => recorded.get(lotId) ?? [], await commitmentsOf(sql, cipher))
  if (planned.length === 0) return { event_count: 0, lot_ids: [] }

  const sellerIds = [...new Set(planned.map(({ sellerId }) => sellerId))]
  const signers = await signersOf(sql, cipher, sellerIds)
  const chains = new Chains(await findHeads(sql, lotIds), await lastClosedDay(sql), options)
  const rows = planned.map((event) => chains.append(event, signers.get(event.sellerId)!))
  await insertRows(sql, "trace_event", EVENT_TYPES, rows)
  await insertRows(
    sql,
    "trace_chain",
    CHAIN_TYPES,
    chains.heads(),
    `on conflict (lot_id) where deleted_at is null do update set event_count = excluded.event_count,
      head_hash = excluded.head_hash, recorded_at = excluded.recorded_at, updated_at = now()`,
  )
  return { event_count: rows.length, lot_ids: [...new Set(rows.map(({ lot_id }) => lot_id))] }
}

/** Waits until no recording is under way and keeps new ones waiting until the transaction ends. */
export async function lockDays(sql: Sql): Promise<void> {
  await sql("select pg_advisory_xact_lock(hashtextextended(?, 0))", [DAYS_LOCK])
}

async function findRecorded(
  sql: Sql,
  lotIds: readonly string[],
): Promise<Map<string, RecordedEvent[]>> {
  const rows = await sql<{ lot_id: string; cause: string; event: string }>(
    `select lot_id, cause, event from trace_event
      where lot_id = any(?) and deleted_at is null order by lot_id, sequence`,
    [lotIds],
  )
  const byLot = new Map<string, RecordedEvent[]>()
  for (const { lot_id, cause, event } of rows) {
    const list = byLot.get(lot_id) ?? []
    list.push({ cause, event: parseJson(event) as JsonObject })
    byLot.set(lot_id, list)
  }
  return byLot
}

async function findHeads(sql: Sql, lotIds: readonly string[]): Promise<Head[]> {
  return await sql<Head>(
    `select lot_id, event_count, head_hash, recorded_at from trace_chain
      where lot_id = any(?) and deleted_at is null`,
    [lotIds],
  )
}

async function lastClosedDay(sql: Sql): Promise<string> {
  const [row] = await sql<{ day: string | null }>("select max(day) as day from daily_root")
  return row?.day ?? ""
}

/** The ends of the chains while they grow. */
class Chains {
  private readonly heads_ = new Map<string, Head>()
  private readonly grown_ = new Set<string>()

  constructor(
    heads: readonly Head[],
    private readonly closedDay: string,
    private readonly options: RecordOptions,
  ) {
    for (const head of heads) this.heads_.set(head.lot_id, head)
  }

  append(planned: PlannedEvent, signer: Signer) {
    const { lotId, kind, cause, event } = planned
    const head = this.heads_.get(lotId)
    const recordedAt = this.recordedAt_(planned, head)
    const link = {
      lotId,
      sequence: (head?.event_count ?? 0) + 1,
      text: JSON.stringify(event),
      eventHash: eventHash(event, CONTEXT),
      previousHash: head?.head_hash ?? genesisHash(lotId),
      recordedAt,
      keyId: signer.keyId,
    }
    const hash = chainHash(link)
    this.grown_.add(lotId)
    this.heads_.set(lotId, {
      lot_id: lotId,
      event_count: link.sequence,
      head_hash: hash,
      recorded_at: recordedAt,
    })
    return {
      id: newId("tev"),
      lot_id: lotId,
      sequence: link.sequence,
      kind,
      cause,
      event: link.text,
      event_hash: link.eventHash,
      previous_hash: link.previousHash,
      chain_hash: hash,
      signature: signHash(hash, signer.privateKey),
      key_id: signer.keyId,
      recorded_at: recordedAt,
      day: businessDay(new Date(recordedAt)),
    }
  }

  /** The new ends of the chains that have grown. */
  heads() {
    return [...this.heads_.values()]
      .filter(({ lot_id }) => this.grown_.has(lot_id))
      .map((head) => ({ ...head, id: newId("tch") }))
  }

  /** Never before the link before it, and never on a day whose root is published. */
  private recordedAt_({ at }: PlannedEvent, head: Head | undefined): string {
    const { now, is_history } = this.options
    if (!is_history) return later(now, head)
    const told = later(at, head)
    return businessDay(new Date(told)) > this.closedDay ? told : later(now, head)
  }
}

function later(at: string, head: Head | undefined): string {
  const time = new Date(at).toISOString()
  return head && head.recorded_at > time ? head.recorded_at : time
}
