import type { SearchTypes } from "@medusajs/framework/types"
import type { ProductDocument } from "../domain/product-document"
import { productIndexFields, productIndexSettings } from "../lib/product-index"
import { contractProducts } from "./contract-products"

type Ask = Pick<SearchTypes.ProviderSearchQuery, "filters" | "pagination" | "search_options">

const PHYSICAL_NAME = "product_v1"

/** The provider, spoken to as the Search Module does: every write is waited for. */
export class Shop {
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
