/**
 * Spells Chinese for an index, so that an engine without pinyin of its own can answer `pingguo`,
 * `yypg` and `平果`. Computed when a product is indexed, never at query time by the engine.
 * Invariant: any stretch of a name, from any syllable on, is a prefix of some indexed token.
 */
import { splitRuns, type Language } from "./text"

export type SpelledText = {
  /** `yanyuanpingguo yuanpingguo pingguo guo yanyuan`: each suffix, then each word. */
  pinyin: string
  /** `yypg ypg pg yy`: the same by first letters. */
  initials: string
  /** `盐 源 苹 果`: lets a word-based engine find a single character. */
  characters: string
}

/** Titles are short; past this many syllables a suffix is not something anyone types. */
const MAX_SYLLABLES = 16
const SPELLABLE = /^[a-z]+$/

/** `盐源苹果` → `yanyuanpingguo`; characters without a reading are left out. */
export function joinPinyin(text: string, language: Language): string {
  return spell(text, language).join("")
}

/** The three index fields of a text. Non-Chinese text yields empty strings. */
export function spellText(text: string, language: Language): SpelledText {
  const pinyin = new Set<string>()
  const initials = new Set<string>()
  const characters = new Set<string>()
  for (const run of splitRuns(text)) {
    if (run.kind !== "han") continue
    for (const character of run.text) characters.add(character)
    const syllables = spell(run.text, language).slice(0, MAX_SYLLABLES)
    const words = language.cut(run.text).map((word) => spell(word, language))
    for (const part of [...suffixes(syllables), ...words]) {
      pinyin.add(part.join(""))
      initials.add(part.map((syllable) => syllable[0]).join(""))
    }
  }
  // One letter would match half the catalogue.
  const longEnough = [...initials].filter((letters) => letters.length > 1)
  return {
    pinyin: [...pinyin].filter(Boolean).join(" "),
    initials: longEnough.join(" "),
    characters: [...characters].join(" "),
  }
}

function spell(text: string, language: Language): string[] {
  return language.syllables(text).filter((syllable) => SPELLABLE.test(syllable))
}

function suffixes<T>(items: T[]): T[][] {
  return items.map((_, from) => items.slice(from))
}
