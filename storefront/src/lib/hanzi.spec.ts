import { describe, expect, it } from "vitest"

import { hanzi, hanziCount, hanziDay } from "./hanzi"

describe("hanzi", () => {
  it.each([
    [0, "零"],
    [7, "七"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [105, "一百〇五"],
    [110, "一百一十"],
    [214, "二百一十四"],
    [1003, "一千〇三"],
    [1030, "一千〇三十"],
    [2026, "二千〇二十六"],
  ])("writes %i as %s", (value, text) => {
    expect(hanzi(value)).toBe(text)
  })

  it("leaves what it cannot write to digits", () => {
    expect(hanzi(12_345)).toBe("12345")
  })

  it("says two as 两 before a measure word", () => {
    expect(hanziCount(2)).toBe("两")
    expect(hanziCount(12)).toBe("十二")
  })

  it("writes a day of the year", () => {
    expect(hanziDay("2026-11-21")).toBe("十一月二十一日")
  })
})
