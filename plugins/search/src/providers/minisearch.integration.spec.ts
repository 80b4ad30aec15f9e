import { contractProducts } from "./contract-products"
import { describeSearchProvider } from "./contract"
import { MiniSearchProviderService } from "./minisearch/service"
import { productIndexFields, productIndexSettings } from "../lib/product-index"

const logger = { debug: () => undefined } as never // Only `debug` is called.

describeSearchProvider("minisearch", async () => ({
  provider: new MiniSearchProviderService({ logger }),
  stop: async () => undefined,
}))

describe("minisearch across a restart", () => {
  const definition = {
    name: "product",
    entity: "product",
    primary_key: "id",
    provider: "minisearch",
    fields: productIndexFields.toFields(),
    settings: productIndexSettings,
    definition_hash: "restart",
    physical_name: "product_v3",
    seed: () => (async function* () {})(),
  }
  const documents = contractProducts().slice(0, 3)

  it("takes documents for an index that another process declared", async () => {
    const provider = new MiniSearchProviderService({ logger })
    await provider.upsertDocuments({ index: "product_v3", definition, documents })
    const { hits } = await provider.search({
      index: definition,
      attributes_to_retrieve: ["id"],
      q: "苹果",
    })
    expect(hits.map((hit) => hit.id)).toContain("prod_01")
  })

  it("asks to be reseeded although an event came first", async () => {
    const provider = new MiniSearchProviderService({ logger })
    await provider.upsertDocuments({
      index: "product_v3",
      definition,
      documents: documents.slice(0, 1),
    })
    expect(await provider.listIndexes()).toMatchObject([{ document_count: 0 }])
    await provider.upsertDocuments({ index: "product_v3", definition, documents })
    expect(await provider.listIndexes()).toMatchObject([{ document_count: 3 }])
  })

  it("answers nothing, rather than an error, before the first seed", async () => {
    const provider = new MiniSearchProviderService({ logger })
    const { hits } = await provider.search({ index: definition, attributes_to_retrieve: ["id"] })
    expect(hits).toEqual([])
  })

  it("keeps the newer of two documents that arrive in the wrong order", async () => {
    const provider = new MiniSearchProviderService({ logger })
    const write = async (title: string, second: number) => {
      const updated_at = new Date(Date.UTC(2026, 10, 21, 0, 0, second))
      const changed = [{ ...documents[0]!, title, updated_at }]
      await provider.upsertDocuments({ index: "product_v3", definition, documents: changed })
    }
    await write("后来的名字", 2)
    await write("先前的名字", 1)
    const { hits } = await provider.search({
      index: definition,
      attributes_to_retrieve: ["id", "title"],
      q: "名字",
    })
    expect(hits.map(({ document }) => document.title)).toEqual(["后来的名字"])
  })

  it("refuses a document without its key", async () => {
    const provider = new MiniSearchProviderService({ logger })
    await expect(
      provider.upsertDocuments({
        index: "product_v3",
        definition,
        documents: [{ title: "盐源苹果" } as never], // A caller's bug, on purpose.
      }),
    ).rejects.toMatchObject({ type: "invalid_data" })
  })
})
