/**
 * Money and weight as a person types them, read without floating point: `68.5` yuan is 6850 fen,
 * `2.5` jin is 1250 grams. What cannot be read comes back as the reason.
 */

export type WeightUnit = "jin" | "kg" | "g"
export const weightUnits: readonly WeightUnit[] = ["jin", "kg", "g"]

export type MeasureProblem = "missing" | "unreadable" | "too_fine" | "too_large"

const gramsPer: Record<WeightUnit, number> = { g: 1, jin: 500, kg: 1000 }
/** Longer whole parts are a slip of the finger, and would leave the safe integers. */
const mostDigits = 9

/** Yuan with up to two decimals → fen. */
export function fenOfYuan(text: string): number | MeasureProblem {
  return scaled(text, 2)
}

/** Grams, jin (500 g) or kilograms → whole grams; `too_fine` when it is no whole gram. */
export function gramsOf(text: string, unit: WeightUnit): number | MeasureProblem {
  const thousandths = scaled(text, 3)
  if (typeof thousandths !== "number") return thousandths
  const product = thousandths * gramsPer[unit]
  return product % 1000 === 0 ? product / 1000 : "too_fine"
}

/** A whole number, such as a count of packs. */
export function wholeOf(text: string): number | MeasureProblem {
  return scaled(text, 0)
}

/** Fen as they are typed: `6850` → `68.50`. */
export function yuanText(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`
}

/** Grams as they are typed: in jin (or kilograms) where that is short, else in grams. */
export function weightText(grams: number, large: "jin" | "kg"): { text: string; unit: WeightUnit } {
  const per = gramsPer[large]
  const isShort = grams >= per && (grams * 100) % per === 0
  return isShort
    ? { text: String((grams * 100) / per / 100), unit: large }
    : { text: String(grams), unit: "g" }
}

/** A decimal number times 10^places as an integer. */
function scaled(text: string, places: number): number | MeasureProblem {
  const typed = plainDigits(text)
  if (!typed) return "missing"
  const match = /^(\d*)(?:\.(\d*))?$/.exec(typed)
  const [, whole = "", typedDecimals = ""] = match ?? []
  if (!whole && !typedDecimals) return "unreadable"
  const decimals = typedDecimals.replace(/0+$/, "")
  if (decimals.length > places) return "too_fine"
  if (whole.replace(/^0+/, "").length > mostDigits) return "too_large"
  return Number(whole + decimals.padEnd(places, "0"))
}

/** As typed on a Chinese phone: full-width digits, a sign of yuan, commas between thousands. */
function plainDigits(text: string): string {
  const typed = text
    .normalize("NFKC")
    .replace(/[\s¥元]/g, "")
    .replace("。", ".")
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed) ? typed.replaceAll(",", "") : typed
}
