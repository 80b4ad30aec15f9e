import type { AstroGlobal } from "astro"

import { pick } from "~/i18n/catalogue"
import { ownPassword } from "~/i18n/work/own-password"
import { attempt } from "~/lib/attempt"
import { localized } from "~/lib/locale"
import { signIn } from "~/lib/session.server"
import { paths } from "~/paths"

import { keepPrivate } from "./private"
import { type PasswordField, readPassword, refusedField } from "./password"
import type { WorkActor } from "./sign-in.server"
import { visitAs } from "./visit.server"

type Page = Pick<AstroGlobal, "cookies" | "locals" | "url" | "redirect" | "request" | "response">

/** The form as the page shows it: what is wrong by field, in the reader's words. */
export type PasswordState = {
  errors: Partial<Record<PasswordField, string>>
  isDown: boolean
  isDone: boolean
}

const areas = { official: "official", member: "seller", station_worker: "station" } as const

/**
 * Answers a visit to the page where somebody at work chooses a password: the empty form, the form again
 * with what is wrong, or, once it is changed, the same page with word of it.
 */
export async function answerPassword(
  page: Page,
  actor: WorkActor,
): Promise<Response | PasswordState> {
  const { locale } = page.locals
  const area = areas[actor]
  const visit = await visitAs<object>(page, actor, paths[area].signIn)
  if (visit instanceof Response) return visit
  keepPrivate(page.response)
  const isDone = page.url.searchParams.get("done") === "changed"
  const state: PasswordState = { errors: {}, isDown: false, isDone }
  if (!visit.ok) return answer(page, 503, { ...state, isDown: true })
  if (page.request.method !== "POST") return state
  const reading = readPassword(await page.request.formData())
  if (!reading.isValid) {
    const { reasons } = pick(locale, ownPassword)
    const errors = Object.fromEntries(
      Object.entries(reading.errors).map(([field, reason]) => [field, reasons[reason]]),
    )
    return answer(page, 400, { ...state, isDone: false, errors })
  }
  const { body } = reading
  const sent = await attempt(
    visit.value.api.fetch<{ email: string }>(`/${area}/me/password`, { method: "POST", body }),
  )
  if (sent.ok) {
    // The old session has ended with the old password. Should the new one not open, the page asks for it.
    await attempt(signIn(page, actor, { email: sent.value.email, password: body.password }))
    return page.redirect(localized(locale, paths[area].password({ done: "changed" })), 303)
  }
  const { status, code, message } = sent.error
  if (status >= 500) return answer(page, 503, { ...state, isDone: false, isDown: true })
  return answer(page, status, {
    ...state,
    isDone: false,
    errors: { [refusedField(code)]: message },
  })
}

function answer(page: Page, status: number, state: PasswordState): PasswordState {
  page.response.status = status
  return state
}
