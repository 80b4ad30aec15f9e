/** The text of whatever was thrown: workflows rethrow plain objects that were errors once. */
export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === "string" ? message : String(error)
}
