import * as fc from "fast-check"
import { chinese } from "../lib/chinese"
import { joinPinyin, spellText } from "./pinyin"

const name = fc
  .array(fc.constantFrom(..."盐源苹果冰糖心石榴脐橙核桃土豆花椒"), { minLength: 2, maxLength: 10 })
  .map((characters) => characters.join(""))

describe("spellText", () => {
  it("lets any later part of a name be typed in pinyin", () => {
    fc.assert(
      fc.property(name, fc.nat(), (text, at) => {
        const syllables = chinese().syllables(text)
        const typed = syllables.slice(at % syllables.length).join("")
        const tokens = spellText(text, chinese()).pinyin.split(" ")
        expect(tokens.some((token) => token.startsWith(typed))).toBe(true)
      }),
    )
  })

  it("agrees with joinPinyin on the whole name", () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(spellText(text, chinese()).pinyin.split(" ")).toContain(joinPinyin(text, chinese()))
      }),
    )
  })

  it("holds no initials of one letter", () => {
    fc.assert(
      fc.property(name, (text) => {
        const letters = spellText(text, chinese()).initials.split(" ")
        expect(letters.every((initials) => initials.length > 1)).toBe(true)
      }),
    )
  })
})
