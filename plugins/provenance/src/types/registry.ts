import type { Bilingual } from "./http"

/** What the officials' routes of the registry answer. Counts are of rows or households. */

export type HouseholdImport = {
  id: string
  state: "checking" | "refused" | "ready" | "committing" | "committed" | "failed"
  /** `statuses`: a file without names, for households that the registry knows. */
  kind: "households" | "statuses" | null
  encoding: "utf-8" | "gb18030" | null
  /** SHA-256 in hex: what a commit must name. */
  file_digest: string | null
  file_bytes: number
  row_count: number
  error_count: number
  new_household_count: number
  known_household_count: number
  new_status_count: number
  corrected_household_count: number
  /** Columns of the file that are not read. */
  ignored_columns: string[]
  failure_code: string | null
  created_at: string
  checked_at: string | null
  committed_at: string | null
}

/** One cell at fault: where, and in words what is wrong and how to mend it. */
export type HouseholdImportError = {
  /** As a spreadsheet counts: the header is row 1. */
  row_number: number
  column_name: string | null
  code: string
  message: Bilingual
}

/** `POST /official/households/import` (multipart `file`, or `text/csv`); `GET …/import/:id` */
export type HouseholdImportResponse = {
  import: HouseholdImport
  /** The first hundred; all that are kept are in `GET …/import/:id/errors` (CSV). */
  errors: HouseholdImportError[]
}

/** `GET /official/households/import`: the official's own, newest first. */
export type HouseholdImportsResponse = {
  imports: HouseholdImport[]
  /** Labels that a file may use; `true` for those of enrolled households. */
  status_labels: Record<string, boolean>
}

export type IdentityFieldName = "registry_key" | "head_name" | "head_count"

/** `POST /official/households/:id/reveal` */
export type RevealResponse = { household_id: string; field: IdentityFieldName; value: string }

/** `GET /official/looks?offset=&limit=`: own looks and those of officials below, newest first. */
export type LooksResponse = {
  looks: {
    id: string
    official: { id: string; name: string; division: Bilingual }
    is_own: boolean
    household_id: string
    masked_name: string
    township: Bilingual
    village: Bilingual
    field: IdentityFieldName
    reason: string
    created_at: string
  }[]
  count: number
  offset: number
  limit: number
}

/** `GET /official/households/:id` */
export type OfficialHouseholdResponse = {
  household: {
    id: string
    masked_name: string
    village_code: string
    township: Bilingual
    village: Bilingual
    status_label_zh: string | null
    /** Purposes that the household consents to at this moment. */
    consents: ("story" | "photo")[]
  }
}

/** A township's or village's own product. `recognition` only when verified. */
export type CountySpeciality = {
  division_code: string
  place: Bilingual
  level: "township" | "village"
  name: Bilingual
  recognition: { document: string; source: string; announced_on: string | null } | null
  is_verified: boolean
  is_demo: boolean
  products: { id: string; handle: string; title: Bilingual }[]
}

/** A geographical indication's mark, for a seller on the list of its lawful users. */
export type GiMark = { kind: Bilingual; number: string; announcement_number: string }

/** `GET /admin/county-industries` */
export type AdminCountyIndustriesResponse = {
  county_industries: {
    county_code: string
    name: Bilingual
    gi_records: { kind: Bilingual; number: string; is_verified: boolean }[]
    lawful_users: {
      gi_number: string
      unified_social_credit_code: string
      holder_name: string
      announcement_number: string
      announced_on: string | null
      source: string
      is_verified: boolean
    }[]
    specialities: {
      division_code: string
      product_kind: string
      name: Bilingual
      recognition: { document: string; source: string; announced_on: string | null } | null
      is_verified: boolean
      is_demo: boolean
    }[]
  }[]
}
