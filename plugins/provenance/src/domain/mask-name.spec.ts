import { maskName } from "./mask-name"

describe("maskName", () => {
  it.each([
    ["阿木日哈", "阿木 **"],
    ["阿木 日哈", "阿木 **"],
    ["吉克木", "吉克 **"],
    ["吉克", "吉 **"],
    ["木", "**"],
    ["", "**"],
    ["  阿木日哈 ", "阿木 **"],
    ["𠮷田一郎", "𠮷田 **"],
  ])("shows %j as %j", (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
