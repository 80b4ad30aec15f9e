import type { Check, Finding, ProblemCode } from "./verify-lot.ts"

/** The findings in words, for people. */

export type Language = "zh" | "en"
type Words = Record<Language, string>

const holding: Record<Check | "schema", Words> = {
  schema: {
    zh: "事件文档符合 EPCIS 2.0 的格式",
    en: "The event document follows the EPCIS 2.0 schema",
  },
  document: {
    zh: "文档所列事件，与签了名的原文逐字一致",
    en: "The document tells exactly the events that were signed",
  },
  hashes: {
    zh: "每个事件的 CBV 2.0 哈希，重新计算后一致",
    en: "Every event's CBV 2.0 hash, computed again, is the same",
  },
  chain: {
    zh: "事件链完整：没有缺少、调换或改动",
    en: "The chain is unbroken: nothing is missing, moved or changed",
  },
  keys: {
    zh: "公布的公钥与其指纹一致",
    en: "The published keys match their fingerprints",
  },
  signatures: {
    zh: "每个事件都有主体的有效签名",
    en: "Every event carries its organisation's valid signature",
  },
  inclusion: {
    zh: "每个事件都在当日公布的默克尔根之内",
    en: "Every event lies under the Merkle root published for its day",
  },
  mass: {
    zh: "数量对得上：出 ≤ 进，装 ≤ 批，售 ≤ 装，发 ≤ 售",
    en: "The quantities add up: out ≤ in, packed ≤ lot, sold ≤ packed, shipped ≤ sold",
  },
}

const problems: Record<ProblemCode | "schema_invalid", Words> = {
  schema_invalid: { zh: "不符合 EPCIS 2.0 格式", en: "does not follow the EPCIS 2.0 schema" },
  event_unreadable: { zh: "事件原文无法读取", en: "the event's text can't be read" },
  document_differs: { zh: "文档与签名的原文不同", en: "the document differs from the signed text" },
  event_hash_differs: { zh: "事件哈希不符", en: "the event hash is not that of the event" },
  sequence_broken: { zh: "序号不连续", en: "the sequence has a gap" },
  previous_hash_differs: {
    zh: "没有接在前一事件之后",
    en: "it does not follow the event before it",
  },
  chain_hash_differs: {
    zh: "链哈希不符：原文、时间或密钥被改过",
    en: "the chain hash differs: text, time or key was changed",
  },
  chain_cut: { zh: "链的末尾缺少事件", en: "events are missing at the chain's end" },
  key_differs: { zh: "公钥与指纹不符", en: "the public key does not match its fingerprint" },
  key_unknown: { zh: "没有公布签名所用的公钥", en: "the key that signed it is not published" },
  signature_invalid: { zh: "签名无效", en: "the signature is invalid" },
  root_unknown: { zh: "没有公布当日的根", en: "no root is published for its day" },
  not_in_root: { zh: "不在当日的根之内", en: "it is not under its day's root" },
  root_late: {
    zh: "那天早已结束，却没有定稿的根",
    en: "its day is long over, and its root is not final",
  },
  mass_exceeded: { zh: "数量对不上", en: "the quantities do not add up" },
}

export type SpokenFinding = Omit<Finding, "check" | "problems"> & {
  check: Check | "schema"
  problems: { code: ProblemCode | "schema_invalid"; sequence?: number; detail?: string }[]
}

const MOST_PROBLEMS = 5

/** One line per check, and below a failed one what is wrong, at most five lines. */
export function findingLines(finding: SpokenFinding, language: Language): string[] {
  const mark = finding.holds ? "✓" : "✗"
  const title = `${mark} ${holding[finding.check][language]}`
  const lines = finding.problems.slice(0, MOST_PROBLEMS).map(({ code, sequence, detail }) => {
    const place = sequence === undefined ? "" : `${placeWord[language]} ${sequence}: `
    return `    ${place}${problems[code][language]}${detail === undefined ? "" : ` (${detail})`}`
  })
  const more = finding.problems.length - lines.length
  return [title, ...lines, ...(more > 0 ? [`    … +${more}`] : [])]
}

const placeWord: Words = { zh: "事件", en: "event" }

export function verdict(isGood: boolean, events: number, language: Language): string {
  if (events === 0) return { zh: "本批还没有事件。", en: "The lot has no events yet." }[language]
  return isGood
    ? { zh: `${events} 个事件，全部成立。`, en: `${events} events; everything holds.` }[language]
    : {
        zh: `${events} 个事件，有不成立之处，见上。`,
        en: `${events} events; something does not hold, see above.`,
      }[language]
}
