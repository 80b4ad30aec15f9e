import { describe, expect, it } from "vitest"

import { INDUSTRIES } from "./industries"
import { PRODUCTS } from "./products"
import { SELLERS } from "./sellers"

const CHINESE = /\p{Script=Han}/u

describe("the content", () => {
  it("says everything in Chinese and in English", () => {
    const texts = [INDUSTRIES, PRODUCTS, SELLERS].flatMap((items) => bilingualsIn(items))
    expect(texts.length).toBeGreaterThan(600)
    for (const { zh, en } of texts) {
      expect(zh.trim()).not.toBe("")
      expect(en.trim()).not.toBe("")
      expect(en).not.toMatch(CHINESE)
    }
  })

  it("claims no geographical indication as verified", () => {
    const records = INDUSTRIES.flatMap(({ gi_records }) => gi_records)
    expect(records.filter(({ is_verified }) => is_verified)).toEqual([])
  })

  it("says of every story that it is invented", () => {
    for (const { story } of INDUSTRIES) {
      expect(story.paragraphs.at(-1)?.zh).toContain("演示故事")
      expect(story.paragraphs.at(-1)?.en).toContain("demonstration story")
    }
  })

  it("gives every county with goods an industry, and every product a seller", () => {
    const counties = new Set(INDUSTRIES.map(({ county_code }) => county_code))
    const sellers = new Set(SELLERS.map(({ handle }) => handle))
    expect(SELLERS.filter(({ county_code }) => !counties.has(county_code))).toEqual([])
    expect(PRODUCTS.filter(({ seller }) => !sellers.has(seller))).toEqual([])
  })

  it("has no handle twice", () => {
    for (const items of [PRODUCTS, SELLERS]) {
      const handles = items.map(({ handle }) => handle)
      expect(new Set(handles).size).toBe(handles.length)
    }
  })
})

function bilingualsIn(value: unknown): { zh: string; en: string }[] {
  if (typeof value !== "object" || value === null) return []
  if ("zh" in value && "en" in value) return [{ zh: String(value.zh), en: String(value.en) }]
  return Object.values(value).flatMap(bilingualsIn)
}
