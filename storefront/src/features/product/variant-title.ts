import { weight } from "~/lib/format"

/**
 * The English name of a pack size. Sellers name sizes in Chinese, in a handful of forms (5 斤装,
 * 120 克 × 3 袋, 12 枚（约 6 斤）): those are read; anything else is called by its weight.
 */

const number = String.raw`(\d+(?:\.\d+)?|[一二两三四五六七八九十])`
const gramsIn = { 斤: 500, 公斤: 1000, 千克: 1000, kg: 1000, 克: 1, g: 1 }
const volumes = { 毫升: "ml", ml: "ml", 升: "l", l: "l" }
const boxes = { 木箱: "crate", 礼盒: "gift box", 箱: "box" }
const things = {
  枚: ["piece", "pieces"],
  只: ["piece", "pieces"],
  个: ["piece", "pieces"],
  份: ["pack", "packs"],
  包: ["pack", "packs"],
  袋: ["bag", "bags"],
  瓶: ["bottle", "bottles"],
  罐: ["jar", "jars"],
  盒: ["box", "boxes"],
} as const

const anyOf = (words: object) => `(${Object.keys(words).join("|")})`
const measure = `${number} ?${anyOf({ ...gramsIn, ...volumes })}`
const measured = new RegExp(`^${measure}(?:装|${anyOf(boxes)})?$`, "i")
const repeated = new RegExp(`^${measure} ?[×xX*] ?(\\d+) ?${anyOf(things)}?$`, "i")
const counted = new RegExp(
  `^${number} ?${anyOf(things)}(?:装)?(?:[（(](约|净重)? ?${measure}[）)])?$`,
)

/**
 * The size's name for an English reader: the seller's own when the product's metadata
 * (`variant_titles_en`) has one, else what the Chinese name says, else the weight.
 */
export function variantTitleEn(title: string, grams: number | null, own?: unknown): string {
  return ownName(title, own) ?? readName(title.trim()) ?? (grams ? weight(grams, "en") : title)
}

function ownName(title: string, own: unknown): string | null {
  if (typeof own !== "object" || own === null) return null
  const name = (own as Record<string, unknown>)[title]
  return typeof name === "string" && name ? name : null
}

function readName(title: string): string | null {
  const one = measured.exec(title)
  if (one)
    return [amountOf(one[1], one[2]), boxes[one[3] as keyof typeof boxes]].filter(Boolean).join(" ")
  const many = repeated.exec(title)
  if (many) return `${many[3]} × ${amountOf(many[1], many[2])}`
  const pieces = counted.exec(title)
  if (!pieces) return null
  const [, count, thing, about, size, unit] = pieces
  const counts = piecesOf(valueOf(count), thing as keyof typeof things)
  return size ? `${counts}, ${about === "约" ? "about " : ""}${amountOf(size, unit)}` : counts
}

function piecesOf(count: number, thing: keyof typeof things): string {
  return `${count} ${things[thing][count === 1 ? 0 : 1]}`
}

function amountOf(size = "", unit = ""): string {
  const name = unit.toLowerCase()
  const volume = volumes[name as keyof typeof volumes] as string | undefined
  if (volume) return `${valueOf(size)} ${volume}`
  return weight(valueOf(size) * gramsIn[name as keyof typeof gramsIn], "en")
}

function valueOf(text = ""): number {
  if (text === "两") return 2
  const digit = "零一二三四五六七八九十".indexOf(text)
  return digit > 0 ? digit : Number(text)
}
