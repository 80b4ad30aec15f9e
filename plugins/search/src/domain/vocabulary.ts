/**
 * The trade's own words. Segmenters cut `岩鹰鸡` into pieces, and engines without pinyin do not
 * know that `平果` is heard, not meant: both are told here, once, for every provider.
 */

const WORDS = ["冰糖心", "丑苹果", "岩鹰鸡", "青花椒", "巴旦姆", "伽师瓜", "莎车", "伽师", "雷波"]

/** Words for the same thing: each finds all the others. */
const SAME: string[][] = [
  ["土豆", "洋芋", "马铃薯"],
  ["巴旦姆", "巴旦木", "巴达木", "巴旦杏"],
  ["核桃", "胡桃"],
  ["苹果", "蘋果"],
]

/** Slips of the input method, by what was meant. They sound the same; a test checks it. */
export const HOMOPHONES: Record<string, string[]> = {
  苹果: ["平果", "萍果", "凭果"],
  石榴: ["石溜", "石留", "十榴"],
  脐橙: ["奇橙", "齐橙", "其橙"],
  花椒: ["花交"],
  核桃: ["合桃", "核逃"],
  土豆: ["土逗"],
  盐源: ["言源", "延源", "盐原"],
  会理: ["会里", "惠理"],
  岩鹰鸡: ["岩英鸡", "岩应鸡"],
  冰糖心: ["冰唐心", "冰糖芯"],
  巴旦姆: ["八旦木", "巴蛋木"],
  伽师瓜: ["加师瓜", "佳师瓜"],
}

/** What a word may also be written as, in the shape Meilisearch's `synonyms` setting takes. */
export const SYNONYMS: Record<string, string[]> = {
  ...Object.fromEntries(
    SAME.flatMap((words) => words.map((word) => [word, words.filter((other) => other !== word)])),
  ),
  ...Object.fromEntries(
    Object.entries(HOMOPHONES).flatMap(([meant, slips]) => slips.map((slip) => [slip, [meant]])),
  ),
}

/** Words that a segmenter must keep whole. */
export const DICTIONARY: string[] = [
  ...new Set([...WORDS, ...Object.keys(SYNONYMS), ...Object.keys(HOMOPHONES)]),
]
