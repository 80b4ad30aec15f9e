import type { Stripe, StripeConstructor, StripeElements } from "@stripe/stripe-js"

/** What the page hands to the script; all of it may be seen by the buyer. */
type Settings = {
  scriptUrl: string
  publishableKey: string
  clientSecret: string
  returnUrl: string
  locale: "zh" | "en"
  paying: string
  failed: string
  unreachable: string
}

type Form = {
  form: HTMLFormElement
  fields: HTMLElement
  error: HTMLElement
  button: HTMLButtonElement
  settings: Settings
}

/**
 * In the browser: loads the payment service's own script, lets it draw the card's fields, and asks
 * it to confirm. A paid card leads to the return page, through the bank where the bank asks for it.
 */
export function openCardForm(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-card]")
  const fields = form?.querySelector<HTMLElement>("[data-card-fields]")
  const error = form?.querySelector<HTMLElement>("[data-card-error]")
  const button = form?.querySelector("button")
  if (!form || !fields || !error || !button) return
  const settings = JSON.parse(form.dataset.card ?? "{}") as Settings
  void mount({ form, fields, error, button, settings })
}

async function mount(page: Form): Promise<void> {
  const { form, fields, settings } = page
  form.addEventListener("submit", (event) => {
    event.preventDefault()
  })
  try {
    const create = await loadStripe(settings.scriptUrl)
    const stripe = create(settings.publishableKey, { locale: settings.locale })
    const elements = stripe.elements({
      clientSecret: settings.clientSecret,
      appearance: appearanceOf(fields),
    })
    const element = elements.create("payment", { layout: "tabs" })
    element.on("ready", () => {
      fields.querySelector("[data-card-loading]")?.remove()
      page.button.disabled = false
    })
    element.on("loaderror", () => {
      say(page, settings.unreachable)
    })
    element.mount(fields.appendChild(document.createElement("div")))
    form.addEventListener("submit", () => {
      void pay(page, stripe, elements)
    })
  } catch {
    fields.querySelector("[data-card-loading]")?.remove()
    say(page, settings.unreachable)
  }
}

/** One press pays once: the button is out of reach until the answer is there. */
async function pay(page: Form, stripe: Stripe, elements: StripeElements): Promise<void> {
  const { button, settings } = page
  if (button.disabled) return
  button.disabled = true
  const label = button.textContent
  button.textContent = settings.paying
  say(page, null)
  const checked = await elements.submit()
  const { error } = checked.error
    ? checked
    : await stripe.confirmPayment({
        elements,
        confirmParams: { return_url: settings.returnUrl },
      })
  say(page, error?.message ?? settings.failed)
  button.textContent = label
  button.disabled = false
}

function say({ error }: Form, message: string | null): void {
  error.textContent = message
  error.hidden = message === null
}

function loadStripe(url: string): Promise<StripeConstructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = url
    script.onload = () => {
      if (window.Stripe) resolve(window.Stripe)
      else reject(new Error("The script of the payment service defines nothing."))
    }
    script.onerror = () => {
      reject(new Error("The script of the payment service did not load."))
    }
    document.head.append(script)
  })
}

/** The fields look like ours, in light and dark. */
function appearanceOf(near: Element) {
  const token = (name: string) => getComputedStyle(near).getPropertyValue(name).trim()
  return {
    theme: "flat" as const,
    variables: {
      colorPrimary: token("--accent"),
      colorBackground: token("--paper-raised"),
      colorText: token("--ink"),
      colorDanger: token("--bad"),
      borderRadius: "2px",
      fontSizeBase: "16px",
    },
  }
}
