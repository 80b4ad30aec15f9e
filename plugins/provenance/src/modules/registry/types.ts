import type { ConsentPurpose } from "../../domain/household-consent"

export type * from "./imports/types"

/** A household of the registry as imported. Personal data is encrypted before it is written. */
export type NewHousehold = {
  /** A random public id; made when absent. */
  id?: string
  /** 户编号 of the official registry; the same key is the same household. */
  registry_key: string
  head_name: string
  head_count: number
  /** 12 digits. */
  village_code: string
  statuses: NewStatus[]
}

export type NewStatus = {
  label_zh: string
  is_enrolled: boolean
  /** `YYYY-MM-DD`. */
  valid_from: string
  document_number: string
}

export type NewMember = { household_id: string; seller_id: string; joined_on: string }

export type HouseholdStatusOn = { label_zh: string; is_enrolled: boolean; valid_from: string }

export type HouseholdPlace = {
  id: string
  village_code: string
  township_code: string
  county_code: string
}

/** A household as an official may see it without giving a reason. */
export type MaskedHousehold = HouseholdPlace & {
  masked_name: string
  status_label_zh: string | null
  is_enrolled: boolean
}

export type HouseholdCounts = { household_count: number; enrolled_household_count: number }

export type IdentityField = "registry_key" | "head_name" | "head_count"

export type HouseholdFilter = {
  /** A division's code; only households inside it. */
  division: string
  /** Status day, `YYYY-MM-DD`. */
  on: string
  /** Only these. */
  ids?: string[]
  /** Part of an id or of the masked name; a full name never matches. */
  q?: string
  offset?: number
  limit?: number
}

/** One look at one personal field: who, whose, which, why, when; never what was seen. */
export type HouseholdLook = {
  id: string
  official_id: string
  official_division: string
  household_id: string
  village_code: string
  field: IdentityField
  reason: string
  /** ISO 8601. */
  created_at: string
}

export type NewConsentAct = {
  household_id: string
  purpose: ConsentPurpose
  act: "given" | "withdrawn"
  /** The signed sheet, the recording: what proves it. */
  evidence: string
  /** Id of the official. */
  recorded_by: string
}
