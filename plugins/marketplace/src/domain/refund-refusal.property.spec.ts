import fc from "fast-check"

import { refundRefusal } from "./refund-refusal"

describe("refundRefusal", () => {
  it("never lets refunds exceed the share, in whatever amounts they are asked for", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.integer({ min: -10, max: 50_000 })),
        (captured, asked) => {
          let refundedFen = 0
          for (const amountFen of asked) {
            const facts = { amountFen, capturedFen: captured, refundedFen, isDisputed: false }
            if (refundRefusal(facts) === null) refundedFen += amountFen
          }
          expect(refundedFen).toBeLessThanOrEqual(captured)
        },
      ),
    )
  })
})
