import { castValue, readScalars, readValues } from "./fields"

describe("readValues", () => {
  it("walks through objects and arrays", () => {
    const document = { variants: [{ sku: "a" }, { sku: null }, { sku: ["b", "c"] }] }
    expect(readValues(document, "variants.sku")).toEqual(["a", "b", "c"])
  })

  it("finds nothing where nothing is", () => {
    expect(readValues({ title: null }, "title")).toEqual([])
    expect(readValues({}, "seller.name")).toEqual([])
  })
})

describe("castValue", () => {
  it.each([
    ["39.9", "number", 39.9],
    ["many", "number", null],
    ["2026-11-21T00:00:00.000Z", "date", 1795219200000],
    [new Date("2026-11-21"), "date", 1795219200000],
    ["false", "boolean", false],
    [7, "text", "7"],
    [null, "text", null],
  ] as const)("%p as %s is %p", (value, kind, expected) => {
    expect(castValue(value, kind)).toBe(expected)
  })
})

describe("readScalars", () => {
  it("drops what cannot be compared", () => {
    expect(readScalars({ price: [1, "x", 2] }, "price", "number")).toEqual([1, 2])
  })
})
