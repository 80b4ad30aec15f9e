import fc from "fast-check"

import {
  consignmentOfRefundName,
  dashboardRefundName,
  lastingRefundName,
  refundName,
} from "./refund-name"

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

  it("lasts: only what is named after Medusa's row is named anew, once, and apart from all others", () => {
    fc.assert(
      fc.property(id, id, id, (a, b, bankId) => {
        for (const own of [refundName(a, b), dashboardRefundName(a)]) {
          expect(lastingRefundName(own, bankId)).toBe(own)
        }
        const found = lastingRefundName(`ref_${a}`, bankId)
        expect(found).not.toBe(dashboardRefundName(bankId))
        expect(lastingRefundName(found, b)).toBe(found)
        expect(lastingRefundName(`ref_${b}`, bankId)).toBe(found)
      }),
    )
  })

  it.each([
    "ref_01",
    dashboardRefundName("re_1"),
    lastingRefundName("ref_01", "re_1"),
    "refund:",
    "refund:consg_1",
    "refund:consg_1:",
  ])("%s is another kind's", (name) => expect(consignmentOfRefundName(name)).toBeNull())
})
