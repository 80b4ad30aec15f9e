/**
 * The shape of the product index: which fields are matched, filtered, counted, sorted. Kept here,
 * beside the providers, so that their contract test runs on the very index the shop uses.
 */
import type { SearchTypes } from "@medusajs/framework/types"
import { search } from "@medusajs/framework/utils"
import { DICTIONARY, SYNONYMS } from "../domain/vocabulary"

/** The product index's fields. `status` and `sales_channel_ids` scope Medusa's store search. */
export const productIndexFields: SearchTypes.SearchFieldsSchemaLike = search.define({
  id: search.keyword().filterable(),
  handle: search.keyword().filterable(),
  title: search.text().searchable({ weight: 10 }).sortable(),
  title_en: search.text().searchable({ weight: 9 }),
  title_pinyin: search.text().searchable({ weight: 8 }).retrievable(false),
  title_initials: search.text().searchable({ weight: 7 }).retrievable(false),
  county_name: search.text().searchable({ weight: 6 }).filterable().facetable(),
  county_name_en: search.text().searchable({ weight: 6 }),
  origin_pinyin: search.text().searchable({ weight: 4 }).retrievable(false),
  origin_initials: search.text().searchable({ weight: 4 }).retrievable(false),
  seller_name: search.text().searchable({ weight: 4 }).filterable().facetable(),
  seller_name_en: search.text().searchable({ weight: 4 }),
  subtitle: search.text().searchable({ weight: 3 }),
  subtitle_en: search.text().searchable({ weight: 3 }),
  title_characters: search.text().searchable({ weight: 2 }).retrievable(false),
  description: search.text().searchable({ weight: 1 }),
  thumbnail: search.keyword(),
  art: search.keyword(),
  accent: search.keyword(),
  unit: search.keyword(),
  // Scope, not content: filtered by Medusa on every store search, never sent to a visitor.
  status: search.keyword().filterable().retrievable(false),
  sales_channel_ids: search.keyword().array().filterable().retrievable(false),
  county_code: search.keyword().filterable().facetable(),
  seller_id: search.keyword().filterable().facetable(),
  seller_handle: search.keyword().filterable(),
  // Not matched as text: the county's industry says nothing of its other products.
  industry: search.keyword().filterable().facetable(),
  industry_en: search.keyword(),
  season_months: search
    .integer()
    .array()
    .filterable()
    .facetable({ types: ["value"] }),
  /** Lowest CNY price in yuan (major units). */
  price_cny: search
    .float()
    .filterable()
    .sortable()
    .facetable({ types: ["range", "stats"] }),
  created_at: search.date().sortable(),
  /** Keeps a document that was read earlier from replacing one that was read later. */
  updated_at: search.date(),
})

/** Initials are short and dense: one letter off is another product. */
const EXACT_FIELDS = ["title_initials", "origin_initials", "title_characters"]

/** Settings for both providers; each reads its own `provider_options`. */
export const productIndexSettings: SearchTypes.SearchIndexSettings = {
  typo_tolerance: {
    enabled: true,
    min_word_size_for_one_typo: 5,
    min_word_size_for_two_typos: 9,
    disabled_on_attributes: EXACT_FIELDS,
  },
  provider_options: {
    minisearch: { synonyms: SYNONYMS },
    meilisearch: {
      synonyms: SYNONYMS,
      dictionary: DICTIONARY,
      locales: ["zh"],
      // Its default ranks by relevance first, so "cheapest first" would not be.
      rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness"],
    },
  },
}
