import { pick } from "~/i18n/catalogue"
import { listingLive } from "~/i18n/seller/listing-live"
import type { Locale } from "~/lib/locale"

/** One press is one sending: a second one on a slow network would pack twice. */
export function liveSaving(form: HTMLFormElement, locale: Locale): void {
  const state = form.querySelector<HTMLElement>("[data-saving]")
  form.addEventListener("submit", (event) => {
    if ("sent" in form.dataset) {
      event.preventDefault()
      return
    }
    form.dataset.sent = ""
    if (state) state.textContent = pick(locale, listingLive).saving
  })
  // Coming back by the browser's history shows the page as it was left.
  window.addEventListener("pageshow", () => {
    delete form.dataset.sent
    if (state) state.textContent = ""
  })
}
