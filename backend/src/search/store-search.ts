import {
  configureStoreSearch,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { findStoreQueryFault, type StoreQueryFields } from "@shangxing/search/domain/store-query"
import { productIndexFields } from "@shangxing/search/lib/product-index"

type StoreQuery = { search_options?: Record<string, unknown> }

/** Opens the product index, and nothing else, to `POST /store/search`. */
export const exposeProductSearch = configureStoreSearch({ allowed_indexes: { product: true } })

/**
 * Refuses with 400 what the engines would refuse or misread differently (`search_option_unsupported`,
 * `search_field_unknown`, `search_limit_exceeded`), and asks for all words unless told otherwise:
 * left alone, Meilisearch drops words until something matches.
 */
export function guardStoreSearch(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  for (const query of listQueries(req.validatedBody ?? req.body)) {
    const fault = findStoreQueryFault(query, fields)
    if (fault) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Cannot search: ${fault.detail}.`,
        fault.code,
      )
    }
    query.search_options = { match_strategy: "all", ...query.search_options }
  }
  next()
}

const fields = readFields()

function listQueries(body: unknown): StoreQuery[] {
  if (typeof body !== "object" || body === null) return []
  const queries = "queries" in body ? body.queries : [body]
  return Array.isArray(queries) ? queries.filter(isQuery) : []
}

function isQuery(query: unknown): query is StoreQuery {
  return typeof query === "object" && query !== null
}

function readFields(): StoreQueryFields {
  const all = Object.entries(productIndexFields.toFields())
  const pick = (use: "filterable" | "sortable" | "facetable") =>
    new Set(all.filter(([, field]) => field[use]).map(([name]) => name))
  return {
    filterable: pick("filterable"),
    sortable: pick("sortable"),
    facetable: pick("facetable"),
  }
}
