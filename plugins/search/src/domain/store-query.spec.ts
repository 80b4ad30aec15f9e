import { findStoreQueryFault, STORE_QUERY_LIMITS } from "./store-query"

const fields = {
  filterable: new Set(["county_code", "price_cny", "status"]),
  sortable: new Set(["price_cny"]),
  facetable: new Set(["county_code", "price_cny"]),
}
const codeOf = (query: unknown) => findStoreQueryFault(query, fields)?.code

describe("findStoreQueryFault", () => {
  it("lets an ordinary query through", () => {
    const query = {
      entity: "product",
      filters: {
        q: "苹果",
        county_code: ["513423"],
        $or: [{ price_cny: { $lt: 50 } }, { $not: { price_cny: { $gte: 100 } } }],
      },
      pagination: { skip: 20, take: 20, order: { price_cny: "ASC", _score: "DESC" } },
      search_options: {
        match_strategy: "all",
        facets: ["county_code", { field: "price_cny", type: "range", ranges: [{ to: 50 }] }],
        disjunctive_facets: true,
        highlight: { fields: ["title"] },
        count: "exact",
      },
    }
    expect(findStoreQueryFault(query, fields)).toBeNull()
  })

  it.each([
    { search_options: { typo_tolerance: true } },
    { search_options: { match_strategy: "any" } },
    { search_options: { vector: { query: "苹果" } } },
    { search_options: { locales: ["zh"] } },
    { search_options: { min_score: 0.5 } },
    { search_options: { distinct: "seller_id" } },
    { pagination: { cursor: "next" } },
    { filters: { county_code: { $like: "51" } } },
    { filters: { county_code: { $prefix: "51" } } },
  ])("refuses what engines do not share: %j", (query) => {
    expect(codeOf(query)).toBe("search_option_unsupported")
  })

  it.each([
    { filters: { secret: 1 } },
    { filters: { $and: [{ $not: { secret: 1 } }] } },
    { pagination: { order: { title: "ASC" } } },
    { pagination: { order: { _score: "ASC" } } },
    { search_options: { facets: ["status"] } },
    { search_options: { facets: [{ field: "secret" }] } },
  ])("refuses fields that are not for this: %j", (query) => {
    expect(codeOf(query)).toBe("search_field_unknown")
  })

  it.each([
    ["page", { pagination: { take: STORE_QUERY_LIMITS.take + 1 } }],
    ["depth", { pagination: { skip: STORE_QUERY_LIMITS.depth, take: 1 } }],
    ["text", { filters: { q: "苹".repeat(STORE_QUERY_LIMITS.queryLength + 1) } }],
    ["facets", { search_options: { facets: Array(21).fill("county_code") } }],
    [
      "ranges",
      { search_options: { facets: [{ field: "price_cny", ranges: Array(21).fill({}) }] } },
    ],
    ["values", { filters: { county_code: Array(201).fill("513423") } }],
    ["operand", { filters: { county_code: { $in: Array(201).fill("513423") } } }],
    [
      "nesting",
      { filters: { $not: { $not: { $not: { $not: { $not: { county_code: "513423" } } } } } } },
    ],
  ])("refuses too much work: %s", (_, query) => {
    expect(codeOf(query)).toBe("search_limit_exceeded")
  })

  it("leaves shapelessness to Medusa's own validation", () => {
    expect(findStoreQueryFault("苹果", fields)).toBeNull()
    expect(findStoreQueryFault({ filters: 1, pagination: null }, fields)).toBeNull()
  })
})
