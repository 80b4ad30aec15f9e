import type { Api, ApiError } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import { type SellerContext, type SellerVisit, visitSeller } from "~/features/seller/visit.server"

/**
 * A page of the seller's desk: something to look at, and forms that do something with it. A refusal
 * keeps the page, its true status and everything that was typed; an act that was done leads on, so that
 * reloading does it no second time.
 */

export type DeskPage<Sheet> = {
  status: number
  /** `null` when it could not be read: only what was typed is there then. */
  sheet: Sheet | null
  /** What was typed, by field; lists are joined by commas. */
  typed: Record<string, string>
  /** Which form was sent. */
  intent: string
  notice: "session_over" | "down" | Refusal | null
  /** What was done just before, from the address. */
  done: string | null
}

/** Why something was not done, and the field at fault where it is one's. */
export type Refusal = { code: string; message: string; field: string | null }

/** What is wrong with one field, for the field to say. */
export type Wrong = { field: string; message: string }

/** @param words the page's own for codes that it says itself. */
export function wrongOf(
  page: DeskPage<unknown> | null,
  words: Record<string, string> = {},
): Wrong | null {
  const notice = page?.notice
  if (!notice || typeof notice === "string" || notice.field === null) return null
  return { field: notice.field, message: words[notice.code] ?? notice.message }
}

export type DeskAnswer<Sheet> =
  | { response: Response }
  | { next: string }
  | { trouble: ApiError; visit: SellerVisit | null }
  | { page: DeskPage<Sheet>; visit: SellerVisit | null }

type Desk<Sheet> = {
  read: (api: Api) => Promise<Sheet>
  /** Does what the form asks; answers the path to go on to, or a sentence's code when it can't. */
  act: (api: Api, intent: string, form: FormData) => Promise<string | Done>
  /** The id of the field at fault for refusals that are a field's, by their code. */
  fieldOf?: (
    refusal: Refusal,
    page: { sheet: Sheet; typed: Record<string, string> },
  ) => string | undefined
}

type Done = { code: string; message?: string; field?: string }

export async function answerDesk<Sheet>(
  context: SellerContext,
  desk: Desk<Sheet>,
): Promise<DeskAnswer<Sheet>> {
  const form = context.request.method === "POST" ? await context.request.formData() : null
  const page = blank<Sheet>(form, context.url.searchParams.get("done"))
  const visit = await visitSeller(context)
  if (visit instanceof Response) {
    if (!form) return { response: visit }
    return { page: { ...page, status: 401, notice: "session_over" }, visit: null }
  }
  if (!visit.ok) return { trouble: visit.error, visit: null }
  const { api } = visit.value
  const refusal = form ? await settle(api, desk, page.intent, form) : null
  if (typeof refusal === "string") return { next: localized(context.locals.locale, refusal) }
  const sheet = await attempt(desk.read(api))
  if (sheet.ok)
    return { page: placed({ ...page, ...refusal }, desk, sheet.value), visit: visit.value }
  if (!form || sheet.error.status === 404) return { trouble: sheet.error, visit: visit.value }
  return { page: { ...page, status: 503, notice: "down" }, visit: visit.value }
}

/** The page with its sheet, and a refusal with the field that it is about. */
function placed<Sheet>(
  page: DeskPage<Sheet>,
  { fieldOf }: Desk<Sheet>,
  sheet: Sheet,
): DeskPage<Sheet> {
  const { notice, typed } = page
  if (!notice || typeof notice === "string" || notice.field !== null) return { ...page, sheet }
  return {
    ...page,
    sheet,
    notice: { ...notice, field: fieldOf?.(notice, { sheet, typed }) ?? null },
  }
}

/** A path to go on to, or what the page says instead. */
async function settle<Sheet>(
  api: Api,
  { act }: Desk<Sheet>,
  intent: string,
  form: FormData,
): Promise<string | Pick<DeskPage<Sheet>, "status" | "notice">> {
  const done = await attempt(act(api, intent, form))
  if (done.ok) {
    if (typeof done.value === "string") return done.value
    return { status: 400, notice: { message: "", field: null, ...done.value } }
  }
  const { status, code, message } = done.error
  if (status === 401) return { status, notice: "session_over" }
  return status >= 500
    ? { status: 503, notice: "down" }
    : { status, notice: { code, message, field: null } }
}

function blank<Sheet>(form: FormData | null, done: string | null): DeskPage<Sheet> {
  const typed: Record<string, string> = {}
  for (const name of form?.keys() ?? []) {
    const values = form?.getAll(name).filter((value) => typeof value === "string") ?? []
    typed[name] = values.join(",")
  }
  return {
    status: 200,
    sheet: null,
    typed,
    intent: typed.intent ?? "",
    notice: null,
    done,
  }
}
