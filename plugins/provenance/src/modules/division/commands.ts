import { insertRows, type Sql } from "../../lib/sql"
import { refused } from "../../lib/refusals"
import { findIndustries } from "./queries"
import type { IndustryContent, NewDivision } from "./types"

const DIVISION_COLUMNS = {
  code: "text",
  level: "text",
  name_zh: "text",
  name_en: "text",
  official_name_zh: "text",
  parent_code: "text",
  lng: "float8",
  lat: "float8",
  is_poor_county_832: "boolean",
  valid_from: "text",
  valid_to: "text",
  successor_code: "text",
}

const INDUSTRY_COLUMNS = {
  id: "text",
  county_code: "text",
  name: "jsonb",
  short: "jsonb",
  tagline: "jsonb",
  intro: "jsonb",
  accent: "text",
  landscape: "text",
  picture_url: "text",
  season_text: "jsonb",
  season_months: "jsonb",
  season: "jsonb",
  season_note: "jsonb",
  facts: "jsonb",
  gi_records: "jsonb",
  story: "jsonb",
  seal: "text",
}

/** Writes the divisions that are not there yet; those that are keep their row. */
export async function insertDivisions(
  sql: Sql,
  divisions: readonly NewDivision[],
): Promise<string[]> {
  const rows = await insertRows<{ code: string }>(
    sql,
    "division",
    DIVISION_COLUMNS,
    divisions,
    "on conflict (code) do nothing returning code",
  )
  return rows.map(({ code }) => code)
}

export async function deleteDivisionsByCode(sql: Sql, codes: readonly string[]): Promise<void> {
  await sql("delete from division where code = any(?)", [codes])
}

/** Declares industries, replacing what the same counties declared; answers what was replaced. */
export async function upsertIndustries(
  sql: Sql,
  industries: readonly (IndustryContent & { id: string })[],
): Promise<IndustryContent[]> {
  const codes = industries.map(({ county_code }) => county_code)
  await assertCounties(sql, codes)
  const previous = await findIndustries(sql, codes)
  const replaced = Object.keys(INDUSTRY_COLUMNS).filter((c) => c !== "id" && c !== "county_code")
  await insertRows(
    sql,
    "county_industry",
    INDUSTRY_COLUMNS,
    industries,
    `on conflict (county_code) where deleted_at is null do update set
      ${replaced.map((c) => `${c} = excluded.${c}`).join(", ")}, updated_at = now()`,
  )
  return previous
}

export async function deleteIndustriesOf(sql: Sql, countyCodes: readonly string[]): Promise<void> {
  await sql("delete from county_industry where county_code = any(?)", [countyCodes])
}

/** @throws MedusaError `industry_county_unknown`. */
export async function assertCounties(sql: Sql, codes: readonly string[]): Promise<void> {
  const known = await sql<{ code: string }>(
    "select code from division where code = any(?) and level = 'county'",
    [codes],
  )
  const missing = codes.find((code) => !known.some((row) => row.code === code))
  if (missing !== undefined) throw refused("industry_county_unknown", missing)
}
