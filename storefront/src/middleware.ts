import { defineMiddleware } from "astro:middleware"

import { localeOfPath } from "~/lib/locale"

/** One set of pages serves both languages: `/en/cart` is rendered by `/cart` with `locals.locale`. */
export const onRequest = defineMiddleware((context, next) => {
  if (context.locals.locale) return next()
  const { locale, path } = localeOfPath(context.url.pathname)
  context.locals.locale = locale
  context.locals.path = path
  return locale === "en" ? next(path + context.url.search) : next()
})
