/** The languages of the shop: Chinese at `/`, English at `/en/`. */
export const locales = ["zh-CN", "en"] as const
export type Locale = (typeof locales)[number]

/** Splits `/en/cart` into its language and the path that the pages know, `/cart`. */
export function localeOfPath(pathname: string): { locale: Locale; path: string } {
  if (pathname === "/en" || pathname.startsWith("/en/")) {
    return { locale: "en", path: pathname.slice("/en".length) || "/" }
  }
  return { locale: "zh-CN", path: pathname }
}

/** The address of `path` in `locale`: the reverse of `localeOfPath`. */
export function localized(locale: Locale, path: string): string {
  return locale === "en" ? `/en${path === "/" ? "/" : path}` : path
}
