import { type ConsentAct, hasConsent } from "../../domain/household-consent"
import { newId } from "../../lib/ids"
import { refused } from "../../lib/registry-refusals"
import type { Sql } from "../../lib/sql"
import type { NewConsentAct } from "./types"

type Recorded = ConsentAct & { householdId: string }

/**
 * Records that a household gave or withdrew its consent.
 *
 * @throws MedusaError `household_unknown`, `consent_evidence_missing`, or `consent_unchanged` when
 * it stands so already.
 */
export async function insertConsent(sql: Sql, consent: NewConsentAct): Promise<{ id: string }> {
  const { household_id, purpose, act, evidence, recorded_by } = consent
  if (evidence.trim() === "") throw refused("consent_evidence_missing", household_id)
  const [household] = await sql<object>("select 1 from household where id = ? for update", [
    household_id,
  ])
  if (!household) throw refused("household_unknown", household_id)
  const isGiven = (await findConsenting(sql, [household_id], purpose)).length > 0
  if (isGiven === (act === "given")) throw refused("consent_unchanged", household_id)
  const id = newId("hcon")
  await sql(
    `insert into household_consent (id, household_id, purpose, act, evidence, recorded_by)
      values (?, ?, ?, ?, ?, ?)`,
    [id, household_id, purpose, act, evidence.trim(), recorded_by],
  )
  return { id }
}

/** Those of the households whose consent to `purpose` stands. */
export async function findConsenting(
  sql: Sql,
  householdIds: readonly string[],
  purpose: NewConsentAct["purpose"],
): Promise<string[]> {
  const acts = await sql<Recorded>(
    `select household_id as "householdId", purpose, act,
        (row_number() over (order by created_at, id))::int as recorded
      from household_consent where household_id = any(?)`,
    [householdIds],
  )
  return householdIds.filter((id) => {
    const own = acts.filter(({ householdId }) => householdId === id)
    return hasConsent(own, purpose)
  })
}
