import type { Locale } from "~/lib/locale"

/**
 * Catalogues of words, one file per area (`shop.ts`, `buying.ts`, …). A sentence that holds a
 * figure is a function, so each language keeps its own word order. Chinese is written first and is
 * the shape the others must have: `pick` does not compile when a translation lacks an entry.
 */
export type Catalogue<Words = unknown> = Record<Locale, Words>

/** The words of `locale`, typed as the Chinese ones. */
export function pick<C extends Catalogue>(
  locale: Locale,
  catalogue: C & Record<Locale, C["zh-CN"]>,
): C["zh-CN"] {
  return catalogue[locale]
}
