import { pick } from "~/i18n/catalogue"
import { listingLive } from "~/i18n/seller/listing-live"
import type { Locale } from "~/lib/locale"

type Typed = [name: string, value: string][]

type Hands = {
  addVariant: (key?: string) => void
  addPhoto: (url: string) => void
  checkPacks: () => void
}

const prefix = "shangxing:listing:"

/**
 * Keeps what is being typed on the phone until it is saved: a closed tab or an empty battery costs
 * nothing. A later visit offers it, and takes it back only when asked to.
 */
export function keepTyped(form: HTMLFormElement, locale: Locale, hands: Hands): void {
  const path = new URL(form.action).pathname.replace(/^\/en\//, "/")
  const key = prefix + path
  if ("done" in form.dataset) {
    forget(key)
    forget(`${prefix}/seller/products/new`)
  }
  const before = JSON.stringify(typedIn(form))
  const kept = recall(key)
  if (kept && "fresh" in form.dataset && JSON.stringify(kept) !== before) {
    offer(form, locale, {
      restore: () => restore(form, kept, hands),
      drop: () => forget(key),
    })
  }
  let waiting: number | undefined
  form.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => remember(key, typedIn(form)), 400)
  })
}

/** Text, choices and addresses of photos; files themselves cannot be kept. */
function typedIn(form: HTMLFormElement): Typed {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "confirmed" ? [[name, value] as [string, string]] : [],
  )
}

function restore(form: HTMLFormElement, kept: Typed, hands: Hands): void {
  for (const [name, value] of kept) {
    const key = /^variant_(\d+)_title$/.exec(name)?.[1]
    if (key !== undefined) hands.addVariant(key)
    if (name === "photo") hands.addPhoto(value)
  }
  for (const control of form.elements) {
    if (isField(control)) {
      const values = kept.filter(([name]) => name === control.name).map(([, value]) => value)
      fill(control, values)
    }
  }
  hands.checkPacks()
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a person fills in; hidden fields are the form's own. */
function isField(control: Element): control is Field {
  if (control instanceof HTMLInputElement) return !["file", "hidden"].includes(control.type)
  return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement
}

function fill(control: Field, values: string[]): void {
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    control.checked = values.includes(control.value)
  } else if (values[0] !== undefined) {
    control.value = values[0]
  }
}

function offer(
  form: HTMLFormElement,
  locale: Locale,
  { restore, drop }: { restore: () => void; drop: () => void },
): void {
  const t = pick(locale, listingLive).kept
  const notice = document.createElement("div")
  notice.className = "notice"
  notice.dataset.s = "held"
  const lead = document.createElement("strong")
  lead.textContent = t.lead
  const acts = document.createElement("div")
  acts.className = "acts"
  for (const [label, act] of [
    [t.restore, restore],
    [t.drop, drop],
  ] as const) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "btn"
    button.textContent = label
    button.addEventListener("click", () => {
      act()
      notice.remove()
    })
    acts.append(button)
  }
  notice.append(lead, acts)
  form.prepend(notice)
}

// A phone may refuse to store anything; the form works without.
function remember(key: string, typed: Typed): void {
  try {
    localStorage.setItem(key, JSON.stringify(typed))
  } catch {
    return
  }
}

function recall(key: string): Typed | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Typed | null
  } catch {
    return null
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    return
  }
}
