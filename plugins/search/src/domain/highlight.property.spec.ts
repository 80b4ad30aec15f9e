import * as fc from "fast-check"
import { highlight } from "./highlight"

const tags = { before: "<em>", after: "</em>" }
const text = fc
  .array(fc.constantFrom(..."盐源苹果冰糖心 apple Fuji,"), { maxLength: 30 })
  .map((characters) => characters.join(""))
const tokens = fc.array(fc.constantFrom("苹果", "果", "盐源", "源苹", "apple", "fuji"))
const strip = (marked: string) => marked.replaceAll(tags.before, "").replaceAll(tags.after, "")

describe("highlight", () => {
  it("changes nothing but adding tags", () => {
    fc.assert(
      fc.property(text, tokens, (original, matched) => {
        const marked = highlight(original, matched, tags)
        if (marked !== null) expect(strip(marked)).toBe(original)
      }),
    )
  })

  it("opens and closes in turn", () => {
    fc.assert(
      fc.property(text, tokens, (original, matched) => {
        const marks = highlight(original, matched, tags)?.match(/<\/?em>/g) ?? []
        marks.forEach((mark, at) => expect(mark).toBe(at % 2 ? tags.after : tags.before))
        expect(marks.length % 2).toBe(0)
      }),
    )
  })

  it("joins overlapping matches", () => {
    expect(highlight("盐源苹果", ["盐源", "源苹", "果"], tags)).toBe("<em>盐源苹果</em>")
  })

  it("marks whole words only", () => {
    expect(highlight("Apple, pineapple", ["apple"], tags)).toBe("<em>Apple</em>, pineapple")
  })

  it("says when nothing matched", () => {
    expect(highlight("叶城核桃", ["苹果"], tags)).toBeNull()
  })

  it("crops around the first mark", () => {
    expect(highlight("一二三四五六苹果七八九十", ["苹果"], tags, 6)).toBe("…五六<em>苹果</em>七八…")
  })
})
