import { effectiveRefusal, termsRefusal, type Rebate } from "../../domain/agreement-terms"
import { isDay } from "../../domain/business-day"
import { newId } from "../../lib/ids"
import { refused } from "../../lib/refusals"
import { insertRows, type Sql } from "../../lib/sql"
import { findAgreements } from "./queries"
import type {
  AgreementRecord,
  AgreementTermsInput,
  ArchiveEntryInput,
  DraftAgreementInput,
} from "./types"

const VERSION_TYPES = {
  id: "text",
  agreement_id: "text",
  version: "int",
  status: "text",
  mode: "text",
  product_kind: "text",
  enterprise_name: "text",
  cooperative_name: "text",
  credit_union_name: "text",
  responsible_person: "text",
  starts_on: "text",
  ends_on: "text",
  floors: "jsonb",
  rebate_kind: "text",
  rebate_value: "int",
  document_url: "text",
  note: "text",
  drafted_by: "text",
}
const PARTY_TYPES = { id: "text", version_id: "text", household_id: "text", promised_g: "int" }

/**
 * Drafts a new agreement, or the next version of one; an earlier draft of it is replaced.
 *
 * @throws MedusaError `agreement_number_taken`, `agreement_unknown`, or what the terms lack.
 */
export async function draftAgreement(sql: Sql, input: DraftAgreementInput): Promise<string> {
  const { terms } = input
  const agreementId = input.agreement_id
    ? (await lockAgreement(sql, input.agreement_id, input.seller_id)).id
    : await insertAgreement(sql, input.seller_id, input.number ?? "")
  const refusal = termsRefusal(plainTerms(terms))
  if (refusal !== null) throw refused(refusal, input.number ?? agreementId)

  const [agreement] = await findAgreements(sql, { ids: [agreementId], on: "" })
  const draft = agreement?.versions.find(({ status }) => status === "draft")
  if (draft) {
    await sql("delete from agreement_household where version_id = ?", [draft.id])
    await sql("delete from agreement_version where id = ?", [draft.id])
  }
  const published = agreement?.versions.filter(({ status }) => status === "published") ?? []
  const id = newId("agv")
  const version = { ...terms, id, agreement_id: agreementId, version: published.length + 1 }
  await insertRows(sql, "agreement_version", VERSION_TYPES, [
    { ...version, status: "draft", drafted_by: input.drafted_by },
  ])
  await insertRows(
    sql,
    "agreement_household",
    PARTY_TYPES,
    terms.households.map((party) => ({ ...party, id: newId("agh"), version_id: id })),
  )
  return agreementId
}

/** Publishes the draft from a day on. @throws `agreement_version_published`, `agreement_effective_invalid`. */
export async function publishAgreement(
  sql: Sql,
  input: { seller_id: string; agreement_id: string; effective_from: string; at: string },
): Promise<void> {
  const agreement = await lockAgreement(sql, input.agreement_id, input.seller_id)
  const draft = agreement.versions.find(({ status }) => status === "draft")
  if (!draft) throw refused("agreement_version_published", agreement.number)
  const published = agreement.versions.flatMap(({ version, effective_from, starts_on, ends_on }) =>
    effective_from === null
      ? []
      : [{ version, effectiveFrom: effective_from, startsOn: starts_on, endsOn: ends_on }],
  )
  const refusal = effectiveRefusal(published, input.effective_from)
  if (refusal !== null) throw refused(refusal, agreement.number)
  await sql(
    `update agreement_version set status = 'published', effective_from = ?, published_at = ?,
        updated_at = now() where id = ?`,
    [input.effective_from, input.at, draft.id],
  )
}

/** Adds to the archive. @throws `archive_entry_invalid` without a day or words. */
export async function addArchiveEntry(sql: Sql, input: ArchiveEntryInput): Promise<string> {
  if (!isDay(input.happened_on) || input.text.trim() === "") {
    throw refused("archive_entry_invalid", input.happened_on)
  }
  if (input.agreement_id) await lockAgreement(sql, input.agreement_id, input.seller_id)
  const id = newId("arc")
  await insertRows(
    sql,
    "archive_entry",
    {
      id: "text",
      seller_id: "text",
      agreement_id: "text",
      household_id: "text",
      kind: "text",
      happened_on: "text",
      text: "text",
      photos: "jsonb",
      recorded_by: "text",
    },
    [{ ...input, id }],
  )
  return id
}

async function insertAgreement(sql: Sql, sellerId: string, number: string): Promise<string> {
  if (number.trim() === "") throw refused("agreement_unknown", number)
  const id = newId("agr")
  const rows = await insertRows<{ id: string }>(
    sql,
    "agreement",
    { id: "text", seller_id: "text", number: "text" },
    [{ id, seller_id: sellerId, number: number.trim() }],
    "on conflict do nothing returning id",
  )
  if (rows.length === 0) throw refused("agreement_number_taken", number)
  return id
}

async function lockAgreement(sql: Sql, id: string, sellerId: string): Promise<AgreementRecord> {
  await sql("select id from agreement where id = ? for update", [id])
  const [agreement] = await findAgreements(sql, { ids: [id], on: "" })
  if (!agreement || agreement.seller_id !== sellerId) throw refused("agreement_unknown", id)
  return agreement
}

function plainTerms(terms: AgreementTermsInput) {
  return {
    startsOn: terms.starts_on,
    endsOn: terms.ends_on,
    productKind: terms.product_kind,
    responsiblePerson: terms.responsible_person,
    cooperativeName: terms.cooperative_name ?? null,
    floors: terms.floors.map(({ grade, fen_per_kg }) => ({ grade, fenPerKg: fen_per_kg })),
    rebate: rebateOf(terms),
    households: terms.households.map(({ household_id, promised_g }) => ({
      householdId: household_id,
      promisedGrams: promised_g,
    })),
  }
}

function rebateOf({ rebate_kind, rebate_value }: AgreementTermsInput): Rebate {
  return rebate_kind === "none"
    ? { kind: "none" }
    : { kind: rebate_kind, value: rebate_value ?? Number.NaN }
}
