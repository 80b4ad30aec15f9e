import type { HouseholdBenefit } from "@shangxing/attribution/types/books"
import type { APIContext } from "astro"

import { attempt, statusOf } from "~/lib/attempt"
import { BACKEND_URL } from "astro:env/server"
import { ApiError } from "~/lib/api"
import { readToken } from "~/lib/session.server"

import { benefitAsked } from "../books/asked"

/** The form for a list with names as the page shows it: what was typed stays. */
export type NameListState = {
  benefit: HouseholdBenefit
  reason: string
  /** Code of the refusal. */
  refusal: string | null
}

type FileContext = Pick<APIContext, "cookies" | "locals" | "url" | "request">

/**
 * Answers the posted form: the file itself, or why not. Without a post, the empty form.
 * @throws ApiError when the backend is away
 */
export async function answerNameList(
  context: FileContext,
  division: string,
  period: string | undefined,
): Promise<Response | NameListState> {
  if (context.request.method !== "POST") return { benefit: "received", reason: "", refusal: null }
  const form = await context.request.formData()
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  const asked = { benefit: benefitAsked(typed("benefit")), reason: typed("reason") }
  const body = JSON.stringify({ ...asked, division, ...(period && { period }) })
  const outcome = await attempt(
    fetchFile(context, "/official/exports/households", { method: "POST", body }),
  )
  if (outcome.ok) return outcome.value
  return { ...asked, refusal: outcome.error.code }
}

/** A file of the backend, handed on while it comes in: one of any length takes no memory here. */
export async function passFile(context: FileContext, path: string): Promise<Response> {
  const outcome = await attempt(fetchFile(context, path + context.url.search, { method: "GET" }))
  return outcome.ok ? outcome.value : new Response(null, { status: statusOf(outcome.error) })
}

async function fetchFile(
  context: FileContext,
  path: string,
  init: { method: "GET" | "POST"; body?: string },
): Promise<Response> {
  const response = await fetch(BACKEND_URL + path, {
    ...init,
    headers: {
      "accept-language": context.locals.locale,
      authorization: `Bearer ${readToken(context, "official") ?? ""}`,
      ...(init.body !== undefined && { "content-type": "application/json" }),
    },
  }).catch((error: unknown) => {
    throw new ApiError(503, "backend_unreachable", error instanceof Error ? error.message : "")
  })
  if (!response.ok) {
    const told = (await response.json().catch(() => ({}))) as { code?: string; message?: string }
    throw new ApiError(response.status, told.code ?? `http_${response.status}`, told.message ?? "")
  }
  const headers = new Headers({ "cache-control": "private, no-store" })
  for (const name of ["content-type", "content-disposition"]) {
    const value = response.headers.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(response.body, { headers })
}
