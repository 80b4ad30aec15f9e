import { ancestorsOf, childLength } from "../../domain/divisions"
import type { Sql } from "../../lib/sql"
import type {
  CountyRecord,
  DivisionNames,
  DivisionRecord,
  IndustryContent,
  VillageNames,
} from "./types"

const RECORD = `code, level, name_zh, name_en, parent_code, lng::float8 as lng, lat::float8 as lat,
  is_poor_county_832, valid_from, valid_to, successor_code`

const INDUSTRY = `county_code, name, short, tagline, intro, accent, landscape, picture_url,
  season_text, season_months, season, season_note, facts, gi_records, story, seal`

export async function findDivisions(sql: Sql, codes: readonly string[]): Promise<DivisionRecord[]> {
  return await sql<DivisionRecord>(`select ${RECORD} from division where code = any(?)`, [codes])
}

export async function findNames(
  sql: Sql,
  codes: readonly string[],
): Promise<Record<string, DivisionNames>> {
  const rows = await findDivisions(sql, [...new Set(codes)])
  return Object.fromEntries(
    rows.map(({ code, level, name_zh, name_en }) => [
      code,
      { zh: name_zh, en: name_en ?? name_zh, level },
    ]),
  )
}

/** The division, then its ancestors up to the province; empty when the code is unknown. */
export async function findPath(sql: Sql, code: string): Promise<DivisionRecord[]> {
  const rows = await findDivisions(sql, [code, ...ancestorsOf(code)])
  if (!rows.some((row) => row.code === code)) return []
  return rows.sort((a, b) => b.code.length - a.code.length)
}

/** The divisions directly below, those still in force, by code; the provinces for "". */
export async function findChildren(sql: Sql, parent: string): Promise<DivisionRecord[]> {
  const length = childLength(parent)
  if (length === null) return []
  return await sql<DivisionRecord>(
    `select ${RECORD} from division
      where code like ? and length(code) = ? and valid_to is null order by code`,
    [`${parent}%`, length],
  )
}

/** Counties in force whose code starts with `prefix`, each with its industry if it declared one. */
export async function findCounties(sql: Sql, prefix: string): Promise<CountyRecord[]> {
  const counties = await sql<DivisionRecord>(
    `select ${RECORD} from division
      where code like ? and level = 'county' and valid_to is null order by code`,
    [`${prefix}%`],
  )
  const industries = await findIndustries(
    sql,
    counties.map(({ code }) => code),
  )
  const byCounty = new Map(industries.map((industry) => [industry.county_code, industry]))
  return counties.map((county) => ({ ...county, industry: byCounty.get(county.code) ?? null }))
}

export async function findIndustries(
  sql: Sql,
  countyCodes: readonly string[],
): Promise<IndustryContent[]> {
  return await sql<IndustryContent>(
    `select ${INDUSTRY} from county_industry where county_code = any(?) and deleted_at is null order by county_code`,
    [countyCodes],
  )
}

/** Villages in force inside a division, with every name that they and their townships go by. */
export async function findVillagesWithin(sql: Sql, division: string): Promise<VillageNames[]> {
  return await sql<VillageNames>(
    `select v.code, array[v.name_zh, v.official_name_zh] as names,
        array[t.name_zh, t.official_name_zh] as township_names
      from division v join division t on t.code = v.parent_code
      where v.code like ? and v.level = 'village' and v.valid_to is null order by v.code`,
    [`${division}%`],
  )
}
