import fc from "fast-check"

import { isGtin } from "./gtin"
import { bulkGtin, demoGln, demoSscc, unknownGtin } from "./trace-ids"

describe("numbers of the documentation prefix", () => {
  it("are well formed, and the same for the same thing", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seller, kind) => {
        const gtins = [bulkGtin(seller, kind, "harvest"), bulkGtin(seller, kind, "lot")]
        for (const gtin of [...gtins, unknownGtin(kind)]) {
          expect(isGtin(gtin)).toBe(true)
          expect(gtin).toMatch(/^99521234/)
        }
        expect(demoGln(seller)).toMatch(/^9521234\d{6}$/)
        expect(demoSscc(seller)).toMatch(/^09521234\d{10}$/)
        expect(bulkGtin(seller, kind, "lot")).toBe(gtins[1])
      }),
    )
  })

  it("differ between a harvest and the lot made of it", () => {
    expect(bulkGtin("sel_1", "apple", "harvest")).not.toBe(bulkGtin("sel_1", "apple", "lot"))
  })
})
