import { codePrefix, hashCode, isCode, lotPseudonym } from "./household-code"

const KEY = Buffer.alloc(32, 7).toString("base64")
const OTHER_KEY = Buffer.alloc(32, 8).toString("base64")

describe("a household's code", () => {
  const stored = hashCode(KEY, "hh_1", "4092")

  it("opens with the code, for its household, under its key, and with nothing else", () => {
    expect(isCode(KEY, "hh_1", "4092", stored)).toBe(true)
    expect(isCode(KEY, "hh_1", "4093", stored)).toBe(false)
    expect(isCode(KEY, "hh_2", "4092", stored)).toBe(false)
    expect(isCode(OTHER_KEY, "hh_1", "4092", stored)).toBe(false)
    expect(isCode(KEY, "hh_1", "4092", "v0.x.y")).toBe(false)
  })

  it("says under which key it was hashed, and nothing else of that key", () => {
    expect(stored.startsWith(codePrefix(KEY))).toBe(true)
    expect(stored.startsWith(codePrefix(OTHER_KEY))).toBe(false)
    expect(codePrefix(KEY)).toMatch(/^v2\.[0-9a-f]{12}\.$/)
  })

  it("is stored differently each time, and never in clear", () => {
    expect(hashCode(KEY, "hh_1", "4092")).not.toBe(stored)
    // Four digits stand in a random salt now and then.
    const long = "4092".repeat(4)
    expect(hashCode(KEY, "hh_1", long)).not.toContain(long)
  })
})

describe("lotPseudonym", () => {
  it("is the same within a lot, and another one in every other lot", () => {
    const name = lotPseudonym(KEY, "lot_1", "hh_1")
    expect(name).toMatch(/^[0-9a-f]{8}$/)
    expect(lotPseudonym(KEY, "lot_1", "hh_1")).toBe(name)
    expect(lotPseudonym(KEY, "lot_2", "hh_1")).not.toBe(name)
    expect(lotPseudonym(OTHER_KEY, "lot_1", "hh_1")).not.toBe(name)
  })
})
