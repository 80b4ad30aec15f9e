import fc from "fast-check"

import { yuanInWords } from "./yuan-in-words"

const DIGIT = new Map([..."零一二三四五六七八九"].map((word, value) => [word, value]))
const PLACE = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
])

/** Reads a Chinese number back, in another way than it is written: by its largest unit. */
function read(words: string): number {
  for (const [unit, value] of [
    ["亿", 100_000_000],
    ["万", 10_000],
  ] as const) {
    const at = words.lastIndexOf(unit)
    if (at >= 0) return read(words.slice(0, at)) * value + read(words.slice(at + 1))
  }
  let sum = 0
  let digit = 0
  for (const word of words) {
    const place = PLACE.get(word)
    if (place === undefined) digit = DIGIT.get(word) ?? Number.NaN
    else {
      sum += (digit || 1) * place
      digit = 0
    }
  }
  return sum + digit
}

function readFen(words: string): number {
  const {
    yuan = "",
    jiao,
    fen,
  } = /^(?:(?<yuan>[^元]+)元)?零?(?:(?<jiao>.)角)?(?:(?<fen>.)分)?$/.exec(words)?.groups ?? {}
  return read(yuan) * 100 + (DIGIT.get(jiao ?? "零") ?? 0) * 10 + (DIGIT.get(fen ?? "零") ?? 0)
}

describe("yuanInWords", () => {
  it.each([
    [0, "零元"],
    [1, "一分"],
    [50, "五角"],
    [105, "一元零五分"],
    [1_000, "十元"],
    [1_234, "十二元三角四分"],
    [99_360, "九百九十三元六角"],
    [101_000, "一千零一十元"],
    [476_000, "四千七百六十元"],
    [1_000_500, "一万零五元"],
    [1_200_000, "一万二千元"],
    [10_000_000, "十万元"],
    [1_000_000_100, "一千万零一元"],
    [10_500_000_000, "一亿零五百万元"],
    [10_000_000_100, "一亿零一元"],
  ])("says %i fen as %s", (fen, words) => {
    expect(yuanInWords(fen)).toBe(words)
  })

  it("can be read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (fen) => {
        expect(readFen(yuanInWords(fen))).toBe(fen)
      }),
    )
  })

  it("says 零 once for any gap, and never at the end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (yuan) => {
        const words = yuanInWords(yuan * 100)
        expect(words).not.toMatch(/零零|零元|零[万亿]/)
      }),
    )
  })

  it.each([-1, 0.5, Number.NaN])("refuses %s", (fen) => {
    expect(() => yuanInWords(fen)).toThrow(RangeError)
  })
})
