import { everydayName, levelOf, parentOf, unpadded } from "../domain/divisions"
import { PROVINCES } from "../domain/provinces"
import type { NewDivision } from "../modules/division/types"
import { refused } from "./refusals"

/**
 * From the rows of the published tables to divisions. The tables name prefectures only beside
 * their counties, and provinces not at all: those rows are derived here.
 */

export type CountyRow = {
  code6: string
  name_zh: string
  name_en?: string
  /** Four digits, or six padded with zeros. */
  prefecture_code: string
  prefecture_zh: string
  prefecture_en?: string
  seat_lng?: number | string
  seat_lat?: number | string
  /** "Y" or "N"; anything else counts as unverified. */
  poor_county_832?: string
}

export type TownshipRow = { code9: string; name_zh: string; name_en?: string; county6: string }

export type VillageRow = {
  code12: string
  name_zh: string
  name_en?: string
  township9: string
  county6: string
}

/** A division that ceased: it stays, with its validity and its successor. */
export type RetiredRow = {
  code: string
  name_zh: string
  name_en?: string
  valid_from?: string
  valid_to: string
  successor_code: string
}

export type DivisionTables = {
  counties: CountyRow[]
  townships: TownshipRow[]
  villages: VillageRow[]
  retired?: RetiredRow[]
}

/** Every division that the tables name, each once, from province to village. */
export function divisionsFromTables(tables: DivisionTables): NewDivision[] {
  const { counties, townships, villages, retired = [] } = tables
  const prefectures = new Map(
    counties.map((row) => [
      unpadded(row.prefecture_code),
      { zh: row.prefecture_zh, en: row.prefecture_en },
    ]),
  )
  const provinces = new Set([...prefectures.keys()].map((code) => code.slice(0, 2)))

  return [
    ...[...provinces].map((code) => {
      const names = PROVINCES[code]
      if (!names) throw refused("division_code_invalid", code)
      return division(code, names.zh, names.en)
    }),
    ...[...prefectures].map(([code, { zh, en }]) => division(code, zh, en)),
    ...counties.map(county),
    ...townships.map((row) => division(row.code9, row.name_zh, row.name_en)),
    ...villages.map((row) => division(row.code12, row.name_zh, row.name_en)),
    ...retired.map(retiredDivision),
  ]
}

function division(code: string, registerName: string, nameEn?: string): NewDivision {
  const level = levelOf(code)
  if (level === null) throw refused("division_code_invalid", code)
  return {
    code,
    level,
    name_zh: level === "village" ? everydayName(registerName) : registerName,
    name_en: nameEn || null,
    official_name_zh: registerName,
    parent_code: parentOf(code),
    lng: null,
    lat: null,
    is_poor_county_832: null,
    valid_from: null,
    valid_to: null,
    successor_code: null,
  }
}

function county(row: CountyRow): NewDivision {
  return {
    ...division(row.code6, row.name_zh, row.name_en),
    lng: degrees(row.seat_lng),
    lat: degrees(row.seat_lat),
    is_poor_county_832:
      row.poor_county_832 === "Y" ? true : row.poor_county_832 === "N" ? false : null,
  }
}

function retiredDivision(row: RetiredRow): NewDivision {
  return {
    ...division(row.code, row.name_zh, row.name_en),
    valid_from: row.valid_from ?? null,
    valid_to: row.valid_to,
    successor_code: row.successor_code,
  }
}

function degrees(value: number | string | undefined): number | null {
  if (value === undefined || value === "") return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
