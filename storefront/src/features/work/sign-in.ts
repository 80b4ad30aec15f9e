/** The form by which officials and sellers sign in: what was typed, and what is wrong with it. */

export type SignInField = "email" | "password"
export type SignInReason = "missing" | "email_wrong" | "too_long"
export type SignInErrors = Partial<Record<SignInField, SignInReason>>

export type SignInReading =
  | { isValid: true; email: string; password: string }
  | { isValid: false; email: string; errors: SignInErrors }

const longest = { email: 254, password: 200 }

/** Reads the posted form. The email comes back even when it is wrong; a password never does. */
export function readSignIn(form: FormData): SignInReading {
  const email = text(form, "email").trim()
  const password = text(form, "password")
  const errors: SignInErrors = {
    ...wrong("email", missing(email) ?? long("email", email) ?? malformed(email)),
    ...wrong("password", missing(password) ?? long("password", password)),
  }
  const isValid = Object.keys(errors).length === 0
  return isValid ? { isValid, email, password } : { isValid, email, errors }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}

function wrong(field: SignInField, reason: SignInReason | undefined): SignInErrors {
  return reason ? { [field]: reason } : {}
}

function missing(value: string): SignInReason | undefined {
  return value === "" ? "missing" : undefined
}

function long(field: SignInField, value: string): SignInReason | undefined {
  return value.length > longest[field] ? "too_long" : undefined
}

function malformed(email: string): SignInReason | undefined {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? undefined : "email_wrong"
}
