import fc from "fast-check"

import { isSomebodys } from "./identity-use"

const actor = fc.constantFrom("user_id", "customer_id", "member_id", "official_id")
const nobody = fc.dictionary(actor, fc.constantFrom(null, undefined, ""))

describe("isSomebodys", () => {
  it("says no of an identity that was never anybody's, or whose people have left", () => {
    expect([null, undefined, {}].map(isSomebodys)).toEqual([false, false, false])
    fc.assert(fc.property(nobody, (metadata) => !isSomebodys(metadata)))
  })

  it("says yes from one kind of actor on", () => {
    const id = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(nobody, actor, id, (left, kind, who) => isSomebodys({ ...left, [kind]: who })),
    )
  })
})
