import { localize } from "./localize"

describe("localize", () => {
  const words = { zh: "中文", en: "English" }

  it.each([
    [undefined, "中文"],
    ["zh-CN,en;q=0.5", "中文"],
    ["en-GB,en;q=0.9,zh;q=0.8", "English"],
    ["EN", "English"],
    ["de", "中文"],
  ])("answers %s with %s", (header, answer) => {
    expect(localize(header, words)).toBe(answer)
  })
})
