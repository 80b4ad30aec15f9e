/**
 * Division codes: GB/T 2260 for province, prefecture and county (2, 4, 6 digits), statistical
 * codes below (9, 12 digits). A code contains the codes of its ancestors, so a subtree is a prefix.
 */

export type DivisionLevel = "province" | "prefecture" | "county" | "township" | "village"

const LEVELS: readonly { level: DivisionLevel; length: number }[] = [
  { level: "province", length: 2 },
  { level: "prefecture", length: 4 },
  { level: "county", length: 6 },
  { level: "township", length: 9 },
  { level: "village", length: 12 },
]

/** The level that a code's length says; `null` when the text is no division code. */
export function levelOf(code: string): DivisionLevel | null {
  if (!/^\d+$/.test(code)) return null
  return LEVELS.find(({ length }) => length === code.length)?.level ?? null
}

/** The codes that contain `code`, from its parent up to the province. */
export function ancestorsOf(code: string): string[] {
  return LEVELS.filter(({ length }) => length < code.length)
    .map(({ length }) => code.slice(0, length))
    .reverse()
}

/** The division that directly contains `code`; `null` for a province. */
export function parentOf(code: string): string | null {
  return ancestorsOf(code)[0] ?? null
}

/** Whether `code` is `division` or lies inside it. */
export function isWithin(code: string, division: string): boolean {
  return levelOf(code) !== null && levelOf(division) !== null && code.startsWith(division)
}

/** How many digits the codes one level below have; `null` below a village. */
export function childLength(code: string): number | null {
  return LEVELS.find(({ length }) => length > code.length)?.length ?? null
}

/** The code without the zeros that pad a prefecture or province to six digits: 513400 → 5134. */
export function unpadded(code: string): string {
  if (code.length !== 6) return code
  if (code.endsWith("0000")) return code.slice(0, 2)
  return code.endsWith("00") ? code.slice(0, 4) : code
}

/**
 * The name that people use for a village or community, from the register's name of its committee:
 * 胜利村村民委员会 → 胜利村, 北门社区居民委员会 → 北门社区, 兰城村委会 → 兰城村.
 */
export function everydayName(registerName: string): string {
  const found = /^(.+?)(村民委员会|村委员会|村委会|居民委员会|居委会)$/.exec(registerName)
  if (!found) return registerName
  const [, stem = "", committee = ""] = found
  if (/[村社区]$/.test(stem)) return stem
  return committee.startsWith("居") ? `${stem}社区` : `${stem}村`
}

export type Place = {
  readonly county_code: string
  readonly township_code: string | null
  readonly village_code: string | null
}

/** The narrowest division that holds all of `codes`; without any, or beyond a county, `county`. */
export function narrowestPlace(codes: readonly string[], county: string): Place {
  const shared = (digits: number) => {
    const [first = ""] = codes
    const prefix = first.slice(0, digits)
    return prefix.length === digits && codes.every((code) => code.startsWith(prefix))
      ? prefix
      : null
  }
  return { county_code: shared(6) ?? county, township_code: shared(9), village_code: shared(12) }
}
