import type { Bilingual } from "@shangxing/provenance/types/http"

import { bilingual } from "~/lib/format"
import type { Locale } from "~/lib/locale"

/** A county's name without its rank, where its place says what it is: 盐源, Yanyuan. */
export function shortName(name: Bilingual, locale: Locale): string {
  return bilingual(name, locale)
    .replace(/(?<=..)(县|市)$/, "")
    .replace(/ (Autonomous )?(County|City)$/, "")
}

/** What a county's stamp says: its name of two or three characters is filled up to four. */
export function sealText(name: string): string {
  if (name.length === 2) return `${name}之印`
  return name.length === 3 ? `${name}印` : name
}
