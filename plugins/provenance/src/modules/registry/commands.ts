import { randomBytes } from "node:crypto"

import { isDay } from "../../domain/business-day"
import { levelOf } from "../../domain/divisions"
import { newId } from "../../lib/ids"
import type { PersonalDataCipher } from "../../lib/personal-data-cipher"
import { refused } from "../../lib/refusals"
import { insertRows, type Sql } from "../../lib/sql"
import { findCorrections } from "./imports/status-changes"
import type { NewHousehold, NewMember, StatusChange } from "./types"

const HOUSEHOLD_COLUMNS = {
  id: "text",
  village_code: "text",
  township_code: "text",
  county_code: "text",
}

const IDENTITY_COLUMNS = {
  id: "text",
  household_id: "text",
  registry_key_cipher: "text",
  head_name_cipher: "text",
  head_count_cipher: "text",
  registry_key_digest: "text",
  key_id: "text",
}

const STATUS_COLUMNS = {
  id: "text",
  household_id: "text",
  label_zh: "text",
  is_enrolled: "boolean",
  valid_from: "text",
  document_number: "text",
}

const MEMBER_COLUMNS = { id: "text", household_id: "text", seller_id: "text", joined_on: "text" }

export type ImportedHouseholds = {
  /** The household of each row, in the order of the rows. */
  household_ids: string[]
  created_count: number
  created_status_count: number
  /** What the new rows changed about the past of households known before. */
  corrections: StatusChange[]
}

/** Writes households and statuses that are not there yet; a known registry key keeps its id. */
export async function insertHouseholds(
  sql: Sql,
  cipher: PersonalDataCipher,
  households: readonly NewHousehold[],
  today: string,
): Promise<ImportedHouseholds> {
  households.forEach(assertImportable)
  const digests = households.map(({ registry_key }) => cipher.digest(registry_key))
  const idOf = await knownHouseholds(sql, cipher, households, digests)
  const known = new Set(idOf.values())
  const [clock] = await sql<{ now: string }>("select now()::text as now")
  const created = households.flatMap((household, i) => {
    const digest = digests[i] as string
    if (idOf.has(digest)) return []
    const id = household.id ?? randomHouseholdId()
    idOf.set(digest, id)
    return [{ ...household, id, digest }]
  })
  await insertRows(sql, "household", HOUSEHOLD_COLUMNS, created.map(placed))
  await insertRows(
    sql,
    "household_identity",
    IDENTITY_COLUMNS,
    created.map((household) => sealedIdentity(cipher, household)),
  )
  const ids = digests.map((digest) => idOf.get(digest) as string)
  const statuses = await insertRows(
    sql,
    "household_status",
    STATUS_COLUMNS,
    households.flatMap(({ statuses }, i) =>
      statuses.map((status) => ({
        ...status,
        id: newId("hst"),
        household_id: ids[i],
      })),
    ),
    `on conflict (household_id, valid_from, document_number, label_zh, is_enrolled)
      where deleted_at is null do nothing returning id`,
  )
  return {
    household_ids: ids,
    created_count: created.length,
    created_status_count: statuses.length,
    corrections: await findCorrections(sql, [...new Set(ids.filter((id) => known.has(id)))], {
      since: clock?.now ?? "now",
      today,
    }),
  }
}

export async function insertMembers(sql: Sql, members: readonly NewMember[]): Promise<string[]> {
  const known = await sql<{ id: string }>("select id from household where id = any(?)", [
    [...new Set(members.map(({ household_id }) => household_id))],
  ])
  const ids = new Set(known.map(({ id }) => id))
  const stranger = members.find(({ household_id }) => !ids.has(household_id))
  if (stranger) throw refused("household_unknown", stranger.household_id)
  const rows = await insertRows<{ id: string }>(
    sql,
    "cooperative_member",
    MEMBER_COLUMNS,
    members.map((member) => ({ ...member, id: newId("hmem") })),
    "on conflict (seller_id, household_id) where deleted_at is null do nothing returning id",
  )
  return rows.map(({ id }) => id)
}

export async function deleteMembers(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql("delete from cooperative_member where id = any(?)", [ids])
}

/** Known households by the current digest of their key, found under the previous one too. */
async function knownHouseholds(
  sql: Sql,
  cipher: PersonalDataCipher,
  households: readonly NewHousehold[],
  digests: readonly string[],
): Promise<Map<string, string>> {
  const previous = households.map(({ registry_key }) => cipher.previousDigest(registry_key))
  const rows = await sql<{ registry_key_digest: string; household_id: string }>(
    `select registry_key_digest, household_id from household_identity
      where registry_key_digest = any(?) and deleted_at is null`,
    [[...digests, ...previous.filter((digest) => digest !== null)]],
  )
  const idOf = new Map(rows.map((row) => [row.registry_key_digest, row.household_id]))
  return new Map(
    digests.flatMap((digest, i) => {
      const id = idOf.get(digest) ?? idOf.get(previous[i] ?? "")
      return id ? [[digest, id] as const] : []
    }),
  )
}

function placed({ id, village_code }: { id: string; village_code: string }) {
  return {
    id,
    village_code,
    township_code: village_code.slice(0, 9),
    county_code: village_code.slice(0, 6),
  }
}

function sealedIdentity(
  cipher: PersonalDataCipher,
  household: NewHousehold & { id: string; digest: string },
) {
  return {
    id: newId("hid"),
    household_id: household.id,
    registry_key_cipher: cipher.seal(household.registry_key, `${household.id}/registry_key`),
    head_name_cipher: cipher.seal(household.head_name, `${household.id}/head_name`),
    head_count_cipher: cipher.seal(String(household.head_count), `${household.id}/head_count`),
    registry_key_digest: household.digest,
    key_id: cipher.keyId,
  }
}

/** Not time-ordered like other ids: the id must not tell when or in which file it was imported. */
function randomHouseholdId(): string {
  return `hh_${randomBytes(16).toString("hex")}`
}

function assertImportable({ id, registry_key, village_code, statuses }: NewHousehold): void {
  const what = id ?? village_code
  if (levelOf(village_code) !== "village") throw refused("division_code_invalid", village_code)
  if (registry_key.trim() === "") throw refused("household_key_missing", what)
  if (statuses.some(({ valid_from }) => !isDay(valid_from))) {
    throw refused("household_status_invalid", what)
  }
  const days = new Set(statuses.map(({ valid_from }) => valid_from))
  if (days.size !== statuses.length) throw refused("household_status_ambiguous", what)
}
