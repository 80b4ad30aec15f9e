/**
 * Cuts text into the pieces that are indexed and looked up. Chinese has no spaces, so a run of
 * Han characters is indexed three ways at once: by words, by pairs and by single characters.
 * Invariant: every one- or two-character piece of an indexed text can be found.
 */

/** What the rules need to know of Chinese. The dictionaries stay outside `domain/`. */
export type Language = {
  /** Splits Chinese text into words. */
  cut: (text: string) => string[]
  /** Toneless pinyin, one syllable per character (`ü` is written `v`). */
  syllables: (text: string) => string[]
}

export type Run = { kind: "han" | "word"; text: string }

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u

/** Folds case and width, so that `Ａ` and `a` are one letter. */
export function normalizeText(text: string): string {
  return text.normalize("NFKC").toLowerCase()
}

/** The maximal runs of one kind of script, in order, already normalized. */
export function splitRuns(text: string): Run[] {
  const runs = normalizeText(text).match(RUN) ?? []
  return runs.map((run) => ({ kind: HAN.test(run) ? "han" : "word", text: run }))
}

/** Every two neighbouring characters: `盐源苹` → `盐源`, `源苹`. */
export function bigrams(text: string): string[] {
  const characters = [...text]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The distinct tokens under which a text is filed. */
export function indexTokens(text: string, language: Language): string[] {
  const tokens = new Set<string>()
  for (const run of splitRuns(text)) {
    if (run.kind === "word") {
      tokens.add(run.text)
      continue
    }
    const pieces = [...language.cut(run.text), ...bigrams(run.text), ...run.text]
    pieces.forEach((piece) => tokens.add(piece))
  }
  return [...tokens]
}

/** One thing the customer asked for; a product has to answer all of them. */
export type QueryPart =
  { kind: "word"; text: string } | { kind: "han"; text: string; words: string[] }

/** Beyond this a query is a paste, not a search. */
const MAX_PARTS = 16

/** The parts of a query, in order. */
export function queryParts(query: string, language: Language): QueryPart[] {
  return splitRuns(query)
    .slice(0, MAX_PARTS)
    .map((run) =>
      run.kind === "word"
        ? { kind: "word", text: run.text }
        : { kind: "han", text: run.text, words: language.cut(run.text) },
    )
}
