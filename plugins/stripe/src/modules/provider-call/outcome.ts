import type { Sql } from "../../lib/sql"

/** What became of a call. Nothing secret is kept: no client secret, no account link, no card. */
export type Outcome =
  | { status: "succeeded"; object: object & { id: string } }
  | { status: "open" | "refused"; errorCode: string; errorMessage: string }

/** The fields of an answer that a later reader needs: state and amounts, nobody's secret or name. */
const KEPT = [
  "id",
  "object",
  "status",
  "amount",
  "amount_received",
  "amount_capturable",
  "amount_reversed",
  "currency",
  "created",
  "latest_charge",
  "charge",
  "payment_intent",
  "transfer",
  "destination",
  "transfer_group",
  "source_transaction",
  "balance_transaction",
  "metadata",
]

function withoutSecrets(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([field, value]) => KEPT.includes(field) && (field === "metadata" || !isObject(value)),
    ),
  )
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null
}

/** Notes that the call goes out now. */
export async function writeSent(sql: Sql, id: string): Promise<void> {
  await sql(
    `update provider_call set attempts = attempts + 1, last_sent_at = now(), updated_at = now(),
            first_sent_at = coalesce(first_sent_at, now()) where id = ?`,
    [id],
  )
}

/** Notes the outcome. A success is never overwritten by the error of a slower twin. */
export async function writeOutcome(sql: Sql, id: string, outcome: Outcome): Promise<void> {
  if (outcome.status === "succeeded") {
    await sql(
      `update provider_call set status = 'succeeded', provider_object_id = ?, response = ?::jsonb,
              error_code = null, error_message = null, settled_at = now(), updated_at = now()
        where id = ?`,
      [outcome.object.id, JSON.stringify(withoutSecrets(outcome.object)), id],
    )
    return
  }
  await sql(
    `update provider_call set status = ?, error_code = ?, error_message = ?, updated_at = now(),
            settled_at = case when ? = 'refused' then now() end
      where id = ? and status = 'open'`,
    [outcome.status, outcome.errorCode, outcome.errorMessage, outcome.status, id],
  )
}
