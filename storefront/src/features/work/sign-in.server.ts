import { attempt, statusOf } from "~/lib/attempt"
import { nextPath } from "~/lib/next-path"
import { type SessionContext, signIn } from "~/lib/session.server"

import { readSignIn, type SignInErrors } from "./sign-in"

export type WorkActor = "official" | "member" | "station_worker"

/** The form as the page shows it again. */
export type SignInState = {
  status: number
  email: string
  errors: SignInErrors
  isRefused: boolean
  isDown: boolean
}

/**
 * Answers a visit to a sign-in page: the empty form, or, once it is posted, where to go next
 * (`next` when it is a path of this site, else `home`) or the form again with what is wrong.
 */
export async function answerSignIn(
  context: SessionContext & { request: Request },
  actor: WorkActor,
  home: string,
): Promise<{ next: string } | SignInState> {
  const again = { status: 200, email: "", errors: {}, isRefused: false, isDown: false }
  if (context.request.method !== "POST") return again
  const reading = readSignIn(await context.request.formData())
  if (!reading.isValid) return { ...again, status: 400, ...reading }
  const { email, password } = reading
  const outcome = await attempt(signIn(context, actor, { email, password }))
  if (!outcome.ok) return { ...again, status: statusOf(outcome.error), email, isDown: true }
  if (!outcome.value) return { ...again, status: 401, email, isRefused: true }
  return { next: nextPath(context.url.searchParams.get("next"), home) }
}
