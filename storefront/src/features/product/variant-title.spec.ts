import { expect, it } from "vitest"

import { variantTitleEn } from "./variant-title"

it.each([
  ["5 斤装", "2.5 kg"],
  ["5斤", "2.5 kg"],
  ["10 斤木箱", "5 kg crate"],
  ["4 斤礼盒", "2 kg gift box"],
  ["500 克", "500 g"],
  ["1.5 公斤", "1.5 kg"],
  ["265 毫升", "265 ml"],
  ["120 克 × 3 袋", "3 × 120 g"],
  ["1 升 × 2 瓶", "2 × 1 l"],
  ["250 毫升 × 12 盒", "12 × 250 ml"],
  ["12 枚（约 6 斤）", "12 pieces, about 3 kg"],
  ["30 枚", "30 pieces"],
  ["两只（净重 2.6 kg）", "2 pieces, 2.6 kg"],
  ["一只（净重 1.5 kg）", "1 piece, 1.5 kg"],
  ["一份（净重 720 克）", "1 pack, 720 g"],
  ["3 袋（净重 1.2 kg）", "3 bags, 1.2 kg"],
])("says %s in English: %s", (title, english) => {
  expect(variantTitleEn(title, 9999)).toBe(english)
})

it("calls a size it cannot read by its weight, and by its name when that is all there is", () => {
  expect(variantTitleEn("中秋大礼包", 2500)).toBe("2.5 kg")
  expect(variantTitleEn("中秋大礼包", null)).toBe("中秋大礼包")
})

it("prefers the seller's own English name", () => {
  const own = { "30 枚": "30 eggs", "20 枚": "" }
  expect(variantTitleEn("30 枚", 1800, own)).toBe("30 eggs")
  expect(variantTitleEn("20 枚", 1200, own)).toBe("20 pieces")
  expect(variantTitleEn("5 斤装", 2500, "no record")).toBe("2.5 kg")
})
