import { weighbridge } from "~/i18n/seller/weighbridge"
import { money } from "~/lib/format"
import type { Locale } from "~/lib/locale"

import { spokenWeighing } from "../spoken"
import {
  netOf,
  payableOf,
  readWeighing,
  wholeOf,
  type WeighErrors,
  type WeighField,
  type WeighReason,
} from "../weigh-fields"
import { raiseOnPress, showFloor } from "./floor-notice"
import type { Offline } from "./weighbridge"

/** The big figures while typing: net weight, the floor, what is to be paid. */
export function liveReadout(form: HTMLFormElement, offline: Offline) {
  const t = weighbridge[offline.locale]
  const at = (selector: string) => form.querySelector<HTMLElement>(selector)
  const say = (selector: string, text: string) => {
    const place = at(selector)
    if (place) place.textContent = text
  }

  function show(): void {
    const fields = readWeighing(new FormData(form))
    const net = netOf(fields)
    at("[data-readout]")?.toggleAttribute("hidden", net === null)
    say("[data-net]", net === null ? "" : (net / 1000).toFixed(1))
    say("[data-equation]", fields.tare === "" ? "" : `${fields.gross} − ${fields.tare}`)
    say("[data-jin]", net === null ? "" : t.jin(String(Math.round(net / 50) / 10)))
    showSlip()
    showFloor(form, offline)
  }

  function showSlip(): void {
    const fields = readWeighing(new FormData(form))
    const paid = payableOf(fields)
    for (const part of ["[data-slip]", "[data-say]"]) {
      at(part)?.toggleAttribute("hidden", paid === null)
    }
    const dock = document.querySelector<HTMLElement>("[data-dock]")
    if (dock) dock.hidden = paid === null
    if (!paid) return
    const price = money(wholeOf(fields.price, 2) ?? 0, offline.locale)
    say("[data-slip-line]", `${(netOf(fields) ?? 0) / 1000} kg × ${price}`)
    say("[data-slip-amount]", money(paid.amount, offline.locale))
    at("[data-slip-less]")?.toggleAttribute("hidden", paid.amount === paid.payable)
    say("[data-slip-label]", fields.deductionLabel)
    say("[data-slip-deduction]", money(paid.payable - paid.amount, offline.locale))
    say("[data-payable]", money(paid.payable, offline.locale))
    if (dock) dock.querySelector("b")!.textContent = money(paid.payable, offline.locale)
    at("[data-say]")?.replaceChildren(...sentences().map(sentence))
  }

  /** What stands on the slip, in words. */
  function sentences(): string[] {
    const fields = readWeighing(new FormData(form))
    const paid = payableOf(fields)
    if (!paid) return []
    const less = paid.amount - paid.payable
    return spokenWeighing(
      {
        netGrams: netOf(fields) ?? 0,
        kind: fields.productKind,
        priceFenPerKg: wholeOf(fields.price, 2) ?? 0,
        deduction: less > 0 ? { label: fields.deductionLabel, fen: less } : null,
        payableFen: paid.payable,
      },
      offline.locale,
    )
  }

  /** Ready for the next household. */
  function clear(): void {
    emptied(form)
    show()
  }

  raiseOnPress(form, show)
  form.addEventListener("input", show)
  show()
  return { show, clear, words: () => sentences().join(" ") }
}

/** The last sentence says what is paid, and stands out. */
function sentence(text: string, i: number, all: readonly string[]): HTMLElement {
  const line = document.createElement(i === all.length - 1 ? "b" : "span")
  line.textContent = text
  return line
}

/** Says what is wrong beside each field; answers whether nothing is. */
export function complain(form: HTMLFormElement, errors: WeighErrors, locale: Locale): boolean {
  const words = weighbridge[locale].errors
  form.querySelectorAll("[data-live-error]").forEach((old) => old.remove())
  form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"))
  const wrong = Object.entries(errors) as [WeighField, WeighReason][]
  for (const [name, reason] of wrong) {
    const said = document.createElement("p")
    said.className = "err"
    said.dataset.liveError = ""
    said.id = `${name}-error`
    said.textContent = words[reason]
    const input = form.querySelector<HTMLInputElement>(`[name="${name}"]`)
    input?.setAttribute("aria-invalid", "true")
    input?.setAttribute("aria-describedby", said.id)
    if (name === "household") form.querySelector("#s1")?.after(said)
    else input?.after(said)
  }
  const [first] = wrong
  if (first) form.querySelector<HTMLInputElement>(`[name="${first[0]}"]`)?.focus()
  return wrong.length === 0
}

const ofOnePerson = ["gross", "deduction", "deductionLabel", "reason", "code", "worker", "consent"]

/** What belongs to the goods stays, what belongs to a person goes. */
function emptied(form: HTMLFormElement): void {
  for (const name of ofOnePerson) {
    const input = form.querySelector<HTMLInputElement>(`[name="${name}"]`)
    if (input) input.value = ""
  }
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="household"]')) {
    radio.checked = false
  }
}
