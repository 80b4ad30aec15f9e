/** Puts hits in the asked order. A document without the value comes last either way. */
import { readScalars, type FieldKinds, type PlainDocument } from "./fields"

export type Direction = "ASC" | "DESC"
export type Ranked = { id: string; score: number; document: PlainDocument }

/** The relevance key of the Search Module. */
const SCORE = "_score"
/** A table's `zh` collation orders Chinese by pinyin, as a reader expects. */
const chinese = new Intl.Collator("zh")

/** Sorts a copy: by the given keys, then best first, then by id so that pages never overlap. */
export function sortRanked<T extends Ranked>(
  hits: T[],
  order: Record<string, Direction>,
  kinds: FieldKinds,
): T[] {
  const keys = Object.entries(order)
  return [...hits].sort((a, b) => {
    for (const [path, direction] of keys) {
      const difference = compareBy(a, b, path, direction, kinds)
      if (difference !== 0) return difference
    }
    return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  })
}

function compareBy(
  a: Ranked,
  b: Ranked,
  path: string,
  direction: Direction,
  kinds: FieldKinds,
): number {
  const sign = direction === "DESC" ? -1 : 1
  if (path === SCORE) return sign * (a.score - b.score)
  const kind = kinds.get(path) ?? "text"
  const [left] = readScalars(a.document, path, kind)
  const [right] = readScalars(b.document, path, kind)
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined)
  }
  if (typeof left === "string") return sign * chinese.compare(left, String(right))
  return sign * (Number(left) - Number(right))
}
