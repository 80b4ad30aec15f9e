import fc from "fast-check"

import { refuseLook } from "./household-look"
import { LISTS_PER_DAY, NAMES_PER_LIST, refuseNameList } from "./name-list"

const reason = "核对春耕补贴发放"

describe("refuseNameList", () => {
  it("asks for the reason that a single look asks for", () => {
    const some = { names: 10, recentLists: 0 }
    expect(refuseNameList("看看", some)).toBe("look_reason_short")
    expect(refuseNameList(reason.repeat(30), some)).toBe("look_reason_long")
    expect(refuseNameList(reason, some)).toBeNull()
  })

  it("never lets out more names, nor more lists, than the limits say", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000), fc.nat(6), (text, names, recentLists) => {
        const isAllowed = refuseNameList(text, { names, recentLists }) === null
        if (isAllowed) {
          expect(names).toBeLessThanOrEqual(NAMES_PER_LIST)
          expect(recentLists).toBeLessThan(LISTS_PER_DAY)
          expect(refuseLook(text, 0)).toBeNull()
        }
      }),
    )
  })

  it("says which limit was met", () => {
    expect(refuseNameList(reason, { names: NAMES_PER_LIST + 1, recentLists: 0 })).toBe(
      "name_list_long",
    )
    expect(refuseNameList(reason, { names: 1, recentLists: LISTS_PER_DAY })).toBe(
      "name_list_limit_reached",
    )
  })
})
