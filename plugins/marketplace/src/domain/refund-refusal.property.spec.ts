import fc from "fast-check"

import { partsRefusal, refundRefusal } from "./refund-refusal"

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

describe("partsRefusal", () => {
  it("lets no line be refunded beyond what is left of it, nor more be named than is refunded", () => {
    const part = fc.record({ amountFen: fc.integer({ min: 1, max: 1000 }), leftFen: fc.nat(1000) })
    fc.assert(
      fc.property(fc.nat(3000), fc.array(part, { maxLength: 4 }), (amountFen, parts) => {
        const named = parts.reduce((sum, one) => sum + one.amountFen, 0)
        const isWell = named <= amountFen && parts.every((one) => one.amountFen <= one.leftFen)
        expect(partsRefusal(amountFen, parts) === null).toBe(isWell)
      }),
    )
  })
})
