/**
 * Orders strings by their code points, which is the order of their UTF-8 bytes and what CBV 2.0
 * asks for. JavaScript's own `<` compares UTF-16 units: it would put 𠮷 (beyond 16 bits) before ﷽.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others, though their units lie below U+E000. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

export const sorted = (texts: readonly string[]): string[] => [...texts].sort(compareCodePoints)
