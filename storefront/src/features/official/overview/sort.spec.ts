import { describe, expect, it } from "vitest"

import { liangshan } from "./overview.fixture"
import { benefitOf, isIdle, pressed, readSort, sortKeys, sortRows, sortText } from "./sort"

const { rows } = liangshan
const codes = (list: typeof rows) => list.map(({ division }) => division.code)

describe("the order of rows", () => {
  it("is by receipts, most first, when an address says nothing or nonsense", () => {
    expect(readSort(undefined)).toEqual({ key: "receipts", isUp: false })
    expect(readSort("name-up")).toEqual({ key: "receipts", isUp: true })
    expect(codes(sortRows(rows, readSort(undefined)))).toEqual(codes(rows))
  })

  it("survives the way through an address", () => {
    for (const key of sortKeys) {
      for (const isUp of [true, false]) {
        expect(readSort(sortText({ key, isUp }))).toEqual({ key, isUp })
      }
    }
    expect(sortText({ key: "receipts", isUp: false })).toBeUndefined()
  })

  it("turns round when the same column is pressed again", () => {
    const once = pressed({ key: "receipts", isUp: false }, "reach")
    expect(once).toEqual({ key: "reach", isUp: false })
    expect(pressed(once, "reach")).toEqual({ key: "reach", isUp: true })
  })

  it("turns a whole list round, and leaves the one given as it was", () => {
    const down = sortRows(rows, { key: "median", isUp: false })
    expect(down[0]?.division.code).toBe("513423")
    expect(sortRows(rows, { key: "median", isUp: true })[0]?.division.code).toBe("513429")
    expect(codes(rows)[0]).toBe("513423")
  })

  it("puts what is unknown or hidden last, whichever way", () => {
    const hidden = { ...rows[0]!, receipts_fen: null, reach_basis_points: null }
    const list = [hidden, ...rows.slice(1)]
    for (const key of ["receipts", "reach", "change"] as const) {
      for (const isUp of [true, false]) {
        expect(sortRows(list, { key, isUp }).at(-1)).toBe(hidden)
      }
    }
  })
})

describe("rows", () => {
  it("know how many of their signed households were paid", () => {
    expect(benefitOf({ benefiting_count: 1, signed_count: 4 })).toBe(0.25)
    expect(benefitOf({ benefiting_count: 0, signed_count: 0 })).toBeNull()
    expect(benefitOf({ benefiting_count: null, signed_count: 4 })).toBeNull()
  })

  it("are idle only when every figure is known to be nothing", () => {
    const none = {
      receipts_fen: 0,
      net_sales_fen: 0,
      enrolled_fen: 0,
      signed_count: 0,
      benefiting_count: 0,
    }
    expect(isIdle({ ...rows[0]!, ...none })).toBe(true)
    expect(isIdle({ ...rows[0]!, ...none, signed_count: null })).toBe(false)
    expect(isIdle(rows[0]!)).toBe(false)
  })
})
