import type { DivisionLevel } from "../../domain/divisions"
import type { Bilingual, IndustryFact, SeasonSpan, Story } from "../../types/http"

export type { DivisionLevel }

/** A division before it is written. `null` where nothing is known. */
export type NewDivision = {
  code: string
  level: DivisionLevel
  name_zh: string
  name_en: string | null
  official_name_zh: string
  parent_code: string | null
  lng: number | null
  lat: number | null
  is_poor_county_832: boolean | null
  valid_from: string | null
  valid_to: string | null
  successor_code: string | null
}

export type DivisionRecord = Omit<NewDivision, "official_name_zh">

/** `en` is the Chinese name where no English one is known. */
export type DivisionNames = Bilingual & { level: DivisionLevel }

export type IndustryGiRecord = {
  kind: Bilingual
  number: string
  announced_on: string | null
  is_verified: boolean
  source: string | null
}

/** A county's industry as declared and as read. */
export type IndustryContent = {
  county_code: string
  name: Bilingual
  short: Bilingual
  tagline: Bilingual
  intro: Bilingual
  accent: string
  landscape: string
  picture_url: string
  season_text: Bilingual
  season_months: number[]
  season: SeasonSpan[]
  season_note: Bilingual
  facts: IndustryFact[]
  gi_records: IndustryGiRecord[]
  /** Of a household: shown only while that household consents. */
  story: (Story & { household_id?: string }) | null
  seal: string
}

export type CountyRecord = DivisionRecord & { industry: IndustryContent | null }

/** A township's or village's own product, as declared. */
export type NewSpeciality = {
  /** 9 or 12 digits, inside the county. */
  division_code: string
  product_kind: string
  name: Bilingual
  /** Who recognised it, in which document; `null` when nobody did. */
  recognition: { document: string; source: string; announced_on: string | null } | null
  is_verified: boolean
  is_demo: boolean
}

export type SpecialityRecord = NewSpeciality & { county_code: string }

/** A line of the list of those who may use the county's geographical indication. */
export type NewLawfulUser = {
  gi_number: string
  unified_social_credit_code: string
  holder_name: string
  announcement_number: string
  announced_on: string | null
  source: string
  is_verified: boolean
}

export type LawfulUserRecord = NewLawfulUser & { county_code: string }

/** A village in force with its township's names, for reading officials' files. */
export type VillageNames = { code: string; names: string[]; township_names: string[] }
