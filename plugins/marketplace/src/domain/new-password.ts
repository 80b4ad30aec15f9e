/**
 * Which password people may choose for themselves. Length is what keeps one from being guessed, so nothing
 * is asked of its letters; what others know already is none.
 */

export const PASSWORD_LEAST = 8
export const PASSWORD_MOST = 200

export type PasswordRefusal =
  "password_short" | "password_long" | "password_known" | "password_unchanged"

export type PasswordChange = {
  readonly email: string
  readonly current: string
  readonly next: string
}

/** Why `next` cannot be the password from now on; null when it can. Lengths are in code points. */
export function passwordRefusal({ email, current, next }: PasswordChange): PasswordRefusal | null {
  const length = [...next].length
  if (length < PASSWORD_LEAST) return "password_short"
  if (length > PASSWORD_MOST) return "password_long"
  if (next === current) return "password_unchanged"
  return isKnown(next, email) ? "password_known" : null
}

/** One character over and over, or the e-mail address that stands beside it in every list. */
function isKnown(next: string, email: string): boolean {
  const said = next.trim().toLowerCase()
  const [name] = email.toLowerCase().split("@")
  return new Set(said).size <= 1 || said === email.toLowerCase() || said === name
}
