import type { SellerListing } from "@shangxing/marketplace/types/http"
import { describe, expect, it } from "vitest"

import { checkListing, type ListingGround } from "./listing-check"
import {
  fieldsOfListing,
  type ListingFields,
  readListing,
  withPhotoEarlier,
  withVariantAdded,
} from "./listing-fields"

const lot = { id: "lot_1", code: "JS-1118", grade: "一级", leftG: 1_240_000, hindrance: null }
const fresh: ListingGround = { lots: [lot], listing: null }

const stored: SellerListing = {
  id: "prod_1",
  handle: "apples",
  title: "盐源苹果",
  subtitle: null,
  description: null,
  title_en: "Yanyuan apples",
  status: "published",
  return_reason: null,
  thumbnail: null,
  images: ["https://pic.example/a.webp"],
  variants: [
    {
      id: "variant_1",
      title: "5 斤装",
      gtin: "09521234000018",
      weight_g: 2500,
      price_fen: 6800,
      stocked: 12,
      available: 10,
      lots: [{ lot_id: "lot_1", lot_code: "JS-1118", packed: 40, unsold: 12 }],
    },
  ],
  updated_at: "2026-11-20T02:00:00.000Z",
}

function posted(entries: [string, string][]): ListingFields {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return readListing(form).fields
}

const whole: [string, string][] = [
  ["title", " 盐源苹果 "],
  ["title_en", ""],
  ["photo", "https://pic.example/a.webp"],
  ["photo", "https://pic.example/b.webp"],
  ["variant_0_title", "5 斤装"],
  ["variant_0_weight", "5"],
  ["variant_0_unit", "jin"],
  ["variant_0_price", "68.5"],
  ["variant_0_lot", "lot_1"],
  ["variant_0_units", "10"],
]

function errorsOf(fields: ListingFields, ground: ListingGround = fresh) {
  const check = checkListing(fields, ground)
  if (check.isValid) throw new Error("The form was expected to be refused.")
  return check.errors
}

function changed(...changes: [string, string][]): ListingFields {
  const names = new Set(changes.map(([name]) => name))
  return posted([...whole.filter(([name]) => !names.has(name)), ...changes])
}

describe("checkListing", () => {
  it("turns a whole form into what the backend takes", () => {
    expect(checkListing(posted(whole), fresh)).toEqual({
      isValid: true,
      body: {
        title: "盐源苹果",
        images: ["https://pic.example/a.webp", "https://pic.example/b.webp"],
        variants: [
          {
            title: "5 斤装",
            weight_g: 2500,
            price_fen: 6850,
            pack: { lot_id: "lot_1", units: 10 },
          },
        ],
      },
      packs: [{ key: "0", lotId: "lot_1", units: 10, unitG: 2500 }],
    })
  })

  it("names every mistake at once", () => {
    const errors = errorsOf(
      changed(["title", "果"], ["variant_0_price", "6.505"], ["variant_0_weight", "abc"]),
    )
    expect(errors.title).toEqual({ reason: "too_short" })
    expect(errors.variants["0"]).toEqual({
      price: { reason: "too_fine" },
      weight: { reason: "unreadable" },
    })
  })

  it("says how many packs a lot still gives", () => {
    expect(errorsOf(changed(["variant_0_units", "500"])).variants["0"]).toEqual({
      units: {
        reason: "lot_over",
        code: "JS-1118",
        leftG: 1_240_000,
        takenG: 1_250_000,
        mostUnits: 496,
      },
    })
  })

  it("asks for the other half of a packing", () => {
    expect(errorsOf(changed(["variant_0_lot", ""])).variants["0"]).toEqual({
      lot: { reason: "lot_missing" },
    })
    expect(errorsOf(changed(["variant_0_units", ""])).variants["0"]).toEqual({
      units: { reason: "missing" },
    })
  })

  it("takes no lot that cannot be packed", () => {
    const ground = { ...fresh, lots: [{ ...lot, hindrance: "no_certificate" as const }] }
    expect(errorsOf(posted(whole), ground).variants["0"]).toEqual({
      lot: { reason: "lot_unknown" },
    })
  })

  it("leaves out an added pack size that was never filled in", () => {
    const check = checkListing(withVariantAdded(posted(whole), "jin"), fresh)
    expect(check.isValid && check.body.variants).toHaveLength(1)
  })

  it("refuses a second pack size of the same name beside the second", () => {
    const errors = errorsOf(
      posted([
        ...whole,
        ["variant_3_title", "5 斤装"],
        ["variant_3_weight", "5"],
        ["variant_3_unit", "jin"],
        ["variant_3_price", "70"],
      ]),
    )
    expect(errors.variants["3"]).toEqual({ title: { reason: "duplicate" } })
    expect(errors.variants["0"]).toEqual({})
  })

  it("keeps the weight that packs in the store already have", () => {
    const fields = fieldsOfListing(stored, "jin")
    const [variant] = fields.variants
    const check = checkListing(
      { ...fields, variants: [{ ...variant!, weight: "6" }] },
      { lots: [lot], listing: stored },
    )
    expect(check.isValid && check.body.variants[0]).toEqual({
      id: "variant_1",
      title: "5 斤装",
      weight_g: 2500,
      price_fen: 6800,
    })
  })

  it("does not drop a pack size with packs in the store", () => {
    const fields = fieldsOfListing(stored, "jin")
    const removed = { ...fields.variants[0]!, isRemoved: true }
    const errors = errorsOf(
      { ...withVariantAdded(fields, "jin"), variants: [removed] },
      { lots: [lot], listing: stored },
    )
    expect(errors.variants["0"]).toEqual({ removed: { reason: "has_stock" } })
  })
})

describe("readListing", () => {
  it("keeps a removed photo until the form is saved", () => {
    const fields = posted([...whole, ["photo_removed", "https://pic.example/a.webp"]])
    expect(fields.photos).toEqual([
      { url: "https://pic.example/a.webp", isRemoved: true },
      { url: "https://pic.example/b.webp", isRemoved: false },
    ])
    const check = checkListing(fields, fresh)
    expect(check.isValid && check.body.images).toEqual(["https://pic.example/b.webp"])
  })

  it("reads the pressed button, and saves when Enter was pressed", () => {
    const form = new FormData()
    expect(readListing(form).intent).toEqual({ kind: "save" })
    form.set("intent", "photo-earlier:2")
    expect(readListing(form).intent).toEqual({ kind: "photo-earlier", index: 2 })
  })
})

it("moves a photo towards the front and stops there", () => {
  const fields = posted(whole)
  const urls = (index: number) => withPhotoEarlier(fields, index).photos.map(({ url }) => url)
  expect(urls(1)).toEqual(["https://pic.example/b.webp", "https://pic.example/a.webp"])
  expect(urls(0)).toEqual(["https://pic.example/a.webp", "https://pic.example/b.webp"])
  expect(urls(7)).toEqual(["https://pic.example/a.webp", "https://pic.example/b.webp"])
})
