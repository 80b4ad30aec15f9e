import fc from "fast-check"

import {
  canReview,
  canSubmit,
  listingRefusal,
  type ListingStatus,
  statusAfterEdit,
} from "./listing"

const status = fc.constantFrom<ListingStatus>("draft", "proposed", "published", "rejected")
const content = fc.record({
  title: fc.string(),
  images: fc.array(fc.webUrl(), { maxLength: 4 }),
  pricesFen: fc.dictionary(fc.uuid(), fc.nat(), { maxKeys: 4 }),
})
const variant = fc.record({
  title: fc.string(),
  gtin: fc.option(fc.stringMatching(/^\d{14}$/)),
  priceFen: fc.integer({ min: 1 }),
  weightGrams: fc.integer({ min: 1 }),
})

describe("statusAfterEdit", () => {
  it("moves nothing but a published listing, and that only to proposed", () => {
    fc.assert(
      fc.property(status, content, content, (before, a, b) => {
        const after = statusAfterEdit(before, a, b)
        if (before === "published") expect(["published", "proposed"]).toContain(after)
        else expect(after).toBe(before)
      }),
    )
  })

  it("changes nothing for an edit that changes nothing", () => {
    fc.assert(
      fc.property(status, content, (before, same) => {
        expect(statusAfterEdit(before, same, structuredClone(same))).toBe(before)
      }),
    )
  })

  it("is the same there and back", () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        expect(statusAfterEdit("published", a, b)).toBe(statusAfterEdit("published", b, a))
      }),
    )
  })
})

describe("canSubmit and canReview", () => {
  it("never allows both", () => {
    fc.assert(fc.property(status, (s) => expect(canSubmit(s) && canReview(s)).toBe(false)))
  })
})

describe("listingRefusal", () => {
  it("takes any pack sizes whose names and GTINs differ", () => {
    const distinct = fc
      .uniqueArray(variant, { selector: ({ title }) => title.trim(), minLength: 1, maxLength: 8 })
      .filter((list) => {
        const gtins = list.flatMap(({ gtin }) => gtin ?? [])
        return new Set(gtins).size === gtins.length
      })
    fc.assert(fc.property(distinct, (list) => expect(listingRefusal(list)).toBeNull()))
  })

  it("refuses a pack size that is listed twice", () => {
    fc.assert(
      fc.property(variant, (one) =>
        expect(listingRefusal([one, { ...one }])).toBe("variant_title_duplicate"),
      ),
    )
  })
})
