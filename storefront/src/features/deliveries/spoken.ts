import type { Locale } from "~/lib/locale"

/**
 * A weighing in words, to be read by the household or to it. Money is fen and weights are grams; it
 * says 4 元 2 角, as one says it at the scale, not ¥4.20.
 */

export type Said = {
  netGrams: number
  kind: string
  priceFenPerKg: number
  deduction: { label: string; fen: number } | null
  payableFen: number
}

/** 4 元 2 角 · 1,956 元零 5 分 · 5 角. */
export function spokenMoney(fen: number, locale: Locale): string {
  const size = Math.abs(fen)
  if (locale === "en") return `${fen < 0 ? "minus " : ""}${inYuan(size)}`
  return `${fen < 0 ? "负 " : ""}${inYuanJiaoFen(size)}`
}

function inYuan(fen: number): string {
  const part = fen % 100 === 0 ? "" : `.${String(fen % 100).padStart(2, "0")}`
  return `${wholeYuan(fen)}${part} yuan`
}

function inYuanJiaoFen(fen: number): string {
  const [jiao, left] = [Math.floor(fen / 10) % 10, fen % 10]
  const tail = [jiao > 0 && `${jiao} 角`, left > 0 && `${left} 分`].filter(Boolean).join(" ")
  if (tail === "") return `${wholeYuan(fen)} 元`
  if (fen < 100) return tail
  return `${wholeYuan(fen)} 元${jiao === 0 ? "零 " : " "}${tail}`
}

const wholeYuan = (fen: number) => Math.floor(fen / 100).toLocaleString("en")

/** The sentences of a weighing, the last of them what the household gets. */
export function spokenWeighing(said: Said, locale: Locale): string[] {
  const { netGrams, kind, priceFenPerKg, deduction, payableFen } = said
  const kg = (netGrams / 1000).toLocaleString("en", { maximumFractionDigits: 3 })
  const price = spokenMoney(priceFenPerKg, locale)
  const less = deduction && spokenMoney(deduction.fen, locale)
  const paid = spokenMoney(payableFen, locale)
  return locale === "en"
    ? [
        `${kg} kilograms of ${kind},`,
        `${price} a kilogram.`,
        ...(deduction ? [`${deduction.label}: ${less ?? ""} less.`] : []),
        `You get ${paid}.`,
      ]
    : [
        `${kg} 公斤${kind}，`,
        `每公斤 ${price}，`,
        ...(deduction ? [`扣${deduction.label} ${less ?? ""}。`] : []),
        `付给您 ${paid}`,
      ]
}
