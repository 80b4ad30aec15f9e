import { generateEntityId } from "@medusajs/framework/utils"

import { ancestorAt } from "../../domain/jurisdiction"
import type { Sql } from "../../lib/sql"
import type { NewConfirmation, NewPurchase, NewVoid } from "./types"

/** Writes a purchase once by its form. @returns its id, and whether it is new */
export async function insertPurchase(
  sql: Sql,
  purchase: NewPurchase,
): Promise<{ id: string; is_new: boolean }> {
  const row = {
    ...purchase,
    id: generateEntityId(undefined, "apu"),
    county_code: ancestorAt(purchase.village_code, "county"),
  }
  const columns = Object.keys(row)
  const [written] = await sql<{ id: string }>(
    `insert into assisted_purchase (${columns.join(", ")})
     values (${columns.map(() => "?").join(", ")})
     on conflict (form_id) do nothing returning id`,
    Object.values(row),
  )
  if (written) return { id: written.id, is_new: true }
  const [known] = await sql<{ id: string }>(
    "select id from assisted_purchase where form_id = ? and station_id = ?",
    [purchase.form_id, purchase.station_id],
  )
  return { id: known?.id ?? "", is_new: false }
}

/** Writes confirmations once each. @returns the ids of their subjects that are new */
export async function insertConfirmations(
  sql: Sql,
  confirmations: readonly NewConfirmation[],
): Promise<string[]> {
  const rows = confirmations.map((one) => ({
    ...one,
    id: generateEntityId(undefined, "scf"),
    county_code: ancestorAt(one.village_code, "county"),
  }))
  const written = await sql<{ subject_id: string }>(
    `insert into station_confirmation
       (id, county_code, village_code, household_id, station_id, worker_id, subject_kind,
        subject_id, goods, confirmed_on, how, consent_note)
     select id, county_code, village_code, household_id, station_id, worker_id, subject_kind,
       subject_id, goods, confirmed_on, how, consent_note
     from jsonb_to_recordset(?::jsonb) as n(id text, county_code text, village_code text,
       household_id text, station_id text, worker_id text, subject_kind text, subject_id text,
       goods text, confirmed_on text, how text, consent_note text)
     on conflict (subject_kind, subject_id) do nothing returning subject_id`,
    [JSON.stringify(rows)],
  )
  return written.map(({ subject_id }) => subject_id)
}

/** Takes transactions back, once each. @returns how many were not taken back before */
export async function insertVoids(sql: Sql, voids: readonly NewVoid[]): Promise<number> {
  const rows = voids.map((one) => ({ ...one, id: generateEntityId(undefined, "svo") }))
  const written = await sql(
    `insert into station_void (id, subject_kind, subject_id, reason, recorded_by)
     select id, subject_kind, subject_id, reason, recorded_by
     from jsonb_to_recordset(?::jsonb) as n(id text, subject_kind text, subject_id text,
       reason text, recorded_by text)
     on conflict (subject_kind, subject_id) do nothing returning id`,
    [JSON.stringify(rows)],
  )
  return written.length
}
