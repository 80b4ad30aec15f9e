import { z } from "astro/zod"

/** The fields of signing in and registering, and what can be wrong with them. Pure. */

export type AccountField = "name" | "email" | "password"

export type AccountReason =
  "missing" | "email_wrong" | "password_short" | "too_long" | "email_taken"

export type AccountErrors = Partial<Record<AccountField, AccountReason>>

export type AccountValues = Record<AccountField, string>

const email = z
  .string()
  .min(1, "missing")
  .max(120, "too_long")
  .transform((text) => text.toLowerCase())
  .pipe(z.email("email_wrong"))

/** An existing password is only asked to be there: rules for new ones must not lock anyone out. */
const signInSchema = z.object({
  name: z.string(),
  email,
  password: z.string().min(1, "missing").max(200, "too_long"),
})

const registerSchema = z.object({
  name: z.string().min(1, "missing").max(40, "too_long"),
  email,
  password: z.string().min(1, "missing").min(8, "password_short").max(200, "too_long"),
})

export type AccountReading =
  { isValid: true; values: AccountValues } | { isValid: false; errors: AccountErrors }

/** Checks every field at once. The password is taken as typed, with its spaces. */
export function readAccountForm(form: FormData, mode: "sign-in" | "register"): AccountReading {
  const result = (mode === "register" ? registerSchema : signInSchema).safeParse(typedIn(form))
  if (result.success) return { isValid: true, values: result.data }
  const errors: AccountErrors = {}
  for (const issue of result.error.issues) {
    errors[issue.path[0] as AccountField] ??= issue.message as AccountReason
  }
  return { isValid: false, errors }
}

/** What was typed, to show it again (the page never shows the password). */
export function typedIn(form: FormData): AccountValues {
  const text = (name: AccountField) => {
    const value = form.get(name)
    return typeof value === "string" ? value : ""
  }
  return { name: text("name").trim(), email: text("email").trim(), password: text("password") }
}
