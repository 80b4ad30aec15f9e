import { chinese } from "../lib/chinese"
import { joinPinyin } from "./pinyin"
import { DICTIONARY, HOMOPHONES, SYNONYMS } from "./vocabulary"

describe("HOMOPHONES", () => {
  const slips = Object.entries(HOMOPHONES).flatMap(([meant, heard]) =>
    heard.map((slip) => [slip, meant] as const),
  )

  it.each(slips)("%s sounds like %s", (slip, meant) => {
    expect(joinPinyin(slip, chinese())).toBe(joinPinyin(meant, chinese()))
  })

  it.each(slips)("%s leads to %s", (slip, meant) => {
    expect(SYNONYMS[slip]).toEqual([meant])
  })
})

describe("DICTIONARY", () => {
  it.each(DICTIONARY)("keeps %s whole", (word) => {
    expect(chinese().cut(word)).toEqual([word])
  })
})
