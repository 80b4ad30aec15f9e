import { childDigits, isWithin, levelOf } from "./jurisdiction"

describe("levelOf", () => {
  it.each([
    ["51", "province"],
    ["5134", "prefecture"],
    ["513423", "county"],
    ["513423101", "township"],
    ["513423101201", "village"],
    ["", null],
    ["513", null],
    ["51342%", null],
  ])("of %s is %s", (code, level) => {
    expect(levelOf(code)).toBe(level)
  })
})

describe("isWithin", () => {
  it.each([
    ["513423101201", "513423", true],
    ["513423", "513423", true],
    ["513424", "513423", false],
    ["5134", "513423", false],
    ["513423", "5", false],
    ["51342", "51", false],
    ["513423", "", false],
  ])("%s in %s: %s", (code, division, isInside) => {
    expect(isWithin(code, division)).toBe(isInside)
  })
})

describe("childDigits", () => {
  it.each([
    ["51", 4],
    ["5134", 6],
    ["513423", 9],
    ["513423101", 12],
    ["513423101201", null],
  ])("below %s: %s", (code, digits) => {
    expect(childDigits(code)).toBe(digits)
  })
})
