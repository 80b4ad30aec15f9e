import * as fc from "fast-check"
import { countRange, countValues, summarize } from "./facets"

const rows = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 }))

describe("countValues", () => {
  it("counts each document once per value, in the listed values or beyond them", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 5 }), (documents, limit) => {
        const { values, otherCount } = countValues(documents, { limit })
        const counted = values.reduce((sum, { count }) => sum + count, otherCount)
        expect(counted).toBe(documents.reduce((sum, row) => sum + new Set(row).size, 0))
        expect(values.length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it("lists the commonest first", () => {
    fc.assert(
      fc.property(rows, (documents) => {
        const counts = countValues(documents, {}).values.map(({ count }) => count)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
      }),
    )
  })

  it("lists alphabetically and by what was typed, when asked", () => {
    const documents = [["盐源县"], ["昭觉县"], ["昭觉县"], ["Aksu"]]
    expect(countValues(documents, { sort: "alpha" }).values[0]).toEqual({ value: "Aksu", count: 1 })
    expect(countValues(documents, { query: "ak" }).values).toEqual([{ value: "Aksu", count: 1 }])
  })
})

describe("countRange", () => {
  it("loses no document between adjoining ranges", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(100), (numbers, bound) => {
        const single = numbers.map((number) => [number])
        expect(countRange(single, undefined, bound) + countRange(single, bound)).toBe(
          numbers.length,
        )
      }),
    )
  })
})

describe("summarize", () => {
  it("bounds the mean", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const { min, max, avg, count } = summarize(numbers.map((number) => [number]))
        expect(avg).toBeGreaterThanOrEqual(min)
        expect(avg).toBeLessThanOrEqual(max)
        expect(count).toBe(numbers.length)
      }),
    )
  })

  it("is all zeros for nothing", () => {
    expect(summarize([])).toEqual({ min: 0, max: 0, sum: 0, count: 0 })
  })
})
