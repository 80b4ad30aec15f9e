import { describe, expect, it } from "vitest"

import { minified, smallPicture } from "./trace"

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
