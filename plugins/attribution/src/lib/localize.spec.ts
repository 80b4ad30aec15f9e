import { localize } from "./localize"

const WORDS = { zh: "苹果", en: "apple" }

describe("localize", () => {
  it.each([
    [undefined, "苹果"],
    ["", "苹果"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "苹果"],
    ["ug-CN", "苹果"],
    ["en", "apple"],
    ["en-GB,en;q=0.9", "apple"],
  ])("answers %s with %s", (header, word) => {
    expect(localize(header, WORDS)).toBe(word)
  })
})
