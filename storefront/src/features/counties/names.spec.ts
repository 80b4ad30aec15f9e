import { describe, expect, it } from "vitest"

import { sealText, shortName } from "./names"

describe("shortName", () => {
  it("drops the rank in either language", () => {
    const name = { zh: "盐源县", en: "Yanyuan County" }
    expect(shortName(name, "zh-CN")).toBe("盐源")
    expect(shortName(name, "en")).toBe("Yanyuan")
  })

  it("keeps a name that would be left with one character", () => {
    expect(shortName({ zh: "某县", en: "" }, "zh-CN")).toBe("某县")
  })
})

describe("sealText", () => {
  it("fills the stamp's four places", () => {
    expect(["盐源", "阿克苏", "盐源之印"].map(sealText)).toEqual([
      "盐源之印",
      "阿克苏印",
      "盐源之印",
    ])
  })
})
