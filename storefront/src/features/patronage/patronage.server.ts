import type {
  PatronagePreviewResponse,
  SellerPatronageResponse,
} from "@shangxing/attribution/types/http"

import { answerDesk, type DeskAnswer } from "~/features/lots/desk.server"
import type { SellerContext } from "~/features/seller/visit.server"
import type { Api } from "~/lib/api"
import { textOf } from "~/lib/form"
import { shanghaiDay } from "~/lib/format"
import { paths } from "~/paths"

import {
  accountsOf,
  BLANK_YEAR,
  refusalErrors,
  resolveErrors,
  type YearErrors,
  type YearField,
  yearOf,
} from "./year-form"

export type PatronageDesk = {
  patronage: SellerPatronageResponse
  /** Who delivered or has an account, by id. */
  memberIds: string[]
  preview: PatronagePreviewResponse | null
  errors: YearErrors
}

/** The year asked for; the one before this one without, since a year is resolved when it is over. */
export function askedYear(url: URL, now: Date): number {
  const asked = Number(url.searchParams.get("year"))
  const last = Number(shanghaiDay(now).slice(0, 4)) - 1
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : last
}

/** What was typed of the year: in the address for a trial, in the form for the resolution. */
export function typedYear(
  search: URLSearchParams,
  typed: Record<string, string>,
): Record<YearField, string> {
  const of = (field: YearField) => typed[field] ?? search.get(field) ?? BLANK_YEAR[field]
  return {
    surplus: of("surplus"),
    losses: of("losses"),
    reserves: of("reserves"),
    ratio: of("ratio"),
  }
}

/** A cooperative's year: its accounts, a trial, and the assembly's resolution, written once. */
export async function answerPatronage(
  context: SellerContext,
  year: number,
): Promise<DeskAnswer<PatronageDesk>> {
  let typed: Record<string, string> = {}
  return await answerDesk(context, {
    read: (api) => readDesk(api, year, typedYear(context.url.searchParams, typed), context, typed),
    act: async (api, intent, form) => {
      typed = textsOf(form)
      return intent === "accounts" ? await save(api, year, form) : await resolve(api, year, typed)
    },
  })
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)]))
}

async function readDesk(
  api: Api,
  year: number,
  fields: Record<YearField, string>,
  { url }: SellerContext,
  typed: Record<string, string>,
): Promise<PatronageDesk> {
  const patronage = await api.fetch<SellerPatronageResponse>("/seller/patronage", {
    query: { year },
  })
  const { volumes, accounts } = patronage
  const ids = [...volumes, ...accounts].map(({ household_id }) => household_id)
  const desk = { patronage, memberIds: [...new Set(ids)].sort(), preview: null, errors: {} }
  const isTrial = url.searchParams.has("surplus") || "surplus" in typed
  if (!isTrial || patronage.resolution) return desk
  const read = yearOf(year, fields)
  if ("errors" in read) return { ...desk, errors: read.errors }
  const preview = await api.fetch<PatronagePreviewResponse>("/seller/patronage/preview", {
    method: "POST",
    body: read.body,
  })
  return { ...desk, preview, errors: refusalErrors(preview.refusal) }
}

async function save(api: Api, year: number, form: FormData): Promise<string | { code: string }> {
  const ids = form.getAll("member").filter((id) => typeof id === "string")
  const read = accountsOf(ids, (name) => textOf(form, name))
  if ("wrong" in read) return { code: "amount_wrong" }
  await api.fetch<unknown>("/seller/patronage/accounts", {
    method: "POST",
    body: { year, accounts: read.accounts },
  })
  return paths.seller.patronage({ year, done: "accounts" })
}

async function resolve(
  api: Api,
  year: number,
  typed: Record<string, string>,
): Promise<string | { code: string }> {
  const read = yearOf(year, typedYear(new URLSearchParams(), typed))
  const [code] = [...Object.values("errors" in read ? read.errors : resolveErrors(typed))]
  if (code !== undefined || "errors" in read) return { code: code ?? "amount_wrong" }
  await api.fetch<unknown>("/seller/patronage", {
    method: "POST",
    body: {
      ...read.body,
      resolution_number: typed.number,
      resolved_on: typed.day,
      due_on: typed.due || null,
    },
  })
  return paths.seller.patronage({ year, done: "resolved" })
}
