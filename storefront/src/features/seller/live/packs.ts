import { packText } from "~/features/seller/listing-words"
import type { WeightUnit } from "~/features/seller/measure"
import { type LotChoice, packNotes } from "~/features/seller/packing"
import { type TypedPack, usesTyped } from "~/features/seller/typed-packing"
import type { Locale } from "~/lib/locale"

type KnownLot = Pick<LotChoice, "id" | "code" | "leftG">

/** Says under each packing what it leaves of its lot, as one types. Returns the check itself. */
export function livePacks(form: HTMLFormElement, locale: Locale): () => void {
  const lots = JSON.parse(form.dataset.lots ?? "[]") as KnownLot[]
  const check = () => {
    const variants = [...form.querySelectorAll<HTMLElement>("[data-variant]")]
    const typed = variants.filter((variant) => !isRemoved(variant)).map(readTyped)
    const notes = packNotes(lots, usesTyped(typed))
    for (const variant of variants) {
      const line = variant.querySelector<HTMLElement>("[data-pack-note]")
      const note = notes.get(variant.dataset.variant ?? "")
      if (!line) continue
      const { text, isOver } = note ? packText(note, locale) : { text: "", isOver: false }
      if (line.textContent !== text) line.textContent = text
      line.classList.toggle("over", isOver)
      line.hidden = text === ""
    }
  }
  form.addEventListener("input", (event) => {
    forgetMistake(event.target)
    check()
  })
  return check
}

/** A field that is being mended no longer shows what was wrong with it. */
function forgetMistake(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || !target.hasAttribute("aria-invalid")) return
  target.removeAttribute("aria-invalid")
  document.getElementById(`${target.id}-error`)?.remove()
}

function isRemoved(variant: HTMLElement): boolean {
  return valueOf(variant, "removed") !== null
}

function readTyped(variant: HTMLElement): TypedPack {
  return {
    key: variant.dataset.variant ?? "",
    lotId: valueOf(variant, "lot") ?? "",
    units: valueOf(variant, "units") ?? "",
    weight: valueOf(variant, "weight") ?? "",
    unit: (valueOf(variant, "unit") ?? "g") as WeightUnit,
  }
}

/** A field's value; `null` for a box that is not ticked and for a field that is not there. */
function valueOf(variant: HTMLElement, field: string): string | null {
  const control = variant.querySelector<HTMLInputElement | HTMLSelectElement>(`[name$="_${field}"]`)
  if (!control) return null
  const isUnticked = control instanceof HTMLInputElement && control.type === "checkbox"
  return isUnticked && !control.checked ? null : control.value
}
