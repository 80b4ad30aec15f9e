import { generateEntityId } from "@medusajs/framework/utils"
import type Stripe from "stripe"

import { MAX_ATTEMPTS, retryAfter } from "../../domain/retry-schedule"
import { isFollowed } from "../../domain/webhook-effect"
import type { Sql } from "../../lib/sql"
import type { ClaimedEvent } from "./types"

/** A worker that dies gives its events back after this long. */
const LEASE_SECONDS = 120

const CLAIMED = "id, event_id, type, object_type, object_id, account_id, attempts"

/**
 * Writes an event down once; the id of its row, and whether it is new. Due from the very millisecond:
 * workers tell the time in milliseconds, and must not find it due only in the next one.
 */
export async function insertEvent(
  sql: Sql,
  event: Stripe.Event,
  via: "webhook" | "poll",
): Promise<{ id: string; isNew: boolean }> {
  const object = event.data.object as { id?: string; object?: string }
  const status = isFollowed(event.type) && object.id ? "pending" : "ignored"
  const [row] = await sql<{ id: string }>(
    `insert into webhook_event (id, event_id, type, object_type, object_id, account_id, is_live,
       received_via, occurred_at, status, next_attempt_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, to_timestamp(?), ?, case when ? = 'pending' then date_trunc('milliseconds', now()) end)
     on conflict do nothing returning id`,
    [
      generateEntityId(undefined, "whev"),
      event.id,
      event.type,
      object.object ?? "unknown",
      object.id ?? "",
      event.account ?? null,
      event.livemode,
      via,
      event.created,
      status,
      status,
    ],
  )
  if (row) {
    return { id: row.id, isNew: true }
  }
  const [known] = await sql<{ id: string }>("select id from webhook_event where event_id = ?", [
    event.id,
  ])
  return { id: known!.id, isNew: false }
}

/**
 * Takes due events for this worker; no other worker gets them until the lease ends. Each claim counts
 * as an attempt, so an event that kills its worker dies too, in the end.
 */
export async function claimEvents(
  sql: Sql,
  now: Date,
  limit: number,
  id: string | null,
): Promise<ClaimedEvent[]> {
  await sql(
    `update webhook_event set status = 'dead', next_attempt_at = null, updated_at = now(),
            last_error = coalesce(last_error, 'The worker died on every attempt.')
      where status = 'pending' and attempts >= ? and next_attempt_at <= ?`,
    [MAX_ATTEMPTS, now],
  )
  return await sql<ClaimedEvent>(
    `update webhook_event set attempts = attempts + 1, updated_at = now(),
            next_attempt_at = ?::timestamptz + make_interval(secs => ?)
      where id in (
        select id from webhook_event
         where status = 'pending' and next_attempt_at <= ? and (?::text is null or id = ?)
         order by next_attempt_at, id limit ? for update skip locked)
      returning ${CLAIMED}`,
    [now, LEASE_SECONDS, now, id, id, limit],
  )
}

export async function settleEvent(sql: Sql, id: string, effect: string | null): Promise<void> {
  await sql(
    `update webhook_event set status = 'done', effect = ?, last_error = null,
            next_attempt_at = null, processed_at = now(), updated_at = now() where id = ?`,
    [effect, id],
  )
}

/** Notes a failed attempt: the next one's time, or the dead letters. Answers whether it is dead. */
export async function failEvent(
  sql: Sql,
  event: Pick<ClaimedEvent, "id" | "attempts">,
  error: string,
  now: Date,
): Promise<boolean> {
  const retry = retryAfter(event.attempts, now)
  await sql(
    `update webhook_event set status = ?, last_error = ?, next_attempt_at = ?, updated_at = now()
      where id = ? and status = 'pending'`,
    [
      retry.isDead ? "dead" : "pending",
      error.slice(0, 2000),
      retry.isDead ? null : retry.nextAttemptAt,
      event.id,
    ],
  )
  return retry.isDead
}

/** Puts an event back into the line with all its attempts; false when there is no such event. */
export async function reviveEvent(sql: Sql, id: string, now: Date): Promise<boolean> {
  const rows = await sql<{ id: string }>(
    `update webhook_event set status = 'pending', attempts = 0, next_attempt_at = ?,
            processed_at = null, updated_at = now() where id = ? returning id`,
    [now, id],
  )
  return rows.length > 0
}
