import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { incomeClassOf } from "../../domain/income-class"
import { isVoidByHand } from "../../domain/rebate"
import { receiptRefusal, type ReceiptFact, type ReceiptRefusal } from "../../domain/receipt-state"
import { type Sql, toFen } from "../../lib/sql"
import type { NewFact, NewReceipt, RecordedReceipt } from "./types"

/** Writes debts in one statement; a cause that is known already is answered with its receipt. */
export async function insertReceipts(
  sql: Sql,
  receipts: readonly NewReceipt[],
): Promise<RecordedReceipt[]> {
  if (receipts.length === 0) return []
  const rows = receipts.map((receipt) => ({
    ...receipt,
    id: generateEntityId(undefined, "rcp"),
    county_code: receipt.village_code.slice(0, 6),
    income_class: incomeClassOf(receipt.channel),
  }))
  const inserted = await sql<{ id: string; cause_key: string }>(
    `insert into household_receipt
       (id, county_code, village_code, household_id, seller_id, channel, income_class, amount_fen,
        arose_on, due_on, cause_key, delivery_id, note, recorded_by)
     select id, county_code, village_code, household_id, seller_id, channel, income_class,
       amount_fen, arose_on, due_on, cause_key, delivery_id, note, recorded_by
     from jsonb_to_recordset(?::jsonb) as row(id text, county_code text, village_code text,
       household_id text, seller_id text, channel text, income_class text, amount_fen bigint,
       arose_on text, due_on text, cause_key text, delivery_id text, note text, recorded_by text)
     on conflict (cause_key) do nothing
     returning id, cause_key`,
    [JSON.stringify(rows)],
  )
  const fresh = new Set(inserted.map(({ id }) => id))
  const known = await sql<{ id: string; cause_key: string }>(
    `select id, cause_key from household_receipt where cause_key = any(?::text[])`,
    [receipts.map(({ cause_key }) => cause_key)],
  )
  return known.map((row) => ({ ...row, is_new: fresh.has(row.id) }))
}

/** Why a fact was not written; the receipt is named. */
export type RefusedFact = {
  receipt_id: string
  refusal: ReceiptRefusal | "receipt_unknown" | "receipt_follows_sale"
}

/**
 * Adds facts, all or none. The receipts' rows are locked first, so that two clerks at once cannot
 * both pay.
 * @returns the refusals; empty when all were written
 */
export async function insertFacts(sql: Sql, facts: readonly NewFact[]): Promise<RefusedFact[]> {
  const locked = await lockReceipts(sql, facts)
  const known = await factsOf(sql, [...locked.keys()])
  const refused = facts.flatMap(({ receipt_id, kind, recorded_by }): RefusedFact[] => {
    const receipt = locked.get(receipt_id)
    if (!receipt) return [{ receipt_id, refusal: "receipt_unknown" }]
    if (isVoidByHand(receipt.channel, kind, recorded_by)) {
      return [{ receipt_id, refusal: "receipt_follows_sale" }]
    }
    const before = known.get(receipt_id) ?? []
    const refusal = receiptRefusal(before, kind)
    known.set(receipt_id, [...before, { kind, on: "" }])
    return refusal ? [{ receipt_id, refusal }] : []
  })
  if (refused.length > 0) return refused
  const rows = facts.map((fact) => ({
    ...fact,
    id: generateEntityId(undefined, "rcf"),
    county_code: locked.get(fact.receipt_id)?.county_code,
  }))
  await sql(
    `insert into receipt_fact
       (id, receipt_id, county_code, kind, happened_on, via, evidence, photo_url, note, recorded_by)
     select id, receipt_id, county_code, kind, happened_on, via, evidence, photo_url, note,
       recorded_by
     from jsonb_to_recordset(?::jsonb) as row(id text, receipt_id text, county_code text,
       kind text, happened_on text, via text, evidence text, photo_url text, note text,
       recorded_by text)`,
    [JSON.stringify(rows)],
  )
  return []
}

type LockedReceipt = { id: string; county_code: string; channel: string }

async function lockReceipts(
  sql: Sql,
  facts: readonly NewFact[],
): Promise<Map<string, LockedReceipt>> {
  const ids = [...new Set(facts.map(({ receipt_id }) => receipt_id))].sort()
  // In sorted order, or two batches could wait for each other.
  const rows = await sql<LockedReceipt>(
    `select id, county_code, channel from household_receipt
      where id = any(?::text[]) order by id for update`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function factsOf(sql: Sql, ids: readonly string[]): Promise<Map<string, ReceiptFact[]>> {
  const rows = await sql<{ receipt_id: string; kind: ReceiptFact["kind"]; on: string }>(
    `select receipt_id, kind, happened_on as on from receipt_fact where receipt_id = any(?::text[])`,
    [[...ids]],
  )
  const facts = new Map<string, ReceiptFact[]>()
  for (const { receipt_id, kind, on } of rows) {
    facts.set(receipt_id, [...(facts.get(receipt_id) ?? []), { kind, on }])
  }
  return facts
}

/** What a purchase, rebate or refund is worth: whole fen above zero. @throws MedusaError */
export function assertAmounts(receipts: readonly NewReceipt[]): void {
  for (const { cause_key, amount_fen } of receipts) {
    if (Number.isSafeInteger(amount_fen) && amount_fen > 0 && toFen(amount_fen) === amount_fen) {
      continue
    }
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Receipt ${cause_key} is over ${amount_fen} fen. An amount is a whole number of fen above zero.`,
      "receipt_amount_invalid",
    )
  }
}
