/**
 * With scripts, a change of quantity is sent at once and only the basket is replaced. The form is
 * the same one that works without: whatever fails here is left to the browser's own submission.
 */
const region = "#basket"

type Sending = { form: HTMLFormElement; submitter?: HTMLButtonElement | null }

let isBusy = false
let waiting: Sending | null = null

document.addEventListener("change", (event) => {
  const form = formOf(event.target)
  if (form) void send({ form })
})

document.addEventListener("submit", (event) => {
  const form = formOf(event.target)
  if (!form) return
  event.preventDefault()
  const submitter = event.submitter instanceof HTMLButtonElement ? event.submitter : null
  void send({ form, submitter: step(form, submitter) ? null : submitter })
})

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest<HTMLFormElement>("form[data-auto]") : null
}

/** − and + change the field itself, so that quick presses add up while one is on its way. */
function step(form: HTMLFormElement, button: HTMLButtonElement | null): boolean {
  if (button?.name !== "less" && button?.name !== "more") return false
  const field = form.elements.namedItem(`quantity:${button.value}`)
  if (!(field instanceof HTMLInputElement) || !/^\d+$/.test(field.value)) return false
  const next = Number(field.value) + (button.name === "more" ? 1 : -1)
  field.value = String(Math.max(0, next))
  return true
}

async function send(sending: Sending): Promise<void> {
  const { form, submitter } = sending
  if (isBusy) {
    waiting = { form, submitter: submitter ?? waiting?.submitter }
    return
  }
  isBusy = true
  document.querySelector(region)?.setAttribute("aria-busy", "true")
  try {
    const body = new URLSearchParams()
    new FormData(form, submitter).forEach((value, name) => {
      if (typeof value === "string") body.append(name, value)
    })
    const response = await fetch(addressOf(form), { method: "POST", body })
    const page = new DOMParser().parseFromString(await response.text(), "text/html")
    isBusy = false
    const next = waiting
    waiting = null
    if (next) return await send(next)
    show(page)
  } catch {
    form.submit()
  }
}

/** The attribute, because `form.action` is the form's own field of that name. */
function addressOf(form: HTMLFormElement): string {
  return form.getAttribute("action") ?? location.href
}

function show(page: Document): void {
  const focused = document.activeElement?.id
  for (const selector of [region, "[data-cart-count]"]) {
    const fresh = page.querySelector(selector)
    if (fresh) document.querySelector(selector)?.replaceWith(fresh)
  }
  if (focused) document.getElementById(focused)?.focus()
}
