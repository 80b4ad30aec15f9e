import { bindingYield, processRefusal } from "./lot-process"

describe("processRefusal", () => {
  it.each([
    ["烘干", 1800, null],
    ["榨汁加水", 20_000, null],
    [" ", 1800, "process_invalid"],
    ["烘干", 0, "process_invalid"],
    ["烘干", 20_001, "process_invalid"],
    ["烘干", 99.5, "process_invalid"],
  ])("judges %s at %d", (name, maxYieldBasisPoints, refusal) => {
    expect(processRefusal({ name, maxYieldBasisPoints })).toBe(refusal)
  })
})

describe("bindingYield", () => {
  it("is the process's, and without one nothing is gained", () => {
    expect(bindingYield({ maxYieldBasisPoints: 1800 })).toBe(1800)
    expect(bindingYield(null)).toBe(10_000)
  })
})
