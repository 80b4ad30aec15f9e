import type { Wrong } from "~/features/lots/desk.server"
import { pick } from "~/i18n/catalogue"
import { stationKeeping } from "~/i18n/work/station-keeping"
import type { Api } from "~/lib/api"
import { attempt } from "~/lib/attempt"
import type { Locale } from "~/lib/locale"

import { fieldOf, type Reading, type Typed } from "./desk-forms"

/** A form that was refused: which one, what was typed, and why, in the reader's words. */
export type RefusedDesk = {
  intent: string
  /** The row that the form is of, such as a worker's. */
  id: string
  typed: Typed
  villages: string[]
  /** By field. */
  errors: Record<string, string>
  /** About the form as a whole. */
  message: string | null
  status: number
}

export const NO_REFUSAL: RefusedDesk = {
  ...{ intent: "", id: "", typed: {}, villages: [], errors: {}, message: null, status: 200 },
}

/** What is wrong with one field of it, for the control with this id to say. */
export function wrongIn(refused: RefusedDesk | null, name: string, id = name): Wrong | null {
  const message = refused?.errors[name]
  return message === undefined ? null : { field: id, message }
}

type Sent<T> = { ok: true; value: T } | { ok: false; refused: RefusedDesk }

/** Sends what a form says if it can be read; what is wrong stands beside its field, nothing is lost. */
export async function sendForm<T>(
  { api, locale }: { api: Api; locale: Locale },
  path: string,
  form: { intent: string; id?: string; typed: Typed; villages?: string[]; reading: Reading },
): Promise<Sent<T>> {
  const t = pick(locale, stationKeeping)
  const { intent, id = "", typed, villages = [], reading } = form
  const again = { intent, id, typed, villages }
  if (!reading.ok) {
    const errors = Object.fromEntries(
      Object.entries(reading.errors).map(([field, reason]) => [field, t.reasons[reason]]),
    )
    return { ok: false, refused: { ...again, errors, message: null, status: 400 } }
  }
  const sent = await attempt(api.fetch<T>(path, { method: "POST", body: reading.body }))
  if (sent.ok) return sent
  const { status, code, message } = sent.error
  const text = status >= 500 ? t.failure : message
  const field = status >= 500 ? null : fieldOf(code)
  const errors: Record<string, string> = field === null ? {} : { [field]: text }
  return {
    ok: false,
    refused: { ...again, errors, message: field === null ? text : null, status },
  }
}
