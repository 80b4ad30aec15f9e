import fc from "fast-check"

import { circleOf } from "./circle"

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length })

describe("circleOf", () => {
  it("is small for every place inside the county of origin", () => {
    fc.assert(
      fc.property(digits(6), digits(6), digits(3), (county, village, township) => {
        expect(circleOf(county + village, county + township)).toBe("small")
      }),
    )
  })

  it("does not depend on which end is the origin", () => {
    fc.assert(
      fc.property(digits(6), digits(6), (a, b) => {
        expect(circleOf(a, b)).toBe(circleOf(b, a))
        expect(circleOf(a, b)).toBe(a === b ? "small" : "big")
      }),
    )
  })
})
