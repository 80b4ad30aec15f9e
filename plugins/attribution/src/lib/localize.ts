/** The language of an answer, from `Accept-Language`: Chinese unless English is asked for first. */
export function localize(
  acceptLanguage: string | undefined,
  words: { zh: string; en: string },
): string {
  const first = (acceptLanguage ?? "").split(",")[0]?.trim().toLowerCase() ?? ""
  return first.startsWith("en") ? words.en : words.zh
}
