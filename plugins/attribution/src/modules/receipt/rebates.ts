import { REBATE_RECORDER, rebateChange, type RebateReceipt } from "../../domain/rebate"
import type { ReceiptState } from "../../domain/receipt-state"
import { type Sql, toFen } from "../../lib/sql"
import type { AccruedRebates, NewFact, NewReceipt, RebateDue } from "./types"
import { insertFacts, insertReceipts } from "./write-receipts"

/*
 * Rebates of support agreements as receipts. A receipt never changes, so what is owed less is voided
 * while unpaid and owed anew; `rebate:<version>:<household>:<n>` names the n-th receipt.
 */

type Known = RebateReceipt & { household_id: string; version_id: string }

/** Writes what is missing, all or none. Versions are locked in sorted order. */
export async function writeRebates(
  sql: Sql,
  rebates: readonly RebateDue[],
): Promise<AccruedRebates> {
  if (rebates.length === 0) return { owed_count: 0, voided_count: 0 }
  const versions = [...new Set(rebates.map(({ version_id }) => version_id))].sort()
  for (const version of versions) {
    await sql("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`rebate:${version}`])
  }
  const known = await readKnown(sql, rebates, versions)
  const receipts: NewReceipt[] = []
  const voids: NewFact[] = []
  for (const rebate of rebates) {
    const own = known.get(keyOf(rebate)) ?? []
    const { voidIds, oweFen } = rebateChange(rebate.owed_fen, own)
    voids.push(...voidIds.map((id) => voidOf(id, rebate.arose_on)))
    if (oweFen > 0) receipts.push(receiptOf(rebate, oweFen, own.length + 1))
  }
  // Facts first: insertFacts locks the receipts, and refuses what was paid in the meantime.
  const refused = await insertFacts(sql, voids)
  if (refused.length > 0) return { owed_count: 0, voided_count: 0 }
  await insertReceipts(sql, receipts)
  return { owed_count: receipts.length, voided_count: voids.length }
}

async function readKnown(sql: Sql, rebates: readonly RebateDue[], versions: readonly string[]) {
  const sellers = [...new Set(rebates.map(({ seller_id }) => seller_id))]
  const rows = await sql<{
    id: string
    household_id: string
    version_id: string
    amount_fen: string
    state: ReceiptState
  }>(
    `select r.id, r.household_id, split_part(r.cause_key, ':', 2) as version_id, r.amount_fen,
        s.state
       from household_receipt r join receipt_now s on s.receipt_id = r.id
      where r.seller_id = any(?::text[]) and r.channel = 'rebate'
        and split_part(r.cause_key, ':', 1) = 'rebate'
        and split_part(r.cause_key, ':', 2) = any(?::text[])
      order by r.created_at, split_part(r.cause_key, ':', 4)::int`,
    [sellers, [...versions]],
  )
  const known = new Map<string, Known[]>()
  for (const { state, amount_fen, ...row } of rows) {
    const receipt = { ...row, amountFen: toFen(amount_fen), standing: STANDING_OF[state] }
    known.set(keyOf(row), [...(known.get(keyOf(row)) ?? []), receipt])
  }
  return known
}

/** What is disputed is left to the two who dispute it. */
const STANDING_OF: Record<ReceiptState, RebateReceipt["standing"]> = {
  due: "open",
  paid: "fixed",
  received: "fixed",
  disputed: "fixed",
  voided: "gone",
}

function keyOf({ version_id, household_id }: Pick<RebateDue, "version_id" | "household_id">) {
  return `${version_id}/${household_id}`
}

function voidOf(receipt_id: string, happened_on: string): NewFact {
  const note = "退款或更正后按新的数另记"
  return { receipt_id, kind: "voided", happened_on, note, recorded_by: REBATE_RECORDER }
}

function receiptOf(rebate: RebateDue, amount_fen: number, number: number): NewReceipt {
  const { version_id, owed_fen: _owed, ...owed } = rebate
  return {
    ...owed,
    channel: "rebate",
    amount_fen,
    cause_key: `rebate:${version_id}:${rebate.household_id}:${number}`,
    recorded_by: REBATE_RECORDER,
  }
}
