import type { FieldKinds } from "./fields"
import { findFilterFault, passesFilters } from "./filter"

const kinds: FieldKinds = new Map([
  ["county_code", "text"],
  ["price_cny", "number"],
  ["season_months", "number"],
  ["created_at", "date"],
])
const apples = {
  county_code: "513423",
  price_cny: 39.9,
  season_months: [10, 11, 12],
  created_at: new Date("2026-10-18"),
}

describe("passesFilters", () => {
  it.each([
    [{ county_code: "513423" }, true],
    [{ county_code: ["513402", "513423"] }, true],
    [{ price_cny: { $gte: 39.9, $lt: 40 } }, true],
    [{ price_cny: { $gt: 39.9 } }, false],
    [{ season_months: 11 }, true],
    [{ season_months: { $contains: [10, 12] } }, true],
    [{ season_months: { $contains: [10, 1] } }, false],
    [{ season_months: { $overlaps: [1, 12] } }, true],
    [{ created_at: { $gte: "2026-10-01" } }, true],
    [{ county_code: { $prefix: "5134" } }, true],
    [{ county_code: { $like: "342" } }, true],
    [{ county_code: { $exists: false } }, false],
    [{ county_code: null }, false],
    [{ $or: [{ price_cny: 1 }, { season_months: 12 }] }, true],
    [{ $not: { season_months: 12 } }, false],
    [{}, true],
  ])("%j → %s", (filters, expected) => {
    expect(passesFilters(apples, filters, kinds)).toBe(expected)
  })

  it("holds an absent value unequal to everything but null", () => {
    expect(passesFilters({}, { county_code: { $ne: "513423" } }, kinds)).toBe(true)
    expect(passesFilters({}, { county_code: null }, kinds)).toBe(true)
    expect(passesFilters({}, { price_cny: { $lt: 100 } }, kinds)).toBe(false)
  })
})

describe("findFilterFault", () => {
  it.each([
    [{ colour: "red" }, /colour/],
    [{ $and: [{ price_cny: { $near: 3 } }] }, /\$near/],
    [{ $or: { price_cny: 3 } }, /list/],
  ])("%j", (filters, message) => {
    expect(findFilterFault(filters, kinds)).toMatch(message)
  })

  it("accepts a sound tree", () => {
    const filters = { $and: [{ price_cny: { $lt: 3 } }, { $not: { county_code: ["a"] } }] }
    expect(findFilterFault(filters, kinds)).toBeNull()
  })
})
