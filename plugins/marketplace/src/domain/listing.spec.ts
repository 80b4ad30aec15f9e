import {
  canReview,
  canSubmit,
  listingRefusal,
  type ListingStatus,
  type ListingVariant,
  statusAfterEdit,
} from "./listing"

const FIVE: ListingVariant = {
  title: "5斤装",
  gtin: "09521234000010",
  priceFen: 4980,
  weightGrams: 2500,
}
const TEN: ListingVariant = { ...FIVE, title: "10斤装", gtin: "09521234000027" }

describe("listingRefusal", () => {
  it("lists two pack sizes", () => {
    expect(listingRefusal([FIVE, TEN])).toBeNull()
  })

  it("does not mistake two kept pack sizes without a GTIN for one", () => {
    expect(
      listingRefusal([
        { ...FIVE, gtin: null },
        { ...TEN, gtin: null },
      ]),
    ).toBeNull()
  })

  it.each([
    ["listing_without_variant", []],
    ["variant_title_duplicate", [FIVE, { ...TEN, title: " 5斤装 " }]],
    ["variant_gtin_duplicate", [FIVE, { ...TEN, gtin: FIVE.gtin }]],
    ["variant_price_invalid", [{ ...FIVE, priceFen: 0 }]],
    ["variant_price_invalid", [{ ...FIVE, priceFen: 49.8 }]],
    ["variant_weight_invalid", [{ ...FIVE, weightGrams: -1 }]],
    ["variant_weight_invalid", [{ ...FIVE, weightGrams: 0.5 }]],
  ])("says %s", (refusal, variants) => {
    expect(listingRefusal(variants)).toBe(refusal)
  })
})

describe("canSubmit and canReview", () => {
  it.each<[ListingStatus, boolean, boolean]>([
    ["draft", true, false],
    ["rejected", true, false],
    ["proposed", false, true],
    ["published", false, false],
  ])("%s: submit %s, review %s", (status, submit, review) => {
    expect(canSubmit(status)).toBe(submit)
    expect(canReview(status)).toBe(review)
  })
})

describe("statusAfterEdit", () => {
  const content = { title: "糖心苹果", images: ["a.webp", "b.webp"], pricesFen: { five: 4980 } }

  it.each([
    ["the title", { ...content, title: "冰糖心苹果" }],
    ["a picture", { ...content, images: ["a.webp", "c.webp"] }],
    ["the order of the pictures", { ...content, images: ["b.webp", "a.webp"] }],
    ["the number of pictures", { ...content, images: ["a.webp"] }],
    ["a price", { ...content, pricesFen: { five: 5280 } }],
    ["the pack sizes", { ...content, pricesFen: { five: 4980, ten: 9000 } }],
    ["which pack size it is", { ...content, pricesFen: { ten: 4980 } }],
  ])("sends a published listing back when %s changed", (_, after) => {
    expect(statusAfterEdit("published", content, after)).toBe("proposed")
  })

  it("leaves a published listing alone when none of that changed", () => {
    expect(statusAfterEdit("published", content, { ...content })).toBe("published")
  })
})
