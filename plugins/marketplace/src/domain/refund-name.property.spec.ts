import fc from "fast-check"

import { consignmentOfRefundName, refundName } from "./refund-name"

const id = fc.stringMatching(/^[a-zA-Z0-9_]{1,30}$/)

describe("the name of a refund", () => {
  it("tells its consignment, whatever the request is called", () => {
    fc.assert(
      fc.property(id, fc.string({ minLength: 1 }), (consignmentId, requestId) => {
        expect(consignmentOfRefundName(refundName(consignmentId, requestId))).toBe(consignmentId)
      }),
    )
  })

  it("differs with the consignment and with the request", () => {
    fc.assert(
      fc.property(id, id, id, id, (a, b, x, y) => {
        expect(refundName(a, x) === refundName(b, y)).toBe(a === b && x === y)
      }),
    )
  })

  it.each([
    "ref_01",
    "dashboard:re_1",
    "found:re_1",
    "refund:",
    "refund:consg_1",
    "refund:consg_1:",
  ])("%s is another kind's", (name) => expect(consignmentOfRefundName(name)).toBeNull())
})
