/** A field of a posted form as text, without the spaces around it; nothing for a file or no field. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value.trim() : ""
}
