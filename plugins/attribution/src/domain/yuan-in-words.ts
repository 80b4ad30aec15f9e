/**
 * An amount of money as it is said aloud in Chinese: 四千七百六十元, 九百九十三元六角. For a household's
 * statement, which is read out; a voucher's capital numerals (壹贰叁) are another rule.
 */

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const
const PLACES = ["", "十", "百", "千"] as const
const GROUPS = ["", "万", "亿", "万亿"] as const

/**
 * `476000` → `四千七百六十元`; `99360` → `九百九十三元六角`; `105` → `一元零五分`; `0` → `零元`.
 * @throws RangeError below zero, for broken fen, and from a hundred trillion yuan up
 */
export function yuanInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`yuanInWords: ${fen} fen`)
  const [yuan, jiao, cents] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  if (yuan === 0 && (jiao > 0 || cents > 0)) return smallChange(jiao, cents)
  const gap = jiao === 0 && cents > 0 ? "零" : ""
  return `${numberInWords(yuan)}元${gap}${smallChange(jiao, cents)}`
}

function smallChange(jiao: number, fen: number): string {
  return `${jiao > 0 ? `${DIGITS[jiao]}角` : ""}${fen > 0 ? `${DIGITS[fen]}分` : ""}`
}

/** A whole number as it is counted: groups of four places, one 零 for any gap between two of them. */
function numberInWords(value: number): string {
  if (value === 0) return DIGITS[0]
  const groups: number[] = []
  for (let left = value; left > 0; left = Math.floor(left / 10_000)) groups.push(left % 10_000)
  let words = ""
  let isGap = false
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at]!
    if (group === 0) {
      isGap = words !== ""
      continue
    }
    const needsZero = words !== "" && (isGap || group < 1000)
    words += `${needsZero ? "零" : ""}${groupInWords(group)}${GROUPS[at]}`
    isGap = false
  }
  // Nobody says 一十二 for twelve.
  return words.startsWith("一十") ? words.slice(1) : words
}

function groupInWords(group: number): string {
  const digits = String(group)
  let words = ""
  let isGap = false
  for (const [at, digit] of [...digits].entries()) {
    if (digit === "0") {
      isGap = true
      continue
    }
    words += `${isGap ? "零" : ""}${DIGITS[Number(digit)]}${PLACES[digits.length - 1 - at]}`
    isGap = false
  }
  return words
}
