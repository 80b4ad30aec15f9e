import { describe, expect, it } from "vitest"

import { askOf, bodyOf, choicesOf, pageSize, toggled } from "./search"

describe("askOf", () => {
  it("reads the address and forgives a bad page", () => {
    const ask = askOf(new URLSearchParams("q=%20pingguo%20&county=513423&page=-3"))
    expect(ask).toEqual({ q: "pingguo", county: ["513423"], seller: [], page: 1 })
  })
})

describe("bodyOf", () => {
  it("asks for one page and narrows by the chosen counties", () => {
    const body = bodyOf({ q: "", county: ["513423"], seller: [], page: 3 })
    expect(body).toMatchObject({
      filters: { county_code: { $in: ["513423"] } },
      pagination: { skip: 2 * pageSize, take: pageSize },
    })
    expect(body.filters).not.toHaveProperty("q")
  })
})

describe("toggled", () => {
  const ask = askOf(new URLSearchParams("q=果&county=513423&page=2"))

  it("adds and removes a choice and starts again from the first page", () => {
    expect(toggled(ask, "county", "513436")).toEqual({
      q: "果",
      county: ["513423", "513436"],
      seller: [],
    })
    expect(toggled(ask, "county", "513423").county).toEqual([])
  })
})

describe("choicesOf", () => {
  it("keeps a chosen value that matches nothing", () => {
    const choices = choicesOf([{ value: "a", count: 2 }], ["b"], (value) => ({
      zh: value,
      en: value,
    }))
    expect(choices.map(({ value, count, isChosen }) => [value, count, isChosen])).toEqual([
      ["a", 2, false],
      ["b", 0, true],
    ])
  })
})
