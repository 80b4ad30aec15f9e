import { consentRefusal } from "./household-consent-record"

describe("consentRefusal", () => {
  it("asks who spoke, or for the sheet's number", () => {
    expect(consentRefusal({ how: "spoken", note: " 户 " })).toBe("consent_note_missing")
    expect(consentRefusal({ how: "thumbprint", note: null })).toBe("consent_note_missing")
    expect(consentRefusal({ how: "spoken", note: "户主本人在站里说同意" })).toBeNull()
  })

  it("asks nothing more of a code", () => {
    expect(consentRefusal({ how: "code", note: null })).toBeNull()
  })
})
