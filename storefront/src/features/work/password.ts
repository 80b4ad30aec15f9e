/** The form by which people at work choose a password of their own: what was typed, and what is wrong. */

export type PasswordField = "current_password" | "password" | "password_again"
export type PasswordReason = "missing" | "differs"

export type PasswordReading =
  | { isValid: true; body: { current_password: string; password: string } }
  | { isValid: false; errors: Partial<Record<PasswordField, PasswordReason>> }

/** Checks every field at once. Passwords are taken as typed, with their spaces; what they must be is the backend's to say. */
export function readPassword(form: FormData): PasswordReading {
  const [current_password, password, again] = [
    text(form, "current_password"),
    text(form, "password"),
    text(form, "password_again"),
  ]
  const wrongAgain = again === "" ? "missing" : again === password ? null : "differs"
  const errors: Partial<Record<PasswordField, PasswordReason>> = {
    ...(current_password === "" && { current_password: "missing" }),
    ...(password === "" && { password: "missing" }),
    ...(wrongAgain && { password_again: wrongAgain }),
  }
  const isValid = Object.keys(errors).length === 0
  return isValid ? { isValid, body: { current_password, password } } : { isValid, errors }
}

/** The field that a refusal of the backend's is about. */
export function refusedField(code: string | undefined): PasswordField {
  return code === "password_wrong" ? "current_password" : "password"
}

function text(form: FormData, name: PasswordField): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}
