/**
 * What an official sees of a head's name before giving a reason: the first two characters, or one
 * when the name has no more than two. 阿木日哈 → 阿木 **. Never the whole name.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const shown = characters.length > 2 ? 2 : Math.min(1, characters.length - 1)
  return `${characters.slice(0, Math.max(0, shown)).join("").trim()} **`.trim()
}
