import fc from "fast-check"

import { maskName } from "./mask-name"

const name = fc.string({ unit: fc.constantFrom(..."阿木日哈吉克曲比古丽买提·"), maxLength: 12 })

describe("maskName", () => {
  it("never shows a whole name", () => {
    fc.assert(
      fc.property(name, (n) => {
        fc.pre(n !== "")
        expect(maskName(n)).not.toContain(n)
      }),
    )
  })

  it("tells nothing of a name but its first two characters, not even its length", () => {
    fc.assert(
      fc.property(name, name, (head, tail) => {
        fc.pre([...head].length > 2)
        expect(maskName(head + tail)).toBe(maskName(head))
      }),
    )
  })
})
