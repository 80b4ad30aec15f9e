import * as fc from "fast-check"
import { indexTokens, normalizeText, splitRuns, type Language } from "./text"

/** Any segmentation will do: the promise must not depend on the dictionary. */
const characterByCharacter: Language = { cut: (text) => [...text], syllables: () => [] }
const chinese = fc
  .array(fc.constantFrom(..."盐源苹果冰糖心石榴脐橙核桃"), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(""))

describe("indexTokens", () => {
  it("files every one- and two-character piece of a Chinese text", () => {
    fc.assert(
      fc.property(chinese, fc.nat(), (text, at) => {
        const tokens = new Set(indexTokens(text, characterByCharacter))
        const from = at % text.length
        expect(tokens).toContain(text.slice(from, from + 1))
        expect(tokens).toContain(text.slice(from, from + 2))
      }),
    )
  })

  it("files nothing twice", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tokens = indexTokens(text, characterByCharacter)
        expect(new Set(tokens).size).toBe(tokens.length)
      }),
    )
  })
})

describe("splitRuns", () => {
  it("invents nothing: each run occurs in the normalized text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let rest = normalizeText(text)
        for (const run of splitRuns(text)) {
          const at = rest.indexOf(run.text)
          expect(at).toBeGreaterThanOrEqual(0)
          rest = rest.slice(at + run.text.length)
        }
      }),
    )
  })
})
