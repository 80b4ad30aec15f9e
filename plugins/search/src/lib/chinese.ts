/** Binds the two Chinese dictionaries (jieba's words, pinyin-pro's readings) to the domain rules. */
import { Jieba } from "@node-rs/jieba"
import { dict } from "@node-rs/jieba/dict"
import { customPinyin, pinyin } from "pinyin-pro"
import type { Language } from "../domain/text"
import { DICTIONARY } from "../domain/vocabulary"

/** Place names whose reading differs from the characters' usual one. */
const READINGS = { 莎车: "shā chē", 伽师: "jiā shī", 昭觉: "zhāo jué", 会理: "huì lǐ" }
/** High enough to win against any other way of cutting the same characters. */
const FREQUENCY = 1_000_000

let loaded: Language | undefined

/** The shared Chinese language tools. The first call parses 5 MB of dictionary (about 0.2 s). */
export function chinese(): Language {
  loaded ??= load()
  return loaded
}

function load(): Language {
  const jieba = Jieba.withDict(dict)
  jieba.loadDict(Buffer.from(DICTIONARY.map((word) => `${word} ${FREQUENCY} n`).join("\n")))
  customPinyin(READINGS)
  return {
    cut: (text) => jieba.cut(text, false),
    syllables: (text) => pinyin(text, { toneType: "none", type: "array", v: true }),
  }
}
