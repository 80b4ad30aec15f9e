/**
 * Chinese numerals for the running titles that are set vertically, where Arabic digits would lie
 * on their side. Whole numbers from 0 to 9999; larger ones are left to digits.
 */
const digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
const places = [
  { worth: 1000, name: "千" },
  { worth: 100, name: "百" },
  { worth: 10, name: "十" },
  { worth: 1, name: "" },
]

/** `214` → `二百一十四`, `11` → `十一`, `105` → `一百〇五`. */
export function hanzi(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value)
  if (value === 0) return "零"
  let rest = value
  const parts = places.map(({ worth, name }) => {
    const digit = Math.floor(rest / worth)
    rest %= worth
    return digit > 0 ? `${digits[digit]}${name}` : "〇"
  })
  return (
    parts
      .join("")
      // A run of empty places is said once, and not at all before the first digit or the end.
      .replace(/〇+/g, "〇")
      .replace(/^〇|〇$/g, "")
      .replace(/^一十/, "十")
  )
}

/** A number before a measure word, where two is 两: `2` → `两` (个, 家, 批). */
export function hanziCount(value: number): string {
  return value === 2 ? "两" : hanzi(value)
}

/** `2026-11-21` → `十一月二十一日`. */
export function hanziDay(isoDay: string): string {
  const [, month, day] = isoDay.split("-").map(Number)
  return `${hanzi(month ?? 0)}月${hanzi(day ?? 0)}日`
}
