/**
 * Turns what was typed into a MiniSearch query, twice: as written, and forgivingly (homophones,
 * one typo). The second is asked only when the first finds nothing in the whole index, so a good
 * answer is never diluted by guesses and facets stay honest.
 */
import type { Query, SearchOptions } from "minisearch"
import { joinPinyin } from "../../domain/pinyin"
import { bigrams, splitRuns, type Language, type QueryPart } from "../../domain/text"
import { editsForgiven, swapNeighbours, type TypoTolerance } from "../../domain/typo"

export type QueryContext = {
  language: Language
  /** What a word may also be written as. */
  synonyms: Record<string, string[]>
  tolerance: TypoTolerance
  /** Fields in which a typo may be forgiven. */
  forgivingFields: string[]
  /** `any`: one part is enough. Otherwise every part has to match. */
  matchesAny: boolean
}

type Mode = "as-written" | "forgiving"

const EXACT = { combineWith: "AND", prefix: false, fuzzy: false } as const
/** A guess never outranks what was written. */
const GUESS_BOOST = 0.4
const SYNONYM_BOOST = 0.8

/** The query tree for the parts of a query; `null` when nothing searchable was typed. */
export function buildTextQuery(
  parts: QueryPart[],
  mode: Mode,
  context: QueryContext,
): Query | null {
  if (parts.length === 0) return null
  return {
    combineWith: context.matchesAny ? "OR" : "AND",
    queries: parts.map((part) =>
      part.kind === "word" ? wordQuery(part.text, mode, context) : hanQuery(part, mode, context),
    ),
  }
}

function wordQuery(word: string, mode: Mode, context: QueryContext): Query {
  const queries: Query[] = [leaf(word, { prefix: true }), ...synonymQueries(word, context)]
  const edits = mode === "forgiving" ? editsForgiven(word, context.tolerance) : 0
  if (edits > 0) {
    queries.push(guess(word, context, { fuzzy: edits }))
    queries.push(...swapNeighbours(word).map((other) => guess(other, context, { prefix: true })))
  }
  return either(queries)
}

function hanQuery(
  part: { text: string; words: string[] },
  mode: Mode,
  context: QueryContext,
): Query {
  const byWords: Query = {
    combineWith: context.matchesAny ? "OR" : "AND",
    queries: part.words.map((word) => hanWordQuery(word, mode, context)),
  }
  // Misheard characters also break the segmentation, so the run is compared by sound as a whole.
  return mode === "forgiving" ? either([byWords, ...soundQueries(part.text, context)]) : byWords
}

function hanWordQuery(word: string, mode: Mode, context: QueryContext): Query {
  const queries: Query[] = [hanPieces(word), ...synonymQueries(word, context)]
  if (mode === "forgiving") queries.push(...soundQueries(word, context))
  return either(queries)
}

/** A word the segmenter kept whole in the query may have been cut in the text: pairs decide. */
function hanPieces(word: string): Query {
  const pairs = bigrams(word)
  if (pairs.length < 2) return leaf(word)
  return either([leaf(word), { combineWith: "AND", queries: pairs.map((pair) => leaf(pair)) }])
}

function synonymQueries(word: string, context: QueryContext): Query[] {
  const synonyms = Object.hasOwn(context.synonyms, word) ? context.synonyms[word] : undefined
  return (synonyms ?? []).map((synonym) => ({
    combineWith: "AND",
    boostTerm: () => SYNONYM_BOOST,
    queries: splitRuns(synonym).map((run) =>
      run.kind === "han" ? hanPieces(run.text) : leaf(run.text),
    ),
  }))
}

/** One character sounds like too many others to say anything. */
function soundQueries(text: string, context: QueryContext): Query[] {
  if ([...text].length < 2) return []
  const sound = joinPinyin(text, context.language)
  return sound ? [guess(sound, context, { prefix: true })] : []
}

function leaf(term: string, options: SearchOptions = {}): Query {
  return { ...EXACT, ...options, queries: [term] }
}

function guess(term: string, context: QueryContext, options: SearchOptions): Query {
  const fields = context.forgivingFields
  return leaf(term, { ...options, fields, boostTerm: () => GUESS_BOOST })
}

function either(queries: Query[]): Query {
  const [only] = queries
  return queries.length === 1 && only !== undefined ? only : { combineWith: "OR", queries }
}
