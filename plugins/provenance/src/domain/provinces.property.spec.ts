import fc from "fast-check"

import { PROVINCES } from "./provinces"

describe("PROVINCES", () => {
  it("gives different codes different names in both languages", () => {
    const code = fc.constantFrom(...Object.keys(PROVINCES))
    fc.assert(
      fc.property(code, code, (a, b) => {
        fc.pre(a !== b)
        expect(PROVINCES[a]?.zh).not.toBe(PROVINCES[b]?.zh)
        expect(PROVINCES[a]?.en).not.toBe(PROVINCES[b]?.en)
      }),
    )
  })
})
