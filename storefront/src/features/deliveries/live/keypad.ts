import { isKey, type Key, pressed, rooms } from "../keypad"

const PADS = {
  weight: { gross: rooms.weight, tare: rooms.weight, price: rooms.price, deduction: rooms.price },
  code: { code: rooms.code },
}
/** Where Enter leads: a scale ends its reading with it, and a weighing is not sent half-way. */
const NEXT: Record<string, string> = { gross: "tare", tare: "price", price: "deduction" }

/**
 * Shows the keypads of the page and lets them fill the field that was touched last. With the keypad in
 * sight the phone's own keyboard stays away from these fields; a keyboard or a scale that types
 * still fills them, also while no field has the focus.
 */
export function openKeypads(form: HTMLFormElement): { restart: () => void } {
  const pads: Pad[] = []
  for (const pad of form.querySelectorAll<HTMLElement>("[data-keypad]")) {
    pad.hidden = false
    const isCode = pad.dataset.keypad === "code"
    const opened = isCode
      ? openPad(form, pad, PADS.code, "code")
      : openPad(form, pad, PADS.weight, "gross")
    if (!isCode) typeAnywhere(form, opened)
    pads.push(opened)
  }
  return { restart: () => pads.forEach((each) => each.restart()) }
}

type Pad = { press: (key: Key) => void; next: () => void; restart: () => void }
type Fields = Record<string, { whole: number; decimals: number }>

function openPad(form: HTMLFormElement, pad: HTMLElement, fields: Fields, start: string): Pad {
  let active = start
  const input = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  function choose(name: string): void {
    active = name
    const names = Object.keys(fields)
    if (names.length === 1) return
    for (const each of names) {
      input(each)?.toggleAttribute("data-active", each === name)
    }
  }
  function press(key: Key): void {
    const field = input(active)
    const room = fields[active]
    if (!field || !room) return
    field.value = pressed(field.value, key, room)
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
  for (const name of Object.keys(fields)) {
    const field = input(name)
    if (name === "gross" || name === "tare" || name === "code")
      field?.setAttribute("inputmode", "none")
    field?.addEventListener("focus", () => choose(name))
  }
  pad.addEventListener("click", ({ target }) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>("[data-key]")?.dataset.key : ""
    if (key && isKey(key)) press(key)
  })
  choose(start)
  return {
    press,
    next: () => input(NEXT[active] ?? active)?.focus(),
    restart: () => choose(start),
  }
}

/** Keys that no field takes go to the weight; Enter leads on instead of sending the form. */
function typeAnywhere(form: HTMLFormElement, { press, next }: Pad): void {
  document.addEventListener("keydown", (event) => {
    const field = event.target instanceof HTMLInputElement ? event.target.name : ""
    if (event.key === "Enter" && (field in NEXT || isReading(form, event))) {
      event.preventDefault()
      return next()
    }
    const key = event.key === "Backspace" ? "back" : event.key
    if (!isFree(event, field) || !isKey(key)) return
    event.preventDefault()
    press(key)
  })
}

/** Whether a scale that types into nothing has ended its reading. */
function isReading(form: HTMLFormElement, { target }: KeyboardEvent): boolean {
  return target === document.body && Boolean(form.querySelector<HTMLInputElement>("#gross")?.value)
}

/** Whether the key means no field: nothing has the focus, or the choice of the household has. */
function isFree({ target, key, ctrlKey, metaKey, altKey }: KeyboardEvent, field: string): boolean {
  if (ctrlKey || metaKey || altKey) return false
  return target === document.body || (field === "household" && /^[\d.]$/.test(key))
}
