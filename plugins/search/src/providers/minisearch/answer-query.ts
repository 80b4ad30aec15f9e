/** Answers one Search Module query from one physical index: match, filter, count, sort, cut. */
import type { SearchTypes } from "@medusajs/framework/types"
import { MedusaError, projectDocument } from "@medusajs/framework/utils"
import { castValue, readScalars, readValues, type PlainDocument } from "../../domain/fields"
import { countRange, countValues, summarize } from "../../domain/facets"
import { findFilterFault, passesFilters, type Filters } from "../../domain/filter"
import { highlight } from "../../domain/highlight"
import { sortRanked } from "../../domain/order"
import type { PhysicalIndex } from "./physical-index"

type Query = SearchTypes.ProviderSearchQuery
type Hit = { id: string; score: number; document: PlainDocument; found: Record<string, string[]> }

const DEFAULT_TAKE = 20
const DEFAULT_SNIPPET_LENGTH = 40

/** Refuses what this engine would have to answer wrongly. */
export function assertQuerySupported(input: Query): void {
  const options = input.search_options
  if (input.pagination?.cursor !== undefined) refuse("cursor pagination; use skip and take")
  if (options?.vector) refuse("vector search")
  if (options?.locales?.length) refuse("query-time locales")
}

/** The page of hits, with facets and metadata computed over everything that matched. */
export function answerQuery(index: PhysicalIndex, input: Query): SearchTypes.SearchResult {
  const started = performance.now()
  const options = input.search_options ?? {}
  const skip = input.pagination?.skip ?? 0
  const take = input.pagination?.take ?? DEFAULT_TAKE
  const matched = keepDistinct(index, sortHits(index, input, findHits(index, input)), input)
  return {
    hits: matched.slice(skip, skip + take).map((hit) => toSearchHit(index, input, hit)),
    facets: options.facets?.length ? buildFacets(index, matched, options.facets) : undefined,
    metadata: {
      skip,
      take,
      count: options.count === "none" ? null : matched.length,
      query: input.q,
      processing_time_ms: Math.round(performance.now() - started),
    },
  }
}

function findHits(index: PhysicalIndex, input: Query): Hit[] {
  const filters = (input.filters ?? {}) as Filters
  const fault = findFilterFault(filters, index.kinds)
  if (fault) throw new MedusaError(MedusaError.Types.INVALID_DATA, `Cannot search: ${fault}.`)
  const minimum = input.search_options?.min_score
  return candidates(index, input).filter(
    ({ document, score }) =>
      passesFilters(document, filters, index.kinds) && (minimum === undefined || score >= minimum),
  )
}

function candidates(index: PhysicalIndex, input: Query): Hit[] {
  const text = input.q?.trim()
  if (!text) return index.all().map(([id, document]) => ({ id, document, score: 0, found: {} }))
  const options = input.search_options ?? {}
  const matches = index.match(text, {
    fields: options.attributes_to_search_on,
    matchesAny: options.match_strategy === "any",
    forgivesTypos: options.typo_tolerance !== false,
  })
  const hits: Hit[] = []
  for (const [id, { score, found }] of matches) {
    const document = index.retrieve(id)
    if (document) hits.push({ id, score, found, document })
  }
  return hits
}

function sortHits(index: PhysicalIndex, input: Query, hits: Hit[]): Hit[] {
  return sortRanked(hits, input.pagination?.order ?? {}, index.kinds)
}

/** Keeps the best hit of each group. A document without the value stands for itself. */
function keepDistinct(index: PhysicalIndex, hits: Hit[], input: Query): Hit[] {
  const path = input.search_options?.distinct ?? input.index.settings.distinct_attribute
  if (!path) return hits
  const seen = new Set<unknown>()
  return hits.filter((hit) => {
    const [value] = readScalars(hit.document, path, index.kinds.get(path) ?? "text")
    if (value === undefined) return true
    if (seen.has(value)) return false
    seen.add(value)
    return true
  })
}

function toSearchHit(index: PhysicalIndex, input: Query, hit: Hit): SearchTypes.SearchHit {
  return {
    id: hit.id,
    score: input.search_options?.include_score ? hit.score : undefined,
    document: projectDocument(hit.document, input.attributes_to_retrieve),
    highlights: buildHighlights(index, input, hit),
  }
}

function buildHighlights(
  index: PhysicalIndex,
  input: Query,
  hit: Hit,
): Record<string, string[]> | undefined {
  const { highlight: asked, attributes_to_search_on: searched } = input.search_options ?? {}
  // Without a text query nothing was found in any field, so nothing gets marked.
  if (!asked) return undefined
  const options: Partial<SearchTypes.SearchHighlightOptions> = asked === true ? {} : asked
  const highlights: Record<string, string[]> = {}
  for (const field of options.fields ?? searched ?? index.searchableFields) {
    const fragments = highlightField(hit, field, options)
    if (fragments.length > 0) highlights[field] = fragments
  }
  return Object.keys(highlights).length > 0 ? highlights : undefined
}

function highlightField(
  hit: Hit,
  field: string,
  { pre_tag, post_tag, snippet }: Partial<SearchTypes.SearchHighlightOptions>,
): string[] {
  const tokens = Object.keys(hit.found).filter((token) => hit.found[token]?.includes(field))
  const tags = { before: pre_tag ?? "<mark>", after: post_tag ?? "</mark>" }
  const cropped = typeof snippet === "object" ? snippet.length : DEFAULT_SNIPPET_LENGTH
  return readValues(hit.document, field)
    .map((value) => highlight(String(value), tokens, tags, snippet ? cropped : undefined))
    .filter((fragment) => fragment !== null)
}

function buildFacets(
  index: PhysicalIndex,
  hits: Hit[],
  requests: (string | SearchTypes.SearchFacetRequest)[],
): Record<string, SearchTypes.SearchFacetResult> {
  return Object.fromEntries(
    requests.map((asked) => {
      const request = typeof asked === "string" ? { field: asked } : asked
      return [request.field, buildFacet(index, hits, request)]
    }),
  )
}

function buildFacet(
  index: PhysicalIndex,
  hits: Hit[],
  request: SearchTypes.SearchFacetRequest,
): SearchTypes.SearchFacetResult {
  const kind = index.kinds.get(request.field) ?? "text"
  const rows = hits
    .map((hit) => readScalars(hit.document, request.field, kind))
    .filter((values) => values.length > 0)
  if (request.type === "stats") return { type: "stats", ...summarize(rows) }
  if (request.type === "range") {
    const bound = (value?: number | string) =>
      value === undefined ? undefined : Number(castValue(value, kind))
    return {
      type: "range",
      ranges: request.ranges.map(({ key, from, to }) => ({
        key: key ?? `${from ?? "*"}-${to ?? "*"}`,
        from,
        to,
        count: countRange(rows, bound(from), bound(to)),
      })),
    }
  }
  const { values, otherCount } = countValues(rows, request)
  return { type: "value", values, other_count: otherCount || undefined }
}

function refuse(what: string): never {
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `The minisearch provider does not support ${what}.`,
  )
}
