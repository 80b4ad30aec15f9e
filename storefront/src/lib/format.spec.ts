import { describe, expect, it } from "vitest"

import {
  badge,
  bilingual,
  date,
  fenOf,
  fenPer500g,
  money,
  monthDay,
  percent,
  tonnage,
  weight,
} from "./format"

describe("format", () => {
  it("writes fen as yuan with a true minus", () => {
    expect(money(6800, "zh-CN")).toBe("¥68.00")
    expect(money(-123_456, "en")).toBe("\u2212¥1,234.56")
  })

  it("reads Medusa's yuan without losing a fen", () => {
    expect(fenOf(19.99)).toBe(1999)
    expect(fenOf(68)).toBe(6800)
  })

  it("keeps a badge to two digits", () => {
    expect([7, 99, 100, 333].map(badge)).toEqual(["7", "99", "99+", "99+"])
  })

  it("writes grams below a kilogram as grams", () => {
    expect(weight(360, "zh-CN")).toBe("360 g")
    expect(weight(2500, "zh-CN")).toBe("2.5 kg")
    expect(weight(1_240_000, "en")).toBe("1,240 kg")
  })

  it("writes a season's weight in tonnes", () => {
    expect(tonnage(83_600_000, "zh-CN")).toBe("83.6 吨")
    expect(tonnage(940_000, "en")).toBe("940 kg")
  })

  it("compares packs by the price of a jin", () => {
    expect(fenPer500g(6800, 2500)).toBe(1360)
  })

  it("dates an instant by Shanghai's calendar", () => {
    expect(date("2026-10-17T18:00:00.000Z", "zh-CN")).toBe("2026年10月18日")
    expect(monthDay("2026-10-17T18:00:00.000Z", "en")).toBe("18 Oct")
  })

  it("writes basis points as a percentage", () => {
    expect(percent(4044)).toBe("40.4%")
  })

  it("falls back to Chinese where a name has no English", () => {
    expect(bilingual({ zh: "八家村", en: null }, "en")).toBe("八家村")
  })
})
