import { describe, expect, it } from "vitest"

import { fenOfYuan, gramsOf, weightText, wholeOf, yuanText } from "./measure"

describe("fenOfYuan", () => {
  it.each([
    ["68", 6800],
    ["68.5", 6850],
    ["68.50", 6850],
    ["19.99", 1999],
    ["0.07", 7],
    [".5", 50],
    ["1,240.10", 124_010],
    ["¥ 68.00", 6800],
    ["６８．５０", 6850],
    ["68元", 6800],
  ])("reads %s yuan", (text, fen) => {
    expect(fenOfYuan(text)).toBe(fen)
  })

  it.each([
    ["", "missing"],
    [" ", "missing"],
    ["68.505", "too_fine"],
    ["6 8,5", "unreadable"],
    ["-3", "unreadable"],
    ["1e3", "unreadable"],
    [".", "unreadable"],
    ["12345678901", "too_large"],
  ])("says why %j is no price", (text, problem) => {
    expect(fenOfYuan(text)).toBe(problem)
  })

  it("reads back every price it writes", () => {
    for (let fen = 0; fen < 30_000; fen += 7) expect(fenOfYuan(yuanText(fen))).toBe(fen)
  })
})

describe("gramsOf", () => {
  it.each([
    ["5", "jin", 2500],
    ["2.5", "jin", 1250],
    ["0.1", "jin", 50],
    ["0.36", "kg", 360],
    ["1.005", "kg", 1005],
    ["360", "g", 360],
  ] as const)("reads %s %s", (text, unit, grams) => {
    expect(gramsOf(text, unit)).toBe(grams)
  })

  it("refuses what is no whole gram", () => {
    expect(gramsOf("0.5", "g")).toBe("too_fine")
    expect(gramsOf("0.001", "jin")).toBe("too_fine")
    expect(gramsOf("1.0005", "kg")).toBe("too_fine")
  })

  it("reads back every weight it writes", () => {
    for (let grams = 1; grams < 12_000; grams += 13) {
      for (const large of ["jin", "kg"] as const) {
        const { text, unit } = weightText(grams, large)
        expect(gramsOf(text, unit)).toBe(grams)
      }
    }
  })
})

it("writes a market weight in jin and a kitchen weight in grams", () => {
  expect(weightText(2500, "jin")).toEqual({ text: "5", unit: "jin" })
  expect(weightText(360, "jin")).toEqual({ text: "360", unit: "g" })
  expect(weightText(2500, "kg")).toEqual({ text: "2.5", unit: "kg" })
})

it("reads a count of packs, and no half pack", () => {
  expect(wholeOf("10")).toBe(10)
  expect(wholeOf("10.5")).toBe("too_fine")
})
