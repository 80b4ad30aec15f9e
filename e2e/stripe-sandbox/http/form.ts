/**
 * Stripe's form encoding: `a[b][0]=x`, `a[b][]=x`, `a=x`. Values stay strings here; their
 * meaning comes from the schema (schema/coerce.ts).
 */
export type FormValue = string | { [key: string]: FormValue }
export type Form = Record<string, FormValue>

const depthLimit = 12

/** Parses a body or a query string; throws RangeError on keys nested beyond reason. */
export function parseForm(text: string): Form {
  const form = emptyForm()
  for (const [name, value] of new URLSearchParams(text)) {
    const path = splitName(name)
    if (path.length > depthLimit) throw new RangeError(`Parameter nested too deeply: ${name}`)
    place(form, path, value)
  }
  return form
}

// No prototype: a parameter called `__proto__` is just another unknown parameter.
const emptyForm = (): Form => Object.create(null) as Form

function splitName(name: string): string[] {
  const open = name.indexOf("[")
  if (open <= 0) return [name]
  const keys = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "")
  return [name.slice(0, open), ...keys]
}

function place(form: Form, path: string[], value: string): void {
  let node = form
  for (const key of path.slice(0, -1)) {
    const name = nameIn(node, key)
    const child = node[name]
    const next = typeof child === "object" ? child : emptyForm()
    node[name] = next
    node = next
  }
  node[nameIn(node, path.at(-1) ?? "")] = value
}

/** `[]` means "the next index". */
const nameIn = (node: Form, key: string) => (key === "" ? String(Object.keys(node).length) : key)
