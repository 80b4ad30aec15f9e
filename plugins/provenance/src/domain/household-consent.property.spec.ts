import fc from "fast-check"

import { CONSENT_PURPOSES, hasConsent } from "./household-consent"

const acts = fc.uniqueArray(
  fc.record({
    purpose: fc.constantFrom(...CONSENT_PURPOSES),
    act: fc.constantFrom("given" as const, "withdrawn" as const),
    recorded: fc.nat(1000),
  }),
  { selector: ({ recorded }) => recorded, maxLength: 8 },
)
const purpose = fc.constantFrom(...CONSENT_PURPOSES)

describe("hasConsent", () => {
  it("ends with a withdrawal, whatever came before", () => {
    fc.assert(
      fc.property(acts, purpose, (history, about) => {
        const withdrawn = { purpose: about, act: "withdrawn" as const, recorded: 2000 }
        expect(hasConsent([withdrawn, ...history], about)).toBe(false)
      }),
    )
  })

  it("is not given by acts about another purpose", () => {
    fc.assert(
      fc.property(acts, purpose, (history, about) => {
        const others = history.filter((act) => act.purpose !== about)
        expect(hasConsent(others, about)).toBe(false)
        expect(hasConsent(history, about)).toBe(
          hasConsent(
            history.filter((act) => act.purpose === about),
            about,
          ),
        )
      }),
    )
  })

  it("holds from the act that gives it", () => {
    const given = { purpose: "story", act: "given", recorded: 1 } as const
    expect(hasConsent([given], "story")).toBe(true)
    expect(hasConsent([given], "photo")).toBe(false)
    expect(hasConsent([], "story")).toBe(false)
  })
})
