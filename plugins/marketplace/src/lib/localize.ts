import { AsyncLocalStorage } from "node:async_hooks"

import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

export type Locale = "zh" | "en"
export type Localized = Record<Locale, string>

/** The language of the request being answered, for workflow steps that know no request. */
const answering = new AsyncLocalStorage<Locale>()

/** The language to answer in: English when it is preferred over Chinese, Chinese otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const preferred = (acceptLanguage ?? "")
    .split(",")
    .map((range) => range.split(";")[0]!.trim().toLowerCase())
    .find((tag) => tag.startsWith("en") || tag.startsWith("zh"))
  return preferred?.startsWith("en") ? "en" : "zh"
}

/** Lets `localize` speak the request's language in everything that the request causes. */
export function speakTheirLanguage(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  answering.run(localeOf(req.headers["accept-language"]), () => {
    void next()
  })
}

/** The text in the language of the request being answered (Chinese outside of one). */
export function localize(text: Localized, locale?: Locale): string {
  return text[locale ?? answering.getStore() ?? "zh"]
}

/** A known "no", in the reader's language: state (`NOT_ALLOWED`), shape or `NOT_FOUND`. */
export function refuse(
  type: "not_allowed" | "invalid_data" | "not_found",
  code: string,
  text: Localized,
  locale?: Locale,
): MedusaError {
  return new MedusaError(type, localize(text, locale), code)
}
