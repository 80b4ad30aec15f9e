import { readFileSync } from "node:fs"

import { describe, expect, it } from "vitest"

import { accentRules, minified, smallPicture } from "./trace"

const tokens = readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8")

describe("accentRules", () => {
  it.each(["apple", "pomegranate", "potato", "chicken", "orange", "pepper", "walnut", "pear"])(
    "uses the inks that tokens.css has for %s",
    (name) => {
      const inks = accentRules(name).match(/#[0-9a-f]{6}/g) ?? []
      expect(inks).toHaveLength(2)
      for (const ink of inks) expect(tokens).toContain(ink)
    },
  )
})

describe("minified", () => {
  it("keeps what a rule means", () => {
    const css = "/* why */\n.a > .b {\n  margin: 0 auto;\n  font: 700 1rem/1.5 var(--serif);\n}\n"
    expect(minified(css)).toBe(".a>.b{margin:0 auto;font:700 1rem/1.5 var(--serif)}")
  })
})

describe("smallPicture", () => {
  it("takes drawings and leaves photographs out", () => {
    expect(smallPicture("http://shop/static/apple.svg")).toBe("http://shop/static/apple.svg")
    expect(smallPicture("http://shop/static/apple.webp")).toBeNull()
  })
})
