import { createHash } from "node:crypto"

import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { canonicalJson, chooseCall } from "../../domain/call-identity"
import type { CallKind } from "../../lib/operations"
import type { Sql } from "../../lib/sql"
import type { Intent, ProviderCallRow } from "./types"

/** Two processes may race for one intent: the loser of an insert or a rebind looks again. */
const ROUNDS = 5

const COLUMNS = `id, kind, subject_id, reference, idempotency_key, request_hash, request, status,
  attempts, provider_object_id, first_sent_at, last_sent_at`

export type ClaimedCall = Pick<
  ProviderCallRow,
  | "id"
  | "kind"
  | "subject_id"
  | "reference"
  | "idempotency_key"
  | "request_hash"
  | "request"
  | "status"
  | "attempts"
  | "provider_object_id"
  | "first_sent_at"
  | "last_sent_at"
>

/** Which of the references of earlier calls still exist in Medusa. */
export type LivingReferences = (references: string[]) => Promise<Set<string>>

export function hashOf(request: object): string {
  return createHash("sha256").update(canonicalJson(request)).digest("hex")
}

/**
 * The row of an intent, found or written; it is in the database when this returns.
 * @throws MedusaError `provider_call_differs` when the reference was used for another request.
 */
export async function claimCall<K extends CallKind>(
  sql: Sql,
  intent: Intent<K>,
  living: LivingReferences,
): Promise<ClaimedCall> {
  const requestHash = hashOf(intent.request)
  for (let round = 0; round < ROUNDS; round += 1) {
    const calls = await sql<ClaimedCall>(
      `select ${COLUMNS} from provider_call
        where kind = ? and subject_id = ? and deleted_at is null order by created_at, id`,
      [intent.kind, intent.subjectId],
    )
    const alive = await living(calls.map(({ reference }) => reference))
    const records = calls.map((call) => ({ ...call, requestHash: call.request_hash }))
    const wanted = { reference: intent.reference, requestHash }
    const chosen = chooseCall(records, wanted, (reference) => alive.has(reference))
    if (chosen.choice === "refuse") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The ${intent.kind} for ${intent.reference} can't be sent, because another request was made under the same name. Submit it as a new operation.`,
        chosen.reason,
      )
    }
    const row =
      chosen.choice === "adopt"
        ? await adopt(
            sql,
            calls.find(({ id }) => id === chosen.id)!,
            intent.reference,
          )
        : await insert(sql, intent, requestHash, chosen.suffix)
    if (row) {
      return row
    }
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The ${intent.kind} for ${intent.reference} lost ${ROUNDS} races for its key: another process is sending it.`,
  )
}

/** `null` when another process has taken the call for a reference of its own meanwhile. */
async function adopt(sql: Sql, call: ClaimedCall, reference: string): Promise<ClaimedCall | null> {
  if (call.reference === reference) {
    return call
  }
  const [row] = await sql<ClaimedCall>(
    `update provider_call set reference = ?, updated_at = now()
      where id = ? and reference = ? returning ${COLUMNS}`,
    [reference, call.id, call.reference],
  )
  return row ?? null
}

async function insert<K extends CallKind>(
  sql: Sql,
  intent: Intent<K>,
  requestHash: string,
  suffix: string,
): Promise<ClaimedCall | null> {
  const [row] = await sql<ClaimedCall>(
    `insert into provider_call
       (id, kind, subject_id, reference, idempotency_key, request_hash, request)
     values (?, ?, ?, ?, ?, ?, ?::jsonb)
     on conflict do nothing returning ${COLUMNS}`,
    [
      generateEntityId(undefined, "pcall"),
      intent.kind,
      intent.subjectId,
      intent.reference,
      `${intent.kind}:${intent.reference}${suffix}`,
      requestHash,
      JSON.stringify(intent.request),
    ],
  )
  return row ?? null
}
