import { stationRefusal } from "../../../domain/confirm-delivery"
import { disputeRefusal, type DisputeEntryKind } from "../../../domain/dispute"
import { afterTry, isClosed, newCodeRefusal } from "../../../domain/household-code"
import { codePrefix, hashCode, isCode } from "../../../lib/household-code"
import { newId } from "../../../lib/ids"
import { refused } from "../../../lib/refusals"
import { insertRows, type Sql } from "../../../lib/sql"
import type { Confirmation, NewDisputeEntry } from "../types"

/** What happens to a delivery after it was weighed: both parties' yes, a no, or an end. */

export type CodeVerdict = "household_code_unset" | "household_code_closed" | "household_code_wrong"

/**
 * Tries a household's code, and counts the try. Answers a verdict instead of throwing, because the
 * count must be kept: the caller commits first and refuses then.
 */
export async function tryHouseholdCode(
  sql: Sql,
  key: string,
  input: { household_id: string; code: string; now: number },
): Promise<CodeVerdict | null> {
  const [row] = await sql<{
    id: string
    code_hash: string
    failed_tries: number
    closed_until: string | null
  }>(
    `select id, code_hash, failed_tries, closed_until from household_code
      where household_id = ? and deleted_at is null order by created_at desc, id desc limit 1
      for update`,
    [input.household_id],
  )
  // Hashed under a key of before, no code could be right: it is to be chosen anew.
  if (!row?.code_hash.startsWith(codePrefix(key))) return "household_code_unset"
  const tries = {
    failed: row.failed_tries,
    closedUntil: row.closed_until === null ? null : new Date(row.closed_until).getTime(),
  }
  if (isClosed(tries, input.now)) return "household_code_closed"
  const isRight = isCode(key, input.household_id, input.code, row.code_hash)
  const next = afterTry(tries, isRight, input.now)
  await sql(
    "update household_code set failed_tries = ?, closed_until = ?, updated_at = now() where id = ?",
    [next.failed, next.closedUntil === null ? null : new Date(next.closedUntil), row.id],
  )
  if (isRight) return null
  return isClosed(next, input.now) ? "household_code_closed" : "household_code_wrong"
}

/** Sets a household's code; the last one set counts. */
export async function setHouseholdCode(
  sql: Sql,
  key: string,
  input: { household_id: string; code: string; set_by: string; witness: string },
): Promise<void> {
  const refusal = newCodeRefusal(input.code)
  if (refusal !== null) throw refused(refusal, input.household_id)
  const witness = input.witness.trim()
  if (witness === "" || witness === input.set_by.trim()) {
    throw refused("household_code_witness_missing", input.household_id)
  }
  await insertRows(
    sql,
    "household_code",
    { id: "text", household_id: "text", code_hash: "text", set_by: "text", witness: "text" },
    [{ ...input, id: newId("hhc"), code_hash: hashCode(key, input.household_id, input.code) }],
  )
}

type Standing = {
  id: string
  household_id: string
  recorded_by: string
  is_confirmed: boolean
  is_voided: boolean
  lot_id: string | null
}

/** The seller's delivery, locked. @throws `delivery_unknown` for one that is not the seller's. */
export async function lockDelivery(sql: Sql, id: string, sellerId: string): Promise<Standing> {
  const [row] = await sql<Standing>(
    `select id, household_id, recorded_by, confirmed_at is not null as is_confirmed,
        voided_at is not null as is_voided, (select i.lot_id from lot_input i
          where i.delivery_id = delivery.id and i.deleted_at is null) as lot_id
      from delivery where id = ? and seller_id = ? and deleted_at is null for update`,
    [id, sellerId],
  )
  if (!row) throw refused("delivery_unknown", id)
  return row
}

/** Confirms one delivery; its code was tried already. Answers whether it was not confirmed before. */
export async function confirmDelivery(
  sql: Sql,
  input: { seller_id: string; delivery_id: string; by: Confirmation; at: string },
): Promise<boolean> {
  const delivery = await lockDelivery(sql, input.delivery_id, input.seller_id)
  if (delivery.is_voided) throw refused("delivery_voided", delivery.id)
  if (delivery.is_confirmed) return false
  const station = input.by.via === "station" ? input.by : null
  const refusal = station && stationRefusal({ ...station, recordedBy: delivery.recorded_by })
  if (refusal) throw refused(refusal, delivery.id)
  await sql(
    `update delivery set confirmed_at = ?, confirmed_via = ?, confirmed_by = ?, consent = ?,
        updated_at = now() where id = ?`,
    [
      input.at,
      input.by.via,
      station?.worker.trim() ?? null,
      station?.consent.trim() ?? null,
      delivery.id,
    ],
  )
  return true
}

/** Ends a delivery that was a mistake, before any lot holds it; voiding twice changes nothing. */
export async function voidDelivery(
  sql: Sql,
  input: { seller_id: string; delivery_id: string; reason: string; voided_by: string },
): Promise<void> {
  const delivery = await lockDelivery(sql, input.delivery_id, input.seller_id)
  if (delivery.is_voided) return
  if (delivery.lot_id !== null) throw refused("delivery_in_lot", delivery.id)
  if (input.reason.trim() === "") throw refused("delivery_void_reason_missing", delivery.id)
  await sql(
    `update delivery set voided_at = now(), voided_by = ?, void_reason = ?, updated_at = now()
      where id = ?`,
    [input.voided_by, input.reason.trim(), delivery.id],
  )
}

/** Opens, answers or resolves a dispute; answers the dispute's id. */
export async function addDisputeEntry(sql: Sql, input: NewDisputeEntry): Promise<string> {
  const { id: deliveryId } = await lockDelivery(sql, input.delivery_id, input.seller_id)
  const [last] = await sql<{ dispute_id: string; kind: DisputeEntryKind }>(
    `select dispute_id, kind from delivery_dispute_entry where delivery_id = ?
      order by created_at desc, id desc limit 1`,
    [deliveryId],
  )
  const refusal = disputeRefusal(last?.kind ?? null, input.kind, input.text)
  if (refusal !== null) throw refused(refusal, deliveryId)
  const disputeId = input.kind === "opened" || !last ? newId("ddp") : last.dispute_id
  await insertRows(sql, "delivery_dispute_entry", ENTRY_TYPES, [
    {
      ...input,
      id: newId("dde"),
      dispute_id: disputeId,
      delivery_id: deliveryId,
      outcome: input.kind === "resolved" ? (input.outcome ?? "settled") : null,
    },
  ])
  return disputeId
}

const ENTRY_TYPES = {
  id: "text",
  dispute_id: "text",
  delivery_id: "text",
  kind: "text",
  party: "text",
  text: "text",
  outcome: "text",
  recorded_by: "text",
}
