import { describe, expect, it } from "vitest"

import { benefitAsked, booksQuery, offsetAsked, twelveMonthsUntil } from "./asked"

const params = (text: string) => new URLSearchParams(text)

describe("booksQuery", () => {
  it("keeps what its page knows and leaves out the rest", () => {
    expect(booksQuery("entries", params("period=2026-11&account=other&lot= &x=1&q=a"))).toEqual({
      period: "2026-11",
      account: "other",
    })
    expect(booksQuery("households", params("q=a&account=other"))).toEqual({ q: "a" })
  })
})

describe("offsetAsked", () => {
  it.each([
    ["offset=200", 200],
    ["", 0],
    ["offset=-1", 0],
    ["offset=1.5", 0],
    ["offset=x", 0],
  ])("reads %s", (text, offset) => expect(offsetAsked(params(text))).toBe(offset))
})

describe("benefitAsked", () => {
  it("knows the overview's words and its own", () => {
    expect(["some", "none", "all", undefined, "?"].map(benefitAsked)).toEqual([
      ...["received", "nothing", "all", "received", "received"],
    ])
  })
})

describe("twelveMonthsUntil", () => {
  it("begins eleven months before the month of the day", () => {
    expect(twelveMonthsUntil("2026-11-22")).toBe("2025-12-01..2026-11-22")
    expect(twelveMonthsUntil("2026-12-31")).toBe("2026-01-01..2026-12-31")
  })
})
