import { isWithin, levelOf } from "./divisions"

/**
 * Township and village specialities (一乡一品, 一村一品), and the mark of a geographical indication.
 * Nothing is claimed that nobody has checked. (rule: docs/domain.md §1)
 */

export type SpecialityRefusal = "speciality_division_invalid" | "speciality_source_missing"

export type SpecialityClaim = {
  divisionCode: string
  /** Who recognised it, in which document; `null` when nobody did. */
  recognition: { document: string; source: string } | null
  isVerified: boolean
}

/** A speciality belongs to a township or village of the county; verified means by a document. */
export function refuseSpeciality(
  countyCode: string,
  claim: SpecialityClaim,
): SpecialityRefusal | null {
  const level = levelOf(claim.divisionCode)
  const isPlace = level === "township" || level === "village"
  if (!isPlace || !isWithin(claim.divisionCode, countyCode)) return "speciality_division_invalid"
  const { recognition } = claim
  const isSourced = Boolean(recognition?.document.trim() && recognition.source.trim())
  return claim.isVerified && !isSourced ? "speciality_source_missing" : null
}

export type GiRecordClaim = { number: string; isVerified: boolean }

/** A line of the county industry's list of lawful users (用标企业名单). */
export type LawfulUser = {
  giNumber: string
  unifiedSocialCreditCode: string
  announcementNumber: string
  isVerified: boolean
}

/**
 * The record whose mark a seller may show on goods of the county, or `null`. The seller stands on
 * the list under its own credit code, by a verified announcement, for a record that is verified.
 */
export function giMarkOf<Record extends GiRecordClaim>(
  sellerCreditCode: string | null,
  records: readonly Record[],
  users: readonly LawfulUser[],
): { record: Record; announcementNumber: string } | null {
  const code = sellerCreditCode?.trim().toUpperCase() ?? ""
  if (code === "") return null
  for (const record of records) {
    const user = users.find(
      (each) =>
        each.isVerified &&
        each.giNumber === record.number &&
        each.unifiedSocialCreditCode.trim().toUpperCase() === code &&
        each.announcementNumber.trim() !== "",
    )
    if (record.isVerified && user) return { record, announcementNumber: user.announcementNumber }
  }
  return null
}

/** Whether a text has the form of a unified social credit code. (standard: GB 32100) */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text.trim().toUpperCase())
}
