import fc from "fast-check"

import { givenBackName, goneRefunds, isGivenBackName } from "./given-back"

const refundId = fc.stringMatching(/^ref_[A-Z0-9]{1,6}$/)
const refundIds = fc.uniqueArray(refundId, { maxLength: 8 })

describe("goneRefunds", () => {
  it("names each refund that is in the books and not Medusa's, once", () => {
    fc.assert(
      fc.property(refundIds, refundIds, (inBooks, inMedusa) => {
        const told = goneRefunds([...inBooks, ...inBooks], inMedusa)
        expect(told).toEqual(inBooks.filter((id) => !inMedusa.includes(id)))
      }),
    )
  })

  it("names nothing that disputes took, and nothing that was given back", () => {
    fc.assert(
      fc.property(
        refundIds,
        fc.uniqueArray(fc.stringMatching(/^du_[0-9]{1,4}$/)),
        (ids, disputes) => {
          expect(goneRefunds([...disputes, ...ids.map(givenBackName)], [])).toEqual([])
        },
      ),
    )
  })
})

describe("givenBackName", () => {
  it("is another refund's never, and known for what it is", () => {
    fc.assert(
      fc.property(refundIds, (ids) => {
        const names = ids.map(givenBackName)
        expect(new Set([...ids, ...names]).size).toBe(2 * ids.length)
        expect(names.every(isGivenBackName)).toBe(true)
        expect(ids.some(isGivenBackName)).toBe(false)
      }),
    )
  })
})
