import { newId } from "./ids"

describe("newId", () => {
  it("is a ULID with its prefix, and never the same", () => {
    const ids = Array.from({ length: 1000 }, () => newId("hst"))
    expect(ids.every((id) => /^hst_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(1000)
  })

  it("sorts by time", () => {
    const now = jest.spyOn(Date, "now")
    now.mockReturnValueOnce(1_700_000_000_000)
    const earlier = newId("hst")
    now.mockReturnValueOnce(1_700_000_000_001)
    expect(earlier < newId("hst")).toBe(true)
    now.mockRestore()
  })
})
