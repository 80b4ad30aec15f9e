import { fromMinorUnits, toMinorUnits } from "./minor-units"

describe("toMinorUnits", () => {
  it.each([
    ["68", "cny", 6800],
    ["68.8", "cny", 6880],
    ["0.1", "CNY", 10],
    ["0.29", "cny", 29],
    ["1.005", "cny", 101],
    ["1.0049999", "cny", 100],
    ["-1.005", "cny", -101],
    ["-0.001", "cny", 0],
    ["500", "jpy", 500],
    ["1.2345", "kwd", 1235],
    ["90071992547409.91", "cny", 9007199254740991],
  ])("counts %s %s as %i", (decimal, currency, minor) => {
    expect(toMinorUnits(decimal, currency)).toBe(minor)
  })

  it.each(["", "1e3", "1,00", "NaN", ".5", " 1"])("refuses %p", (text) => {
    expect(() => toMinorUnits(text, "cny")).toThrow(/not a plain decimal/)
  })

  it("refuses an amount that a number can't hold exactly", () => {
    expect(() => toMinorUnits("90071992547409.92", "cny")).toThrow(/too large/)
  })
})

describe("fromMinorUnits", () => {
  it.each([
    [6801, "cny", "68.01"],
    [5, "cny", "0.05"],
    [-5, "cny", "-0.05"],
    [0, "cny", "0.00"],
    [500, "jpy", "500"],
    [1, "kwd", "0.001"],
  ])("writes %i %s as %s", (minor, currency, decimal) => {
    expect(fromMinorUnits(minor, currency)).toBe(decimal)
  })

  it("refuses half a fen", () => {
    expect(() => fromMinorUnits(0.5, "cny")).toThrow(/whole number/)
  })
})
