import * as fc from "fast-check"
import type { FieldKinds } from "./fields"
import { findFilterFault, passesFilters, type Filters } from "./filter"

const kinds: FieldKinds = new Map([
  ["county", "text"],
  ["price", "number"],
  ["months", "number"],
])
const document = fc.record(
  {
    county: fc.constantFrom("513423", "513402", "652901"),
    price: fc.integer({ min: 0, max: 5 }),
    months: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const number = fc.integer({ min: 0, max: 5 })
const predicate: fc.Arbitrary<Filters> = fc.oneof(
  fc.record({ county: fc.constantFrom("513423", "513402") }),
  fc.record({ price: fc.record({ $gte: number, $lt: number }, { requiredKeys: [] }) }),
  fc.record({ months: fc.record({ $in: fc.array(number, { maxLength: 3 }) }) }),
  fc.record({ months: fc.record({ $contains: fc.array(number, { maxLength: 2 }) }) }),
)

describe("passesFilters", () => {
  it("splits documents in two with a filter and its negation", () => {
    fc.assert(
      fc.property(document, predicate, (row, filters) => {
        expect(passesFilters(row, { $not: filters }, kinds)).toBe(
          !passesFilters(row, filters, kinds),
        )
      }),
    )
  })

  it("obeys De Morgan", () => {
    fc.assert(
      fc.property(document, predicate, predicate, (row, a, b) => {
        expect(passesFilters(row, { $not: { $or: [a, b] } }, kinds)).toBe(
          passesFilters(row, { $and: [{ $not: a }, { $not: b }] }, kinds),
        )
      }),
    )
  })

  it("never widens by adding a condition", () => {
    fc.assert(
      fc.property(document, predicate, predicate, (row, a, b) => {
        if (passesFilters(row, { $and: [a, b] }, kinds)) {
          expect(passesFilters(row, a, kinds)).toBe(true)
        }
      }),
    )
  })

  it("runs every tree in which no fault was found", () => {
    fc.assert(
      fc.property(document, predicate, (row, filters) => {
        expect(findFilterFault(filters, kinds)).toBeNull()
        expect(() => passesFilters(row, filters, kinds)).not.toThrow()
      }),
    )
  })
})
