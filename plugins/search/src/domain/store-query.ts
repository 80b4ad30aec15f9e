/**
 * Which shop queries are let through to a search engine. Engines differ in what they refuse and
 * in what they quietly answer wrongly; only what all of ours answer alike passes, and nothing that
 * lets one request start unbounded work.
 */
import { isRecord } from "./fields"

export type StoreQueryFault = {
  code: "search_option_unsupported" | "search_field_unknown" | "search_limit_exceeded"
  detail: string
}

/** Dotted field paths by what a visitor may do with them. */
export type StoreQueryFields = {
  filterable: ReadonlySet<string>
  sortable: ReadonlySet<string>
  facetable: ReadonlySet<string>
}

export const STORE_QUERY_LIMITS = {
  /** Hits per page. */
  take: 100,
  /** Meilisearch answers nothing past its 1 000th hit, so nobody is led there. */
  depth: 1000,
  queryLength: 200,
  facets: 20,
  ranges: 20,
  filterNodes: 200,
  filterDepth: 5,
}

const OPTIONS = new Set([
  "attributes_to_search_on",
  "count",
  "disjunctive_facets",
  "facets",
  "highlight",
  "include_score",
  "match_strategy",
])
const OPERATORS = new Set([
  ...["$eq", "$ne", "$in", "$nin", "$lt", "$lte", "$gt", "$gte"],
  ...["$exists", "$contains", "$overlaps"],
])
const LOGICAL = new Set(["$and", "$or", "$not"])

/**
 * The first reason not to run a query, `null` when it may run. `query` is one entry of the body of
 * `POST /store/search`; its overall shape is checked by Medusa.
 */
export function findStoreQueryFault(
  query: unknown,
  fields: StoreQueryFields,
): StoreQueryFault | null {
  if (!isRecord(query)) return null
  return (
    paginationFault(query.pagination, fields) ??
    optionsFault(query.search_options, fields) ??
    filtersFault(query.filters, fields)
  )
}

function paginationFault(pagination: unknown, fields: StoreQueryFields): StoreQueryFault | null {
  if (!isRecord(pagination)) return null
  if (pagination.cursor !== undefined) return unsupported("pagination.cursor; use skip and take")
  const take = Number(pagination.take ?? 0)
  const skip = Number(pagination.skip ?? 0)
  if (take > STORE_QUERY_LIMITS.take) return exceeded("pagination.take", STORE_QUERY_LIMITS.take)
  if (skip + take > STORE_QUERY_LIMITS.depth) {
    return exceeded("pagination.skip + pagination.take", STORE_QUERY_LIMITS.depth)
  }
  return orderFault(isRecord(pagination.order) ? pagination.order : {}, fields)
}

function orderFault(
  order: Record<string, unknown>,
  fields: StoreQueryFields,
): StoreQueryFault | null {
  for (const [field, direction] of Object.entries(order)) {
    if (field === "_score" && direction === "DESC") continue
    if (!fields.sortable.has(field)) return unknownField(field, "sorted by")
  }
  return null
}

function optionsFault(options: unknown, fields: StoreQueryFields): StoreQueryFault | null {
  if (!isRecord(options)) return null
  const refused = Object.keys(options).find(
    (option) => options[option] !== undefined && !OPTIONS.has(option),
  )
  if (refused) return unsupported(`search_options.${refused}`)
  if (options.match_strategy === "any") return unsupported('search_options.match_strategy "any"')
  return facetsFault(options.facets, fields)
}

function facetsFault(facets: unknown, fields: StoreQueryFields): StoreQueryFault | null {
  if (!Array.isArray(facets)) return null
  if (facets.length > STORE_QUERY_LIMITS.facets) {
    return exceeded("search_options.facets", STORE_QUERY_LIMITS.facets)
  }
  for (const facet of facets as unknown[]) {
    const field = isRecord(facet) ? facet.field : facet
    if (typeof field !== "string" || !fields.facetable.has(field)) {
      return unknownField(String(field), "counted by")
    }
    const ranges = isRecord(facet) ? facet.ranges : undefined
    if (Array.isArray(ranges) && ranges.length > STORE_QUERY_LIMITS.ranges) {
      return exceeded(`ranges of facet "${field}"`, STORE_QUERY_LIMITS.ranges)
    }
  }
  return null
}

function filtersFault(filters: unknown, fields: StoreQueryFields): StoreQueryFault | null {
  if (!isRecord(filters)) return null
  const text = filters.q
  if (typeof text === "string" && text.length > STORE_QUERY_LIMITS.queryLength) {
    return exceeded("characters of filters.q", STORE_QUERY_LIMITS.queryLength)
  }
  const tree = Object.fromEntries(Object.entries(filters).filter(([key]) => key !== "q"))
  return treeFault(tree, fields, { nodes: 0 }, 1)
}

function treeFault(
  tree: unknown,
  fields: StoreQueryFields,
  seen: { nodes: number },
  depth: number,
): StoreQueryFault | null {
  if (!isRecord(tree)) return null
  if (depth > STORE_QUERY_LIMITS.filterDepth) {
    return exceeded("levels of filters", STORE_QUERY_LIMITS.filterDepth)
  }
  for (const [key, value] of Object.entries(tree)) {
    seen.nodes += Array.isArray(value) ? value.length : 1
    if (seen.nodes > STORE_QUERY_LIMITS.filterNodes) {
      return exceeded("filter values", STORE_QUERY_LIMITS.filterNodes)
    }
    const fault = LOGICAL.has(key)
      ? firstOf(value, (branch) => treeFault(branch, fields, seen, depth + 1))
      : predicateFault(key, value, fields, seen)
    if (fault) return fault
  }
  return null
}

function predicateFault(
  path: string,
  value: unknown,
  fields: StoreQueryFields,
  seen: { nodes: number },
): StoreQueryFault | null {
  if (!fields.filterable.has(path)) return unknownField(path, "filtered by")
  if (!isRecord(value) || Array.isArray(value)) return null
  for (const [operator, operand] of Object.entries(value)) {
    if (!OPERATORS.has(operator)) return unsupported(`filter operator "${operator}" on "${path}"`)
    seen.nodes += Array.isArray(operand) ? operand.length : 1
  }
  return seen.nodes > STORE_QUERY_LIMITS.filterNodes
    ? exceeded("filter values", STORE_QUERY_LIMITS.filterNodes)
    : null
}

function firstOf(
  branches: unknown,
  find: (branch: unknown) => StoreQueryFault | null,
): StoreQueryFault | null {
  for (const branch of Array.isArray(branches) ? (branches as unknown[]) : [branches]) {
    const fault = find(branch)
    if (fault) return fault
  }
  return null
}

function unsupported(what: string): StoreQueryFault {
  return { code: "search_option_unsupported", detail: `${what} is not supported in the shop` }
}

function unknownField(field: string, use: string): StoreQueryFault {
  return { code: "search_field_unknown", detail: `products cannot be ${use} "${field}"` }
}

function exceeded(what: string, limit: number): StoreQueryFault {
  return { code: "search_limit_exceeded", detail: `${what} may be at most ${limit}` }
}
