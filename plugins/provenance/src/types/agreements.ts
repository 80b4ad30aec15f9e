/** What a seller's agreements and archive answer; re-exported by `./http`. */
import type { Bilingual } from "./http"

export type AgreementTermsBody = {
  mode: "order" | "share" | "wage" | "land_rent"
  product_kind: string
  enterprise_name?: string | null
  cooperative_name?: string | null
  credit_union_name?: string | null
  responsible_person: string
  starts_on: string
  ends_on: string
  floors: { grade: string | null; fen_per_kg: number }[]
  rebate_kind: "none" | "fen_per_kg" | "basis_points"
  rebate_value?: number | null
  households: { household_id: string; promised_g: number | null }[]
  document_url?: string | null
  note?: string | null
}

export type AgreementVersion = Required<Omit<AgreementTermsBody, "households">> & {
  id: string
  version: number
  status: "draft" | "published"
  effective_from: string | null
  published_at: string | null
  households: {
    household_id: string
    masked_name: string
    village: Bilingual
    promised_g: number | null
    /** Confirmed deliveries of the product within the term. */
    bought_g: number
  }[]
}

export type SellerAgreement = {
  id: string
  number: string
  versions: AgreementVersion[]
  in_force: number | null
  promised_g: number
  bought_g: number
}

/** `GET /seller/agreements` */
export type SellerAgreementsResponse = { agreements: SellerAgreement[]; count: number }
/** `GET /seller/agreements/:id` */
export type SellerAgreementResponse = { agreement: SellerAgreement }

export type ArchiveEntry = {
  id: string
  agreement_id: string | null
  household_id: string | null
  masked_name: string | null
  kind: "visit" | "training" | "supply" | "payment" | "other"
  happened_on: string
  text: string
  photos: string[]
  recorded_by: string
  created_at: string
}
/** `GET /seller/archive?household_id=&agreement_id=` */
export type SellerArchiveResponse = {
  entries: ArchiveEntry[]
  count: number
  offset: number
  limit: number
}
