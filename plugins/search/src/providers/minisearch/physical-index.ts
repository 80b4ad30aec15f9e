/**
 * One physical index in this process: the documents, and MiniSearch over their searchable fields.
 * Invariant: the engine holds exactly the documents, each filed under its latest text.
 */
import type { SearchTypes } from "@medusajs/framework/types"
import MiniSearch from "minisearch"
import { readValues, type FieldKind, type PlainDocument } from "../../domain/fields"
import { indexTokens, queryParts, type Language } from "../../domain/text"
import { DEFAULT_TYPO_TOLERANCE, type TypoTolerance } from "../../domain/typo"
import { buildTextQuery, type QueryContext } from "./text-query"

export type TextMatch = {
  score: number
  /** Index token → the fields it was found in. */
  found: Record<string, string[]>
}

export type TextSearchOptions = {
  fields?: string[]
  matchesAny: boolean
  forgivesTypos: boolean
}

type Filed = { id: string; document: PlainDocument }

export class PhysicalIndex {
  readonly createdAt = new Date()
  updatedAt = new Date()
  readonly kinds = new Map<string, FieldKind>()
  private readonly documents_ = new Map<string, PlainDocument>()
  private readonly weights_: Record<string, number> = {}
  private readonly definition_: SearchTypes.ResolvedSearchIndexDefinition
  private readonly language_: Language
  private engine_: MiniSearch<Filed>

  constructor(definition: SearchTypes.ResolvedSearchIndexDefinition, language: Language) {
    this.definition_ = definition
    this.language_ = language
    this.readFields_(definition.fields, "")
    this.engine_ = this.createEngine_()
  }

  get size(): number {
    return this.documents_.size
  }

  get searchableFields(): string[] {
    return Object.keys(this.weights_)
  }

  get primaryKey(): string {
    return this.definition_.primary_key
  }

  all(): [string, PlainDocument][] {
    return [...this.documents_]
  }

  retrieve(id: string): PlainDocument | undefined {
    return this.documents_.get(id)
  }

  /**
   * Puts documents in, or in place of those of the same id. Two events of one product are worked
   * off side by side, so a document that is older than the one in place (`updated_at`) is dropped.
   */
  upsert(documents: PlainDocument[]): void {
    for (const document of documents) {
      const id = String(document[this.primaryKey])
      const inPlace = this.documents_.get(id)
      if (inPlace && timeOf(document) < timeOf(inPlace)) continue
      if (this.documents_.has(id)) this.engine_.discard(id)
      this.documents_.set(id, document)
      this.engine_.add({ id, document })
    }
    this.updatedAt = new Date()
  }

  remove(ids: string[]): void {
    for (const id of ids) {
      if (this.documents_.delete(id)) this.engine_.discard(id)
    }
    this.updatedAt = new Date()
  }

  clear(): void {
    this.documents_.clear()
    this.engine_ = this.createEngine_()
    this.updatedAt = new Date()
  }

  /** The documents that answer the text, by id. Text without a letter in it matches everything. */
  match(text: string, options: TextSearchOptions): Map<string, TextMatch> {
    const parts = queryParts(text, this.language_)
    const context = this.queryContext_(options)
    const fields = options.fields ?? this.searchableFields
    for (const mode of ["as-written", "forgiving"] as const) {
      const query = buildTextQuery(parts, mode, context)
      if (!query) return new Map(this.all().map(([id]) => [id, { score: 0, found: {} }]))
      const results = this.engine_.search(query, { fields, boost: this.weights_ })
      if (results.length > 0) {
        return new Map(results.map(({ id, score, match }) => [String(id), { score, found: match }]))
      }
    }
    return new Map()
  }

  private queryContext_(options: TextSearchOptions): QueryContext {
    const settings = this.definition_.settings.typo_tolerance
    const exact = new Set(settings?.disabled_on_attributes ?? [])
    const tolerance: TypoTolerance = {
      isEnabled: options.forgivesTypos && settings?.enabled !== false,
      oneTypoLength: settings?.min_word_size_for_one_typo ?? DEFAULT_TYPO_TOLERANCE.oneTypoLength,
      twoTyposLength:
        settings?.min_word_size_for_two_typos ?? DEFAULT_TYPO_TOLERANCE.twoTyposLength,
    }
    const fields = options.fields ?? this.searchableFields
    return {
      language: this.language_,
      synonyms: this.synonyms_(),
      tolerance,
      forgivingFields: fields.filter((field) => !exact.has(field)),
      matchesAny: options.matchesAny,
    }
  }

  /** The escape hatch `settings.provider_options.minisearch.synonyms`, Meilisearch's shape. */
  private synonyms_(): Record<string, string[]> {
    const synonyms = this.definition_.settings.provider_options?.minisearch?.synonyms
    return (synonyms ?? {}) as Record<string, string[]>
  }

  private readFields_(fields: SearchTypes.SearchIndexDefinition["fields"], prefix: string): void {
    for (const [name, field] of Object.entries(fields)) {
      const path = prefix ? `${prefix}.${name}` : name
      if (field.fields) this.readFields_(field.fields, path)
      else this.kinds.set(path, kindOf(field.type))
      if (field.searchable) {
        this.weights_[path] =
          typeof field.searchable === "object" ? (field.searchable.weight ?? 1) : 1
      }
    }
  }

  private createEngine_(): MiniSearch<Filed> {
    return new MiniSearch<Filed>({
      idField: "id",
      fields: this.searchableFields,
      extractField: ({ id, document }, field) =>
        field === "id" ? id : readValues(document, field).map(String).join(" "),
      tokenize: (text) => indexTokens(text, this.language_),
      processTerm: (term) => term,
      // A query tree's leaves are index tokens already.
      searchOptions: { tokenize: (term) => [term], processTerm: (term) => term },
    })
  }
}

function kindOf(type: SearchTypes.SearchFieldKind): FieldKind {
  if (type === "integer" || type === "float") return "number"
  return type === "boolean" || type === "date" ? type : "text"
}

/** When the document's row was last changed, in ms; 0 for an index that does not say. */
function timeOf({ updated_at }: PlainDocument): number {
  const isTime =
    updated_at instanceof Date || typeof updated_at === "string" || typeof updated_at === "number"
  return isTime ? new Date(updated_at).getTime() : 0
}
