import fc from "fast-check"

import { intentIdOf } from "./intent-id"

const noText = fc.anything().filter((value) => typeof value !== "string")
const intentId = fc.stringMatching(/^pi_[A-Za-z0-9]{24}$/)

describe("intentIdOf", () => {
  it("finds the intent among all that a session keeps", () => {
    fc.assert(
      fc.property(fc.object(), intentId, (rest, id) => {
        expect(intentIdOf({ ...rest, id })).toBe(id)
      }),
    )
  })

  it("takes a session for unopened whose id is no text, empty, or not there", () => {
    fc.assert(
      fc.property(fc.object(), fc.oneof(noText, fc.constant("")), (rest, id) => {
        expect(intentIdOf({ ...rest, id })).toBeNull()
      }),
    )
    for (const none of [null, undefined, {}]) expect(intentIdOf(none)).toBeNull()
  })
})
