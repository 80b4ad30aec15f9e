import type { ISearchModuleService, SearchTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { dirname, join } from "node:path"
import { productIndexFields, productIndexSettings } from "../lib/product-index"
import { contractProducts } from "./contract-products"
import minisearch from "./minisearch"

const products = contractProducts()
const searchModule = dirname(require.resolve("@medusajs/search/package.json"))

/** The shop's index, fed from memory instead of from the product module. */
const definition: SearchTypes.SearchIndexDefinition = {
  name: "product",
  entity: "product",
  fields: productIndexFields.toFields(),
  settings: productIndexSettings,
  events: ["product.updated"],
  consume: async ({ data }) => {
    const { id, title } = data as { id: string; title: string }
    const product = products.find((candidate) => candidate.id === id)
    return product ? [{ action: "upsert", documents: [{ ...product, title }] }] : []
  },
  seed: async function* () {
    yield [{ action: "upsert", documents: products }]
  },
}

type Migrator = ISearchModuleService & {
  createIndexMigrationPlan: () => Promise<unknown[]>
  executeIndexMigrationPlan: (plan: unknown[]) => Promise<void>
}

moduleIntegrationTestRunner<Migrator>({
  moduleName: Modules.SEARCH,
  resolve: searchModule,
  pathToMigrations: join(searchModule, "dist/migrations"),
  moduleOptions: {
    indexes: [definition],
    providers: [{ resolve: minisearch, id: "minisearch" }],
  },
  testSuite: ({ service }) => {
    beforeEach(async () => {
      await service.executeIndexMigrationPlan(await service.createIndexMigrationPlan())
      await service.reindex({ index: "product" })
    })

    it("answers through Medusa's Search Module", async () => {
      const { hits, facets } = await service.search({
        entity: "product",
        fields: ["id", "title"],
        filters: { q: "pingguo", status: "published", sales_channel_ids: ["sc_shop"] },
        search_options: { facets: ["county_code"], match_strategy: "all" },
      })
      expect(hits.map((hit) => hit.document.title)).toContain("盐源丑苹果")
      expect(facets?.county_code).toMatchObject({ type: "value" })
    })

    it("counts sibling counties of the one that is ticked", async () => {
      const { hits, facets } = await service.search({
        entity: "product",
        filters: { q: "石榴", county_code: "653126" },
        search_options: { facets: ["county_code"], disjunctive_facets: true },
      })
      expect(hits).toHaveLength(1)
      expect(facets?.county_code).toMatchObject({
        values: [
          { value: "513402", count: 3 },
          { value: "653126", count: 1 },
        ],
      })
    })

    it("takes a changed product in", async () => {
      await service.ingest({ name: "product.updated", data: { id: "prod_01", title: "头茬鲜果" } })
      const { hits } = await service.search({ entity: "product", filters: { q: "头茬" } })
      expect(hits.map((hit) => hit.id)).toEqual(["prod_01"])
    })

    it("keeps scope and spelling to itself", async () => {
      const { hits } = await service.search({ entity: "product", filters: { q: "盐源" } })
      const shown = Object.keys(hits[0]?.document ?? {})
      expect(shown).toContain("price_cny")
      expect(shown).not.toContain("sales_channel_ids")
      expect(shown).not.toContain("title_pinyin")
    })
  },
})
