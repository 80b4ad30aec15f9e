/**
 * What every search provider of the shop must do, as one Jest suite: the same products, queries
 * and expectations, whichever engine answers. Field names and settings are the shop's own index.
 */
import type { SearchTypes } from "@medusajs/framework/types"
import { spellText } from "../domain/pinyin"
import type { ProductDocument } from "../domain/product-document"
import { chinese } from "../lib/chinese"
import { describeFacets, describeOrder } from "./contract-results"
import { Shop } from "./contract-shop"

export type ProviderHarness = {
  provider: SearchTypes.ISearchProvider
  stop: () => Promise<void>
}

/** Declares the suite for one provider; `start` brings the engine up once. */
export function describeSearchProvider(name: string, start: () => Promise<ProviderHarness>): void {
  describe(`${name} keeps the search provider contract`, () => {
    let harness: ProviderHarness
    let shop: Shop

    beforeAll(async () => {
      harness = await start()
      shop = new Shop(harness.provider)
      await shop.open()
    }, 60_000)
    afterAll(async () => {
      await harness?.stop()
    })

    describeText(() => shop)
    describeNarrowing(() => shop)
    describeOrder(() => shop)
    describeFacets(() => shop)
    // Last, because it takes the index apart.
    describeWrites(() => shop)
  })
}

const APPLES = ["盐源冰糖心苹果 5 斤装", "盐源丑苹果", "阿克苏冰糖心苹果", "阿克苏苹果礼盒"]

function describeText(shop: () => Shop): void {
  describe("finds what a person types", () => {
    it.each([
      ["苹果", APPLES],
      ["盐源", ["盐源红富士", "盐源苹果汁"]],
      ["盐源苹果", ["盐源冰糖心苹果 5 斤装", "盐源苹果脆片"]],
      ["冰糖心", ["盐源冰糖心苹果 5 斤装", "阿克苏冰糖心苹果"]],
      ["岩鹰鸡", ["美姑岩鹰鸡", "美姑岩鹰鸡蛋"]],
      ["果", [...APPLES, "雷波脐橙果干"]],
      ["鸡", ["美姑岩鹰鸡", "美姑岩鹰鸡礼盒"]],
      ["pingguo", APPLES],
      ["yanyuan", ["盐源红富士", "盐源丑苹果"]],
      ["yanyuanpingguo", ["盐源苹果汁"]],
      ["yypg", ["盐源苹果汁", "盐源苹果脆片"]],
      ["lvdou", ["会理绿豆"]],
      ["shache", ["莎车巴旦姆"]],
      ["pinggou", APPLES],
      ["pinguo", APPLES],
      ["hetoa", ["叶城核桃"]],
      ["apple", ["盐源红富士", ...APPLES]],
      ["pomegrenate", ["会理石榴礼盒", "叶城石榴"]],
      ["walnut kernels", ["叶城核桃仁"]],
      ["平果", APPLES],
      ["石溜", ["会理石榴礼盒"]],
      ["马铃薯", ["昭觉高山土豆"]],
      ["土豆", ["昭觉乌洋芋"]],
      ["金山苹果合作社", ["盐源红富士"]],
    ])("%s", async (query, expected) => {
      expect(await shop().titles(query)).toEqual(expect.arrayContaining(expected))
    })

    it.each([
      ["苹果", "叶城核桃"],
      ["yypg", "阿克苏苹果礼盒"],
      ["平果", "会理石榴礼盒"],
      ["岩鹰鸡", "伽师瓜"],
      ["盐源苹果", "阿克苏苹果礼盒"],
    ])("%s does not find %s", async (query, other) => {
      expect(await shop().titles(query)).not.toContain(other)
    })

    it("finds nothing for what the shop does not sell", async () => {
      expect(await shop().titles("洗衣机")).toEqual([])
      expect(await shop().titles("qqqqqqq")).toEqual([])
    })

    it("puts the product whose name is the query first", async () => {
      const [first] = await shop().titles("叶城核桃")
      expect(first).toBe("叶城核桃")
    })

    it("returns everything when nothing is typed", async () => {
      expect(await shop().titles(undefined)).toHaveLength(40)
    })
  })
}

function describeNarrowing(shop: () => Shop): void {
  describe("narrows by filters", () => {
    it.each<[string, SearchTypes.SearchFilters, number]>([
      ["county", { county_code: "513423" }, 5],
      ["any of two counties", { county_code: ["513423", "652901"] }, 9],
      ["seller", { seller_id: { $eq: "sel_653126" } }, 5],
      ["not a seller", { seller_id: { $ne: "sel_653126" } }, 35],
      ["price range", { price_cny: { $gte: 100, $lt: 300 } }, 2],
      ["exact price", { price_cny: 39.9 }, 1],
      ["month of harvest", { season_months: 7 }, 8],
      ["either month", { season_months: { $in: [1, 7] } }, 15],
      ["both months", { season_months: { $contains: [1, 3] } }, 4],
      ["sales channel and status", { status: "published", sales_channel_ids: ["sc_shop"] }, 40],
      ["another channel", { sales_channel_ids: ["sc_other"] }, 0],
      ["or", { $or: [{ county_code: "513430" }, { price_cny: { $gt: 200 } }] }, 5],
      ["and, not", { $and: [{ season_months: 10 }, { $not: { county_code: "513423" } }] }, 20],
    ])("%s", async (_, filters, expected) => {
      const { hits, metadata } = await shop().search(undefined, {
        filters,
        pagination: { take: 100 },
      })
      expect(hits).toHaveLength(expected)
      expect(metadata.count).toBe(expected)
    })

    it("combines words and filters", async () => {
      const titles = await shop().titles("苹果", { filters: { county_code: "652901" } })
      expect(titles.sort()).toEqual(["阿克苏冰糖心苹果", "阿克苏苹果礼盒"].sort())
    })
  })
}

function describeWrites(shop: () => Shop): void {
  describe("keeps up with the shop", () => {
    it("counts its documents, so that the module knows when to reseed", async () => {
      expect(await shop().count()).toBe(40)
    })

    it("replaces a product under the same id", async () => {
      const product = shop().products.find(({ title }) => title === "会理绿豆") as ProductDocument
      const spelled = spellText("会理红豆", chinese())
      await shop().write([
        {
          ...product,
          title: "会理红豆",
          title_pinyin: spelled.pinyin,
          title_initials: spelled.initials,
          title_characters: spelled.characters,
        },
      ])
      expect(await shop().count()).toBe(40)
      expect(await shop().titles("红豆")).toEqual(["会理红豆"])
      expect(await shop().titles("绿豆")).toEqual([])
      await shop().write([product])
      expect(await shop().titles("绿豆")).toEqual(["会理绿豆"])
    })

    it("forgets a deleted product", async () => {
      await shop().remove({ id: ["prod_01", "prod_02"] })
      expect(await shop().count()).toBe(38)
      expect(await shop().titles("红富士")).toEqual([])
    })

    it("forgets every product of a seller", async () => {
      await shop().remove({ seller_id: "sel_653126" })
      expect(await shop().count()).toBe(33)
    })

    it("can be emptied and filled again", async () => {
      await shop().clear()
      expect(await shop().count()).toBe(0)
      expect(await shop().titles("苹果")).toEqual([])
      await shop().write(shop().products)
      expect(await shop().titles("苹果")).toEqual(expect.arrayContaining(APPLES))
    })

    it("can be deleted", async () => {
      await shop().close()
      expect(await shop().count()).toBeUndefined()
    })
  })
}
