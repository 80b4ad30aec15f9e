import { cardFault, slashed, spaced, type TypedCard } from "./card.ts"
import type { FieldWords } from "./words.ts"

type Handler = (event: Record<string, unknown>) => void

const style = (colors: Record<string, string | undefined>) => `
:host { display: block; font: 400 16px/1.5 inherit; color: ${colors.colorText ?? "inherit"} }
.grid { display: grid; gap: 12px; grid-template-columns: 1fr 1fr }
.wide { grid-column: 1 / -1 }
label { display: grid; gap: 4px; font-size: 14px; font-weight: 700 }
input { box-sizing: border-box; width: 100%; min-height: 48px; padding: 8px 12px; font: 400 16px/1.4 ui-monospace, monospace; color: inherit;
  background: ${colors.colorBackground ?? "Canvas"}; border: 1.5px solid; border-radius: ${colors.borderRadius ?? "4px"} }
input:focus-visible { outline: 3px solid ${colors.colorPrimary ?? "Highlight"}; outline-offset: 1px }
p { margin: 0; font-size: 14px }
summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; font-size: 14px; text-decoration: underline }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 8px; font-size: 14px }
dt { font-family: ui-monospace, monospace } dd { margin: 0 }
`

/** The Payment Element as far as it takes cards: three fields, drawn in a shadow of their own. */
export function createPaymentElement(
  words: FieldWords,
  colors: Record<string, string | undefined>,
) {
  const handlers = new Map<string, Set<Handler>>()
  const { host, root, number, expiry, cvc } = drawFields(words, colors)

  const typed = (): TypedCard => ({
    number: number.value,
    expiry: expiry.value,
    cvc: cvc.value,
  })
  const tell = (name: string, event: Record<string, unknown> = {}) => {
    for (const handler of handlers.get(name) ?? []) handler({ elementType: "payment", ...event })
  }
  root.addEventListener("input", () => {
    tell("change", {
      complete: cardFault(typed(), new Date()) === null,
      empty: !number.value && !expiry.value && !cvc.value,
      value: { type: "card" },
    })
  })
  const element = {
    mount(place: string | HTMLElement) {
      const parent = typeof place === "string" ? document.querySelector(place) : place
      if (!parent) throw new Error("The selector you specified applies to no DOM elements.")
      parent.replaceChildren(host)
      queueMicrotask(() => {
        tell("ready")
      })
    },
    on(name: string, handler: Handler) {
      handlers.set(name, (handlers.get(name) ?? new Set()).add(handler))
      return element
    },
    off(name: string, handler?: Handler) {
      if (handler) handlers.get(name)?.delete(handler)
      else handlers.delete(name)
      return element
    },
    unmount() {
      host.remove()
    },
    destroy() {
      host.remove()
      handlers.clear()
    },
    clear() {
      for (const input of [number, expiry, cvc]) input.value = ""
    },
    focus() {
      number.focus()
    },
    /** Not Stripe's: for `elements.submit` and `confirmPayment`. */
    typed,
  }
  return element
}

/** The element's shadow: a note that it is simulated, three fields, and the test cards. */
function drawFields(words: FieldWords, colors: Record<string, string | undefined>) {
  const host = document.createElement("div")
  const root = host.attachShadow({ mode: "open" })
  const sheet = root.appendChild(document.createElement("style"))
  sheet.textContent = style(colors)
  const grid = root.appendChild(document.createElement("div"))
  grid.className = "grid"
  const note = grid.appendChild(document.createElement("p"))
  note.className = "wide"
  note.textContent = words.simulated
  const number = field(grid, words.number, "cc-number", "wide", spaced)
  const expiry = field(grid, words.expiry, "cc-exp", "", slashed)
  const cvc = field(grid, words.cvc, "cc-csc", "", (text) => text.replace(/\D/g, "").slice(0, 4))
  root.append(testCards(words))
  return { host, root, number, expiry, cvc }
}

function field(
  grid: HTMLElement,
  label: string,
  autocomplete: "cc-number" | "cc-exp" | "cc-csc",
  column: string,
  tidy: (text: string) => string,
): HTMLInputElement {
  const wrapper = grid.appendChild(document.createElement("label"))
  wrapper.className = column
  wrapper.append(label)
  const input = wrapper.appendChild(document.createElement("input"))
  input.inputMode = "numeric"
  input.autocomplete = autocomplete
  input.addEventListener("input", () => {
    input.value = tidy(input.value)
  })
  return input
}

function testCards(words: FieldWords): HTMLElement {
  const details = document.createElement("details")
  const summary = details.appendChild(document.createElement("summary"))
  summary.textContent = words.cards
  const list = details.appendChild(document.createElement("dl"))
  for (const [number, effect] of Object.entries(words.samples)) {
    list.appendChild(document.createElement("dt")).textContent = number
    list.appendChild(document.createElement("dd")).textContent = effect
  }
  details.appendChild(document.createElement("p")).textContent = words.cardsNote
  return details
}
