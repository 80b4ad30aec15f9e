import fc from "fast-check"

import { PASSWORD_LEAST, PASSWORD_MOST, passwordRefusal } from "./new-password"

const email = "clerk@example.cn"
const long = fc.string({ minLength: PASSWORD_LEAST, maxLength: 60, unit: "grapheme-composite" })

describe("passwordRefusal", () => {
  it("takes any long one that is neither the old one nor known to others", () => {
    fc.assert(
      fc.property(long, long, (current, next) => {
        fc.pre(current !== next && new Set(next.trim().toLowerCase()).size > 1)
        fc.pre([...next].length <= PASSWORD_MOST)
        expect(passwordRefusal({ email, current, next })).toBeNull()
      }),
    )
  })

  it("refuses what is too short or too long, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: PASSWORD_LEAST - 1 }), (next) => {
        expect(passwordRefusal({ email, current: "x", next })).toBe("password_short")
      }),
    )
    const next = "ab".repeat(PASSWORD_MOST)
    expect(passwordRefusal({ email, current: "x", next })).toBe("password_long")
  })

  it("refuses the one that is known already", () => {
    fc.assert(
      fc.property(long, (same) => {
        fc.pre([...same].length <= PASSWORD_MOST)
        expect(passwordRefusal({ email, current: same, next: same })).toBe("password_unchanged")
      }),
    )
    for (const next of ["aaaaaaaaaa", "CLERK@example.cn", "        "]) {
      expect(passwordRefusal({ email, current: "x", next })).toBe("password_known")
    }
    const name = { email: "wang.jianguo@example.cn", current: "x", next: "Wang.Jianguo" }
    expect(passwordRefusal(name)).toBe("password_known")
  })

  it("counts characters, not code units", () => {
    const next = "🍎🍐🍑🍒"
    expect(passwordRefusal({ email, current: "x", next })).toBe("password_short")
  })
})
