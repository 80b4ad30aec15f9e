import { checkDigit, demoGtin, isGtin } from "./gtin"

describe("checkDigit", () => {
  // 0952123454321 → 3 is GS1's own documentation example.
  it("agrees with GS1's example", () => {
    expect(checkDigit("0952123454321")).toBe("3")
  })

  it("refuses anything but digits", () => {
    expect(() => checkDigit("95212a")).toThrow(RangeError)
    expect(() => checkDigit("")).toThrow(RangeError)
  })
})

describe("isGtin", () => {
  it("accepts fourteen digits with their check digit only", () => {
    expect(isGtin("09521234543213")).toBe(true)
    expect(isGtin("09521234543214")).toBe(false)
    expect(isGtin("9521234543213")).toBe(false)
    expect(isGtin("0952123454321x")).toBe(false)
  })
})

describe("demoGtin", () => {
  it("counts within the documentation prefix", () => {
    expect(demoGtin(54321)).toBe("09521234543213")
    expect(demoGtin(0)).toMatch(/^0952123400000\d$/)
  })

  it.each([-1, 100_000, 1.5, Number.NaN])("refuses %d", (n) => {
    expect(() => demoGtin(n)).toThrow(RangeError)
  })
})
