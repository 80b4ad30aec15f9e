import { levelOf } from "./divisions"
import { PROVINCES } from "./provinces"

describe("PROVINCES", () => {
  it("names the provinces that this registry covers", () => {
    expect(PROVINCES["51"]).toEqual({ zh: "四川省", en: "Sichuan" })
    expect(PROVINCES["65"]).toEqual({ zh: "新疆维吾尔自治区", en: "Xinjiang" })
  })

  it("holds every province-level division once", () => {
    expect(Object.keys(PROVINCES)).toHaveLength(34)
    expect(Object.keys(PROVINCES).every((code) => levelOf(code) === "province")).toBe(true)
  })
})
