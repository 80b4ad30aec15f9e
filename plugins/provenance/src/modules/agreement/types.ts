export type AgreementMode = "order" | "share" | "wage" | "land_rent"
export type FloorRow = { grade: string | null; fen_per_kg: number }
export type PartyRow = { household_id: string; promised_g: number | null }

/** What a version says. Prices in fen per kg, a rebate in fen per kg or basis points. */
export type AgreementTermsInput = {
  mode: AgreementMode
  product_kind: string
  enterprise_name?: string | null
  cooperative_name?: string | null
  credit_union_name?: string | null
  responsible_person: string
  /** `YYYY-MM-DD`. */
  starts_on: string
  ends_on: string
  floors: FloorRow[]
  rebate_kind: "none" | "fen_per_kg" | "basis_points"
  rebate_value?: number | null
  households: PartyRow[]
  document_url?: string | null
  note?: string | null
}

export type DraftAgreementInput = {
  seller_id: string
  /** A new agreement's number, or the id of the agreement that gets a new version. */
  number?: string
  agreement_id?: string
  drafted_by: string
  terms: AgreementTermsInput
}

export type AgreementVersionRecord = Required<Omit<AgreementTermsInput, "households">> & {
  id: string
  agreement_id: string
  version: number
  status: "draft" | "published"
  effective_from: string | null
  published_at: string | null
  drafted_by: string
  households: PartyRow[]
}

export type AgreementRecord = {
  id: string
  seller_id: string
  number: string
  /** First version first. */
  versions: AgreementVersionRecord[]
  /** The version that holds on the day asked about. */
  in_force: AgreementVersionRecord | null
}

export type FloorQuestion = {
  seller_id: string
  household_id: string
  product_kind: string
  grade: string
  /** `YYYY-MM-DD`. */
  on: string
}

/** The highest floor of all agreements in force that name the household and the product. */
export type FloorAnswer = {
  fen_per_kg: number
  version_id: string
  number: string
  version: number
}

export type ArchiveKind = "visit" | "training" | "supply" | "payment" | "other"
export type ArchiveEntryInput = {
  seller_id: string
  agreement_id?: string | null
  household_id?: string | null
  kind: ArchiveKind
  happened_on: string
  text: string
  photos: string[]
  recorded_by: string
}
export type ArchiveEntryRecord = Required<ArchiveEntryInput> & { id: string; created_at: string }
