import { weighbridge } from "~/i18n/seller/weighbridge"
import { money } from "~/lib/format"

import { floorOf, readWeighing, wholeOf } from "../weigh-fields"
import type { Offline } from "./weighbridge"

const PARTS = ["[data-floor-title]", "[data-floor-lead]", "[data-floor-raise]"]

/** Says how far a price lies below what the household's agreement promises, and offers the floor. */
export function showFloor(form: HTMLFormElement, offline: Offline): void {
  const t = weighbridge[offline.locale]
  const parts = PARTS.flatMap((part) => form.querySelector<HTMLElement>(part) ?? [])
  const found = belowFloor(form, offline)
  form.querySelector("[data-floor]")?.classList.toggle("on", found !== null)
  for (const part of parts) part.hidden = found === null
  const [title, lead, raise] = parts
  if (!found || !title || !lead || !raise) return
  const { floor, price } = found
  const promised = money(floor.fen_per_kg, offline.locale)
  title.textContent = t.floorTitle(money(floor.fen_per_kg - price, offline.locale))
  lead.textContent = t.floorLead(floor.agreement, promised)
  raise.textContent = t.raise(promised)
  raise.dataset.floorRaise = String(floor.fen_per_kg / 100)
}

/** The floor that the typed price lies below, or `null`. */
function belowFloor(form: HTMLFormElement, { households }: Offline) {
  const fields = readWeighing(new FormData(form))
  const household = households.find(({ id }) => id === fields.household)
  const floor = floorOf(household?.floors ?? [], fields)
  const price = wholeOf(fields.price, 2)
  return floor && price !== null && price < floor.fen_per_kg ? { floor, price } : null
}

/** The offered floor becomes the price; `show` draws the figures anew. */
export function raiseOnPress(form: HTMLFormElement, show: () => void): void {
  const raise = form.querySelector<HTMLElement>("[data-floor-raise]")
  raise?.addEventListener("click", () => {
    const price = form.querySelector<HTMLInputElement>('[name="price"]')
    if (!price) return
    price.value = raise.dataset.floorRaise ?? price.value
    show()
    price.focus()
  })
}
