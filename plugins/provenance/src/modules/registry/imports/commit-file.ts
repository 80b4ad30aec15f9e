import { importLocks } from "../../../domain/import-locks"
import { refused } from "../../../lib/registry-refusals"
import type { Sql } from "../../../lib/sql"
import { dropStaged, updateImport } from "./records"
import { countNew, matchKnown } from "./settle-file"
import { findCorrections, findRestated } from "./status-changes"
import type { ImportRecord, StatusChange } from "./types"

/** Beyond these, whoever follows corrections reads `statusChangesSince` instead of events. */
export const MOST_CORRECTIONS_NAMED = 1_000

/**
 * Moves a staged file into the registry: in one transaction, so that nobody ever sees half of it.
 * The advisory locks keep overlapping divisions from importing at the same time.
 *
 * @throws MedusaError `import_running`, `import_lost` (the database lost the staged rows in a
 * crash), `import_outdated` (the registry has changed under the dry run).
 */
export async function commitStaged(
  sql: Sql,
  record: ImportRecord,
  today: string,
): Promise<{ corrections: StatusChange[]; recorded_at: string }> {
  const { id } = record
  await lock(sql, record)
  const [staged] = await sql<{ count: number; now: string }>(
    `select count(*)::int as count, now()::text as now from registry_import_row where import_id = ?`,
    [id],
  )
  if (!staged || staged.count !== record.row_count) throw refused("import_lost", id)
  // Sorts and joins of half a million rows stay in memory.
  await sql("set local work_mem = '128MB'")
  await matchKnown(sql, id)
  await assertStillFits(sql, record)
  const counts = await countNew(sql, id)
  await insertHouseholds(sql, id)
  await insertStatuses(sql, id)
  const { corrections, households } = await correctionsBy(sql, staged.now, today)
  await updateImport(sql, id, {
    ...counts,
    state: "committed",
    corrected_household_count: households,
    committed_at: new Date().toISOString(),
  })
  await dropStaged(sql, [id])
  return { corrections, recorded_at: staged.now }
}

async function lock(sql: Sql, { id, division_code }: ImportRecord): Promise<void> {
  for (const { division, isExclusive } of importLocks(division_code)) {
    const [row] = await sql<{ is_ours: boolean }>(
      `select pg_try_advisory_xact_lock${isExclusive ? "" : "_shared"}(
        hashtextextended('registry import', 0) # cast(? as bigint)) as is_ours`,
      [division],
    )
    if (!row?.is_ours) throw refused("import_running", id)
  }
}

/** Between dry run and commit another import may have placed one of these households elsewhere. */
async function assertStillFits(sql: Sql, { id, kind, division_code }: ImportRecord): Promise<void> {
  const [row] = await sql<{ is_outdated: boolean }>(
    `select exists (
      select 1 from registry_import_row r left join household h on h.id = r.known_household_id
        where r.import_id = ? and (
          (cast(? as boolean) and (h.id is null or h.village_code not like ?))
          or h.village_code <> r.village_code)) as is_outdated`,
    [id, kind === "statuses", `${division_code}%`],
  )
  if (row?.is_outdated) throw refused("import_outdated", id)
}

/** One household per key, from the first of its rows. */
async function insertHouseholds(sql: Sql, importId: string): Promise<void> {
  await sql(
    `with first as materialized (
      select distinct on (registry_key_digest) household_id, village_code, registry_key_cipher,
          head_name_cipher, head_count_cipher, registry_key_digest
        from registry_import_row
        where import_id = ? and known_household_id is null
        order by registry_key_digest, row_number
    ), placed as (
      insert into household (id, village_code, township_code, county_code)
        select household_id, village_code, left(village_code, 9), left(village_code, 6) from first
    )
    insert into household_identity (id, household_id, registry_key_cipher, head_name_cipher,
        head_count_cipher, registry_key_digest, key_id)
      select 'hid' || substr(household_id, 3), household_id, registry_key_cipher,
          head_name_cipher, head_count_cipher, registry_key_digest,
          (select key_id from registry_import where id = ?)
        from first`,
    [importId, importId],
  )
}

async function insertStatuses(sql: Sql, importId: string): Promise<void> {
  await sql(
    `insert into household_status
        (id, household_id, label_zh, is_enrolled, valid_from, document_number)
      select 'hst_' || replace(gen_random_uuid()::text, '-', ''), household_id, label_zh,
          is_enrolled, valid_from, document_number
        from (select distinct coalesce(r.known_household_id, i.household_id) as household_id,
            r.label_zh, r.is_enrolled, r.valid_from, r.document_number
          from registry_import_row r left join household_identity i
            on i.registry_key_digest = r.registry_key_digest and i.deleted_at is null
          where r.import_id = ? and r.label_zh is not null) rows
      on conflict (household_id, valid_from, document_number, label_zh, is_enrolled)
        where deleted_at is null do nothing`,
    [importId],
  )
}

async function correctionsBy(sql: Sql, since: string, today: string) {
  const restated = await findRestated(sql, since, { limit: MOST_CORRECTIONS_NAMED + 1 })
  if (restated.length > MOST_CORRECTIONS_NAMED) {
    const [all] = await sql<{ count: number }>(
      `select count(distinct s.household_id)::int as count from household_status s
        join household h on h.id = s.household_id
        where s.created_at >= cast(? as timestamptz) and h.created_at < s.created_at`,
      [since],
    )
    return { corrections: [], households: all?.count ?? 0 }
  }
  const corrections = await findCorrections(sql, restated, { since, today })
  const households = new Set(corrections.map(({ household_id }) => household_id)).size
  return { corrections, households }
}
