import { chinese } from "../lib/chinese"
import { joinPinyin, spellText } from "./pinyin"

describe("spellText", () => {
  it("spells every suffix and every word", () => {
    const { pinyin, initials, characters } = spellText("盐源苹果", chinese())
    expect(pinyin.split(" ").sort()).toEqual(
      ["guo", "pingguo", "yanyuan", "yanyuanpingguo", "yuanpingguo"].sort(),
    )
    expect(initials.split(" ").sort()).toEqual(["pg", "ypg", "yy", "yypg"].sort())
    expect(characters).toBe("盐 源 苹 果")
  })

  it("leaves text without Chinese alone", () => {
    expect(spellText("Fuji 5kg", chinese())).toEqual({ pinyin: "", initials: "", characters: "" })
  })
})

describe("joinPinyin", () => {
  it.each([
    ["莎车", "shache"],
    ["伽师", "jiashi"],
    ["昭觉", "zhaojue"],
    ["会理", "huili"],
    ["绿豆", "lvdou"],
    ["核桃", "hetao"],
    ["脐橙", "qicheng"],
  ])("reads %s as %s", (text, pinyin) => {
    expect(joinPinyin(text, chinese())).toBe(pinyin)
  })
})
