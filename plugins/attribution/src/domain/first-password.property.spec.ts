import fc from "fast-check"

import { FIRST_PASSWORD_BYTES, firstPassword } from "./first-password"

const chance = fc.uint8Array({ minLength: FIRST_PASSWORD_BYTES, maxLength: FIRST_PASSWORD_BYTES })

describe("firstPassword", () => {
  it("has three groups of four letters that cannot be mistaken for one another", () => {
    fc.assert(
      fc.property(chance, (bytes) => {
        expect(firstPassword(bytes)).toMatch(/^[2-9a-hj-km-np-z]{4}(-[2-9a-hj-km-np-z]{4}){2}$/)
      }),
    )
  })

  it("uses every letter, each for eight or nine bytes", () => {
    const all = Array.from({ length: 256 }, (_, byte) => new Uint8Array(12).fill(byte))
    const count = new Map<string, number>()
    for (const [letter = ""] of all.map(firstPassword)) {
      count.set(letter, (count.get(letter) ?? 0) + 1)
    }
    expect(count.size).toBe(31)
    expect([...new Set(count.values())].sort()).toEqual([8, 9])
  })

  it("takes no less chance than it needs", () => {
    expect(() => firstPassword(new Uint8Array(FIRST_PASSWORD_BYTES - 1))).toThrow(RangeError)
  })
})
