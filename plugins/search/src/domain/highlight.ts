/**
 * Marks what was matched. The text is handed back as it is, not escaped: whoever renders it splits
 * on the tags. Invariant: without the tags (and outside a snippet) it is the original text.
 */

export type Tags = { before: string; after: string }
type Span = { from: number; to: number }

const HAN = /^\p{Script=Han}/u
const WORD = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu
const ELLIPSIS = "…"

/**
 * The text with every occurrence of a matched index token between tags, `null` if none occurs.
 * `snippetLength` crops to about that many characters around the first mark.
 */
export function highlight(
  text: string,
  tokens: string[],
  tags: Tags,
  snippetLength?: number,
): string | null {
  const spans = mergeSpans(findSpans(text, tokens))
  const first = spans[0]
  if (!first) return null
  const window = snippetLength === undefined ? whole(text) : around(first, snippetLength, text)
  let marked = ""
  let at = window.from
  for (const span of spans) {
    const from = Math.max(span.from, at)
    const to = Math.min(span.to, window.to)
    if (from >= to) continue
    marked += text.slice(at, from) + tags.before + text.slice(from, to) + tags.after
    at = to
  }
  marked += text.slice(at, window.to)
  return (window.from > 0 ? ELLIPSIS : "") + marked + (window.to < text.length ? ELLIPSIS : "")
}

function findSpans(text: string, tokens: string[]): Span[] {
  const wanted = new Set(tokens)
  const words = [...text.matchAll(WORD)]
    .filter((match) => wanted.has(match[0].normalize("NFKC").toLowerCase()))
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const han = tokens.filter((token) => HAN.test(token)).flatMap((token) => occurrences(text, token))
  return [...words, ...han]
}

function occurrences(text: string, token: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    spans.push({ from: at, to: at + token.length })
  }
  return spans
}

function mergeSpans(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

function whole(text: string): Span {
  return { from: 0, to: text.length }
}

function around(span: Span, length: number, text: string): Span {
  const room = Math.max(length, span.to - span.from)
  const lead = Math.floor((room - (span.to - span.from)) / 2)
  const from = Math.max(0, Math.min(span.from - lead, text.length - room))
  return { from, to: Math.min(text.length, from + room) }
}
