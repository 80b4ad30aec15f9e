/**
 * What a key of the weighbridge's own keypad makes of a field. The field stays a plain field, so that a
 * keyboard, or a scale that types, fills it as well.
 */

export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "." | "back" | "clear"
export type Room = { whole: number; decimals: number }

/** Kilograms to the gram; yuan to the fen; a household's code of at most six digits. */
export const rooms = {
  weight: { whole: 5, decimals: 3 },
  price: { whole: 5, decimals: 2 },
  code: { whole: 6, decimals: 0 },
} as const satisfies Record<string, Room>

export function isKey(text: string): text is Key {
  return /^(?:\d|\.|back|clear)$/.test(text)
}

/** The field's text after `key`. A key for which there is no room leaves it as it is. */
export function pressed(value: string, key: Key, room: Room): string {
  if (key === "clear") return ""
  if (key === "back") return value.slice(0, -1)
  if (key === ".") return withPoint(value, room)
  const [whole = "", part] = value.split(".")
  if (part !== undefined) return part.length < room.decimals ? value + key : value
  // A leading nought of a weight or price says nothing; in a code it is a digit like any other.
  if (whole === "0" && room.decimals > 0) return key
  return whole.length < room.whole ? value + key : value
}

function withPoint(value: string, { decimals }: Room): string {
  if (decimals === 0 || value.includes(".")) return value
  return `${value === "" ? "0" : value}.`
}
