import { isCreditCode, refuseSpeciality } from "../../domain/speciality"
import { newId } from "../../lib/ids"
import { refused } from "../../lib/registry-refusals"
import { insertRows, type Sql } from "../../lib/sql"
import { assertCounties } from "./commands"
import { findIndustries } from "./queries"
import type { LawfulUserRecord, NewLawfulUser, NewSpeciality, SpecialityRecord } from "./types"

/** Specialities of townships and villages, and the lists of lawful users of a county's mark. */

const SPECIALITY_COLUMNS = {
  id: "text",
  county_code: "text",
  division_code: "text",
  product_kind: "text",
  name: "jsonb",
  recognition: "jsonb",
  is_verified: "boolean",
  is_demo: "boolean",
}

const LAWFUL_USER_COLUMNS = {
  id: "text",
  county_code: "text",
  gi_number: "text",
  unified_social_credit_code: "text",
  holder_name: "text",
  announcement_number: "text",
  announced_on: "text",
  source: "text",
  is_verified: "boolean",
}

const SPECIALITY =
  "county_code, division_code, product_kind, name, recognition, is_verified, is_demo"
const LAWFUL_USER = `county_code, gi_number, unified_social_credit_code, holder_name,
  announcement_number, announced_on, source, is_verified`

/** By place. */
export async function findSpecialities(
  sql: Sql,
  countyCodes: readonly string[],
): Promise<SpecialityRecord[]> {
  return await sql<SpecialityRecord>(
    `select ${SPECIALITY} from division_speciality
      where county_code = any(?) and deleted_at is null order by division_code, product_kind`,
    [countyCodes],
  )
}

export async function findLawfulUsers(
  sql: Sql,
  countyCodes: readonly string[],
): Promise<LawfulUserRecord[]> {
  return await sql<LawfulUserRecord>(
    `select ${LAWFUL_USER} from gi_lawful_user where county_code = any(?) and deleted_at is null
      order by gi_number, unified_social_credit_code`,
    [countyCodes],
  )
}

/** @throws MedusaError `industry_county_unknown`, or a `SpecialityRefusal`. */
export async function upsertSpecialities(
  sql: Sql,
  countyCode: string,
  specialities: readonly NewSpeciality[],
): Promise<SpecialityRecord[]> {
  await assertCounties(sql, [countyCode])
  for (const { division_code, recognition, is_verified } of specialities) {
    const claim = { divisionCode: division_code, recognition, isVerified: is_verified }
    const refusal = refuseSpeciality(countyCode, claim)
    if (refusal) throw refused(refusal, division_code)
  }
  const rows = specialities.map((each) => ({ ...each, id: newId("spc"), county_code: countyCode }))
  await insertRows(
    sql,
    "division_speciality",
    SPECIALITY_COLUMNS,
    rows,
    `on conflict (division_code, product_kind) where deleted_at is null do update set
      ${replaced(SPECIALITY_COLUMNS, ["division_code", "product_kind"])}`,
  )
  return await findSpecialities(sql, [countyCode])
}

/** @throws MedusaError `industry_county_unknown`, `gi_record_unknown`, `credit_code_invalid`. */
export async function upsertLawfulUsers(
  sql: Sql,
  countyCode: string,
  users: readonly NewLawfulUser[],
): Promise<LawfulUserRecord[]> {
  await assertCounties(sql, [countyCode])
  const [industry] = await findIndustries(sql, [countyCode])
  for (const { gi_number, unified_social_credit_code: code } of users) {
    const isKnown = industry?.gi_records.some(({ number }) => number === gi_number)
    if (!isKnown) throw refused("gi_record_unknown", gi_number)
    if (!isCreditCode(code)) throw refused("credit_code_invalid", code)
  }
  const rows = users.map((each) => ({
    ...each,
    unified_social_credit_code: each.unified_social_credit_code.trim().toUpperCase(),
    id: newId("giu"),
    county_code: countyCode,
  }))
  const keys = ["gi_number", "county_code", "unified_social_credit_code"]
  await insertRows(
    sql,
    "gi_lawful_user",
    LAWFUL_USER_COLUMNS,
    rows,
    `on conflict (${keys.join(", ")}) where deleted_at is null do update set
      ${replaced(LAWFUL_USER_COLUMNS, keys)}`,
  )
  return await findLawfulUsers(sql, [countyCode])
}

/** Puts a county's rows back as they were: what compensation needs. */
export async function restoreSpecialities(
  sql: Sql,
  countyCode: string,
  before: readonly SpecialityRecord[],
): Promise<void> {
  await sql("delete from division_speciality where county_code = ?", [countyCode])
  const rows = before.map((each) => ({ ...each, id: newId("spc") }))
  await insertRows(sql, "division_speciality", SPECIALITY_COLUMNS, rows)
}

export async function restoreLawfulUsers(
  sql: Sql,
  countyCode: string,
  before: readonly LawfulUserRecord[],
): Promise<void> {
  await sql("delete from gi_lawful_user where county_code = ?", [countyCode])
  const rows = before.map((each) => ({ ...each, id: newId("giu") }))
  await insertRows(sql, "gi_lawful_user", LAWFUL_USER_COLUMNS, rows)
}

function replaced(columns: object, keys: readonly string[]): string {
  return Object.keys(columns)
    .filter((column) => column !== "id" && !keys.includes(column))
    .map((column) => `${column} = excluded.${column}`)
    .concat("updated_at = now()")
    .join(", ")
}
