/**
 * Which file may stand beside a certificate's number: a photograph, or the PDF that the issuer gave.
 * A PDF is kept as it came, so it must hold nothing that acts, and nothing that can't be looked into.
 * What a file is, its bytes say; never its name. (rule: docs/domain §4)
 */

export const MAX_CERTIFICATE_BYTES = 10 * 1024 * 1024

export type PdfFinding = "trailing" | "locked" | "active" | "hidden"

export type CertificateFile = {
  readonly bytes: number
  readonly kind: "picture" | "pdf" | null
  /** What a look into a PDF found; nothing for a picture, which is encoded anew. */
  readonly findings: readonly PdfFinding[]
}

export type CertificateFileRefusal =
  | "certificate_file_too_large"
  | "certificate_file_unknown"
  | "certificate_file_locked"
  | "certificate_file_active"
  | "certificate_file_broken"

const REFUSALS: Record<PdfFinding, CertificateFileRefusal> = {
  locked: "certificate_file_locked",
  active: "certificate_file_active",
  hidden: "certificate_file_broken",
  trailing: "certificate_file_broken",
}

/** Why this file can't be kept, or `null` when it can. */
export function certificateFileRefusal(file: CertificateFile): CertificateFileRefusal | null {
  if (file.bytes > MAX_CERTIFICATE_BYTES) return "certificate_file_too_large"
  if (file.kind === null) return "certificate_file_unknown"
  const worst = (Object.keys(REFUSALS) as PdfFinding[]).find((one) => file.findings.includes(one))
  return worst ? REFUSALS[worst] : null
}
