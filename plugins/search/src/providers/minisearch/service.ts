import type { Logger, SearchTypes } from "@medusajs/framework/types"
import {
  AbstractSearchProviderService,
  MedusaError,
  extractPrimaryKeyFilter,
} from "@medusajs/framework/utils"
import { findFilterFault, passesFilters } from "../../domain/filter"
import { chinese } from "../../lib/chinese"
import { answerQuery, assertQuerySupported } from "./answer-query"
import { PhysicalIndex } from "./physical-index"

export const MINISEARCH_PROVIDER_IDENTIFIER = "minisearch"

type Definition = SearchTypes.ResolvedSearchIndexDefinition

/**
 * Search inside the Medusa process, for one machine: nothing to install, nothing on disk. The
 * Search Module refills it at every boot, because `listIndexes` then counts no documents. One
 * process must do both the indexing and the answering (worker mode `shared`).
 */
export class MiniSearchProviderService extends AbstractSearchProviderService {
  static identifier = MINISEARCH_PROVIDER_IDENTIFIER

  private readonly logger_: Logger
  private readonly indexes_ = new Map<string, PhysicalIndex>()
  /** Indexes another process declared (`db:migrate`); whatever they hold may be partial. */
  private readonly adopted_ = new Set<string>()

  constructor({ logger }: { logger: Logger }) {
    super()
    this.logger_ = logger
  }

  async upsertIndex({ index }: { index: Definition }): Promise<SearchTypes.SearchTask> {
    assertIndexSupported(index)
    const rebuilt = new PhysicalIndex(index, chinese())
    const existing = this.indexes_.get(index.physical_name)
    if (existing) rebuilt.upsert(existing.all().map(([, document]) => document))
    this.indexes_.set(index.physical_name, rebuilt)
    this.adopted_.delete(index.physical_name)
    return succeeded(index.physical_name)
  }

  async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    this.indexes_.delete(index)
    this.adopted_.delete(index)
    return succeeded(index)
  }

  /**
   * An adopted index reports zero the first time: an event may have put one product into it before
   * the module asked, and that one must not pass for a filled index and cancel the seeding.
   */
  async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    const infos = [...this.indexes_].map(([name, index]) => ({
      name,
      provider: MINISEARCH_PROVIDER_IDENTIFIER,
      document_count: this.adopted_.has(name) ? 0 : index.size,
      created_at: index.createdAt,
      updated_at: index.updatedAt,
    }))
    this.adopted_.clear()
    return infos
  }

  async upsertDocuments({
    index,
    definition,
    documents,
  }: {
    index: string
    definition: Definition
    documents: SearchTypes.SearchDocument[]
  }): Promise<SearchTypes.SearchTask> {
    const missing = documents.filter((document) => !document[definition.primary_key]).length
    if (missing > 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `${missing} document(s) for search index "${index}" lack "${definition.primary_key}". ` +
          `Return it from the index definition's transform.`,
      )
    }
    this.retrieveOrAdopt_({ ...definition, physical_name: index }).upsert(documents)
    return succeeded(index)
  }

  async deleteDocuments({
    index,
    filters,
  }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    const target = this.indexes_.get(index)
    // Before the first seed there is nothing to delete, and no definition to create an index by.
    if (!target) return succeeded(index)
    const ids = extractPrimaryKeyFilter(filters, { primary_key: target.primaryKey })
    target.remove(ids ?? selectIds(target, filters))
    return succeeded(index)
  }

  async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    this.indexes_.get(index)?.clear()
    return succeeded(index)
  }

  async search(input: SearchTypes.ProviderSearchQuery): Promise<SearchTypes.SearchResult> {
    assertQuerySupported(input)
    return answerQuery(this.retrieveOrAdopt_(input.index), input)
  }

  private retrieveOrAdopt_(definition: Definition): PhysicalIndex {
    const existing = this.indexes_.get(definition.physical_name)
    if (existing) return existing
    this.logger_.debug(
      `Search index "${definition.physical_name}" is not in this process yet; starting it empty.`,
    )
    const adopted = new PhysicalIndex(definition, chinese())
    this.indexes_.set(definition.physical_name, adopted)
    this.adopted_.add(definition.physical_name)
    return adopted
  }
}

function selectIds(index: PhysicalIndex, filters: SearchTypes.SearchFilters): string[] {
  const fault = findFilterFault(filters, index.kinds)
  if (fault) throw new MedusaError(MedusaError.Types.INVALID_DATA, `Cannot delete: ${fault}.`)
  return index
    .all()
    .filter(([, document]) => passesFilters(document, filters, index.kinds))
    .map(([id]) => id)
}

function assertIndexSupported(index: Definition): void {
  const unsupported = Object.entries(index.fields).find(
    ([, field]) => field.type === "geo" || field.type === "vector",
  )
  if (!unsupported) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `The minisearch provider cannot index "${unsupported[0]}" of search index "${index.name}": ` +
      `it has no ${unsupported[1].type} fields. Use Meilisearch, or drop the field.`,
  )
}

function succeeded(index: string): SearchTypes.SearchTask {
  return { index, status: "succeeded" }
}
