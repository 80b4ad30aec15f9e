import { describe, expect, it } from "vitest"

import { changeOf, differenceOf, shareText, short, shortText } from "./figures"

describe("short figures", () => {
  it("stay exact below ten thousand yuan", () => {
    expect(shortText(3120, "zh-CN")).toBe("¥31.20")
    expect(shortText(0, "zh-CN")).toBe("¥0")
    expect(shortText(999_999, "en")).toBe("¥9,999.99")
  })

  it("count in 万 and thousands above, and keep the exact sum beside", () => {
    expect(short(870_798_975, "zh-CN")).toEqual({
      value: "870.8",
      unit: "万",
      exact: "¥8,707,989.75",
    })
    expect(shortText(12_400_000, "zh-CN")).toBe("12.4 万")
    expect(shortText(12_400_000, "en")).toBe("¥124.0k")
    expect(shortText(870_798_975, "en")).toBe("¥8.7m")
  })

  it("show what was taken back with a true minus", () => {
    expect(shortText(-12_400_000, "zh-CN")).toBe("−12.4 万")
  })
})

describe("changes", () => {
  it("are signed, in percent", () => {
    expect(changeOf(1023, 1000, "zh-CN")).toEqual({ direction: "up", text: "+2.3%" })
    expect(changeOf(900, 1000, "zh-CN")).toEqual({ direction: "down", text: "−10.0%" })
    expect(changeOf(1000, 1000, "zh-CN")).toEqual({ direction: "flat", text: "0" })
  })

  it("say nothing against nothing", () => {
    expect(changeOf(100, 0, "zh-CN")).toBeNull()
    expect(changeOf(0, 0, "zh-CN")).toEqual({ direction: "flat", text: "0" })
  })

  it("count what is counted", () => {
    expect(differenceOf(6864, 6758, "zh-CN")).toEqual({ direction: "up", text: "+106" })
  })
})

describe("parts of a whole", () => {
  it("reads fractions longer than a number", () => {
    expect(shareText("37500", "212000", "zh-CN")).toBe("17.69%")
    expect(shareText("1" + "0".repeat(40), "4" + "0".repeat(40), "en")).toBe("25.00%")
  })
})
