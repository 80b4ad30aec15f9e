import { describe, expect, it } from "vitest"

import { goodsOf, proposedPack, type StoreProduct } from "./product"

const product: StoreProduct = {
  id: "prod_1",
  handle: "yanyuan-apple",
  title: "盐源冰糖心苹果",
  subtitle: "红富士",
  description: null,
  thumbnail: "/apple.svg",
  metadata: { title_en: "Yanyuan apples", county_code: "513423", county_name_zh: "盐源县" },
  images: [{ url: "/apple.svg" }, { url: "/crate.svg" }],
  variants: [
    variant("big", 126, 5000, 8),
    variant("small", 68, 2500, 0),
    { ...variant("unpriced", 0, 2500, 5), calculated_price: null },
  ],
}

function variant(id: string, amount: number, weight: number, stock: number) {
  return {
    id,
    title: id,
    weight,
    inventory_quantity: stock,
    calculated_price: { calculated_amount: amount },
  }
}

describe("goodsOf", () => {
  it("reads packs in fen, cheapest first, and drops what has no price", () => {
    const packs = goodsOf(product).variants
    expect(packs.map(({ id, priceFen }) => [id, priceFen])).toEqual([
      ["small", 6800],
      ["big", 12_600],
    ])
    expect(packs[0]?.fenPer500g).toBe(1360)
  })

  it("names a pack in English by its translation, or by its weight", () => {
    const metadata = { variant_titles_en: { small: "Small box" } }
    const packs = goodsOf({ ...product, metadata }).variants
    expect(packs.map(({ title }) => title.en)).toEqual(["Small box", "5 kg"])
  })

  it("shows each picture once, the thumbnail first", () => {
    expect(goodsOf(product).images).toEqual(["/apple.svg", "/crate.svg"])
  })

  it("reads names in both languages from the metadata", () => {
    const { title, county } = goodsOf(product)
    expect(title.en).toBe("Yanyuan apples")
    expect(county?.code).toBe("513423")
  })
})

describe("proposedPack", () => {
  it("passes over a pack that is sold out", () => {
    expect(proposedPack(goodsOf(product))).toBe(1)
  })
})
