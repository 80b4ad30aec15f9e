import { nextPath } from "~/lib/next-path"
import type { SessionContext } from "~/lib/session.server"

import { type AccountErrors, type AccountValues, readAccountForm, typedIn } from "./account"
import { registerCustomer, signInCustomer } from "./account.server"

/** The form with what is wrong with it, and the status that the page answers. */
export type EnterView = {
  status: number
  values: AccountValues
  errors: AccountErrors
  isRefused: boolean
}

export type EnterAnswer = { next: string } | EnterView

/**
 * Answers the posted form of signing in or registering; `home` is where to go when the form names
 * no page. @throws ApiError when the backend fails
 */
export async function enter(
  context: SessionContext,
  form: FormData,
  mode: "sign-in" | "register",
  home: string,
): Promise<EnterAnswer> {
  const values = typedIn(form)
  const reading = readAccountForm(form, mode)
  if (!reading.isValid) return { status: 400, values, errors: reading.errors, isRefused: false }
  const isIn = await (mode === "register" ? registerCustomer : signInCustomer)(
    context,
    reading.values,
  )
  if (isIn) {
    const asked = form.get("next")
    return { next: nextPath(typeof asked === "string" ? asked : null, home) }
  }
  return mode === "register"
    ? { status: 409, values, errors: { email: "email_taken" }, isRefused: false }
    : { status: 401, values, errors: {}, isRefused: true }
}

/** The form as one comes to it. */
export function emptyForm(): EnterAnswer {
  return {
    status: 200,
    values: { name: "", email: "", password: "" },
    errors: {},
    isRefused: false,
  }
}
