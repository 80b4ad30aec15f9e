/**
 * What every search provider of the shop must do, as one Jest suite: the same products, queries
 * and expectations, whichever engine answers. Field names and settings are the shop's own index.
 */
import type { SearchTypes } from "@medusajs/framework/types"
import { spellText } from "../domain/pinyin"
import type { ProductDocument } from "../domain/product-document"
import { chinese } from "../lib/chinese"
import { productIndexFields, productIndexSettings } from "../lib/product-index"
import { contractProducts } from "./contract-products"

export type ProviderHarness = {
  provider: SearchTypes.ISearchProvider
  stop: () => Promise<void>
}

type Ask = Pick<SearchTypes.ProviderSearchQuery, "filters" | "pagination" | "search_options">

const PHYSICAL_NAME = "product_v1"

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
    describeResults(() => shop)
    // Last, because it takes the index apart.
    describeWrites(() => shop)
  })
}

/** The provider, spoken to as the Search Module does: every write is waited for. */
class Shop {
  readonly products = contractProducts()
  readonly definition: SearchTypes.ResolvedSearchIndexDefinition
  private readonly provider_: SearchTypes.ISearchProvider

  constructor(provider: SearchTypes.ISearchProvider) {
    this.provider_ = provider
    this.definition = {
      name: "product",
      entity: "product",
      primary_key: "id",
      provider: provider.identifier,
      fields: productIndexFields.toFields(),
      settings: productIndexSettings,
      definition_hash: "contract",
      physical_name: PHYSICAL_NAME,
      seed: () => (async function* () {})(),
    }
  }

  async open(): Promise<void> {
    await this.settle_(await this.provider_.upsertIndex({ index: this.definition }))
    await this.write(this.products)
  }

  async write(documents: ProductDocument[]): Promise<void> {
    await this.settle_(
      await this.provider_.upsertDocuments({
        index: PHYSICAL_NAME,
        definition: this.definition,
        documents,
      }),
    )
  }

  async remove(filters: SearchTypes.SearchFilters): Promise<void> {
    await this.settle_(await this.provider_.deleteDocuments({ index: PHYSICAL_NAME, filters }))
  }

  async clear(): Promise<void> {
    await this.settle_(await this.provider_.clearIndex({ index: PHYSICAL_NAME }))
  }

  async close(): Promise<void> {
    await this.settle_(await this.provider_.deleteIndex({ index: PHYSICAL_NAME }))
  }

  async count(): Promise<number | undefined> {
    const indexes = await this.provider_.listIndexes()
    return indexes.find((index) => index.name === PHYSICAL_NAME)?.document_count
  }

  async search(q: string | undefined, ask: Ask = {}): Promise<SearchTypes.SearchResult> {
    return this.provider_.search(this.query_(q, ask))
  }

  async searchMany(questions: [string, Ask][]): Promise<SearchTypes.SearchResult[]> {
    const queries = questions.map(([q, ask]) => this.query_(q, ask))
    return this.provider_.searchMany
      ? this.provider_.searchMany(queries)
      : Promise.all(queries.map((query) => this.provider_.search(query)))
  }

  /** The titles found, best first. */
  async titles(q: string | undefined, ask: Ask = {}): Promise<string[]> {
    const { hits } = await this.search(q, { pagination: { take: 100 }, ...ask })
    return hits.map((hit) => String(hit.document.title))
  }

  private query_(q: string | undefined, ask: Ask): SearchTypes.ProviderSearchQuery {
    return {
      index: this.definition,
      attributes_to_retrieve: ["id", "title", "price_cny", "season_months"],
      q,
      ...ask,
      search_options: { match_strategy: "all", count: "exact", ...ask.search_options },
    }
  }

  private async settle_(task: SearchTypes.SearchTask): Promise<void> {
    const settled =
      task.status !== "succeeded" && this.provider_.waitForTask
        ? await this.provider_.waitForTask(task)
        : task
    expect(settled).toMatchObject({ status: "succeeded" })
  }
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

function describeResults(shop: () => Shop): void {
  describe("shapes the result", () => {
    it("sorts by price, both ways", async () => {
      const ask = (direction: "ASC" | "DESC") =>
        shop().titles("石榴", {
          filters: { county_code: "513402" },
          pagination: { take: 3, order: { price_cny: direction } },
        })
      expect(await ask("ASC")).toEqual(["会理石榴汁", "会理青皮软籽石榴", "会理石榴礼盒"])
      expect(await ask("DESC")).toEqual(["会理石榴礼盒", "会理青皮软籽石榴", "会理石榴汁"])
    })

    it("sorts by date", async () => {
      const titles = await shop().titles(undefined, {
        pagination: { take: 1, order: { created_at: "DESC" } },
      })
      expect(titles).toEqual(["伽师瓜干"])
    })

    it("pages without overlap", async () => {
      const seen = new Set<string>()
      for (const skip of [0, 15, 30]) {
        const order = { price_cny: "ASC", title: "ASC" } as const
        const { hits, metadata } = await shop().search(undefined, {
          pagination: { skip, take: 15, order },
        })
        expect(metadata).toMatchObject({ skip, take: 15, count: 40 })
        hits.forEach((hit) => seen.add(hit.id))
      }
      expect(seen.size).toBe(40)
    })

    it("returns only the fields asked for", async () => {
      const { hits } = await shop().search("会理绿豆")
      expect(hits[0]?.document).toEqual({
        id: hits[0]?.id,
        title: "会理绿豆",
        price_cny: 16.8,
        season_months: [8, 9, 10],
      })
    })

    it("counts facets over everything that matched", async () => {
      const { hits, facets } = await shop().search("石榴", {
        pagination: { take: 0 },
        search_options: {
          facets: [
            "county_code",
            { field: "season_months", sort: "alpha", limit: 2 },
            {
              field: "price_cny",
              type: "range",
              ranges: [
                { key: "to 50", to: 50 },
                { key: "from 50", from: 50 },
              ],
            },
          ],
        },
      })
      expect(hits).toEqual([])
      expect(facets?.county_code).toMatchObject({
        type: "value",
        values: [
          { value: "513402", count: 3 },
          { value: "653126", count: 1 },
        ],
      })
      expect(facets?.season_months).toMatchObject({
        values: [
          { value: "10", count: 4 },
          { value: "8", count: 3 },
        ],
      })
      expect(facets?.price_cny).toMatchObject({
        ranges: [
          { key: "to 50", count: 2 },
          { key: "from 50", count: 2 },
        ],
      })
    })

    it("reports the price span of a result", async () => {
      const { facets } = await shop().search(undefined, {
        filters: { county_code: "653126" },
        search_options: { facets: [{ field: "price_cny", type: "stats" }] },
      })
      expect(facets?.price_cny).toMatchObject({ type: "stats", min: 38, max: 78, count: 5 })
    })

    it("marks what matched", async () => {
      const { hits } = await shop().search("核桃", {
        filters: { county_code: "653126" },
        search_options: {
          highlight: { fields: ["title", "title_en"], pre_tag: "<em>", post_tag: "</em>" },
        },
      })
      const oil = hits.find((hit) => hit.document.title === "叶城核桃油")
      expect(oil?.highlights?.title).toEqual(["叶城<em>核桃</em>油"])
      expect(oil?.highlights?.title_en).toBeUndefined()
    })

    it("answers many queries at once, each its own", async () => {
      const [apples, walnuts] = await shop().searchMany([
        ["苹果", { pagination: { take: 1 } }],
        ["核桃", { pagination: { take: 1 } }],
      ])
      expect(apples?.hits[0]?.document.title).toMatch("苹果")
      expect(walnuts?.hits[0]?.document.title).toMatch("核桃")
    })

    it("refuses a cursor", async () => {
      await expect(shop().search("苹果", { pagination: { cursor: "next" } })).rejects.toMatchObject(
        { type: "invalid_data" },
      )
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
