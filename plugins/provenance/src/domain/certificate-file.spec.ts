import fc from "fast-check"

import { certificateFileRefusal, MAX_CERTIFICATE_BYTES, type PdfFinding } from "./certificate-file"

const pdf = (...findings: PdfFinding[]) => ({ bytes: 1_000, kind: "pdf" as const, findings })

describe("certificateFileRefusal", () => {
  it("takes a picture and a PDF in which nothing was found", () => {
    expect(certificateFileRefusal(pdf())).toBeNull()
    expect(certificateFileRefusal({ ...pdf(), kind: "picture" })).toBeNull()
  })

  it.each([
    ["locked", "certificate_file_locked"],
    ["active", "certificate_file_active"],
    ["hidden", "certificate_file_broken"],
    ["trailing", "certificate_file_broken"],
  ] as const)("refuses a PDF found to be %s", (finding, refusal) => {
    expect(certificateFileRefusal(pdf(finding))).toBe(refusal)
  })

  it("refuses what is neither", () => {
    expect(certificateFileRefusal({ ...pdf(), kind: null })).toBe("certificate_file_unknown")
  })

  it("never takes a file with any finding, nor one over the limit", () => {
    const findings = fc.subarray<PdfFinding>(["locked", "active", "hidden", "trailing"])
    fc.assert(
      fc.property(findings, fc.nat(2 * MAX_CERTIFICATE_BYTES), (found, bytes) => {
        const isTaken = certificateFileRefusal({ bytes, kind: "pdf", findings: found }) === null
        expect(isTaken).toBe(found.length === 0 && bytes <= MAX_CERTIFICATE_BYTES)
      }),
    )
  })
})
