import { inflateSync } from "node:zlib"

import type { PdfFinding } from "../domain/certificate-file"

/**
 * Looks for what acts in a PDF: scripts, embedded files, launches, forms that send. Names may be written
 * with escapes (`/Java#53cript`) and may lie in compressed object streams, so escapes are undone
 * and every compressed stream is opened. It errs towards refusing: a plain scan passes, a clever
 * file does not.
 */

const ACTIVE = new RegExp(
  "/(?:" +
    [
      "JavaScript",
      "EmbeddedFiles?",
      "Launch",
      "RichMedia",
      "Rendition",
      "Movie",
      "SubmitForm",
      "ImportData",
      "GoToE",
      "XFA",
    ].join("|") +
    ")(?![A-Za-z0-9])",
)
const LOCKED = /\/Encrypt(?![A-Za-z0-9])/
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z0-9])/
/** Ways to write a stream that are not opened here; only an object stream must be. */
const CLOSED_FILTER =
  /\/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL)\b/
const PREDICTOR = /\/Predictor\s+(?!1\b)\d/
/** What all streams of a file may swell to: enough for any certificate, too little for a bomb. */
const MAX_INFLATED = 64 * 1024 * 1024
/** A dictionary lies right before its stream. */
const DICTIONARY = 2_000

/** Whether the bytes begin as a PDF does. Later than at the very start it may be something else too. */
export function isPdf(content: Buffer): boolean {
  return content.subarray(0, 5).toString("latin1") === "%PDF-"
}

/** What speaks against keeping the PDF; nothing when it may be kept. */
export function inspectPdf(content: Buffer): PdfFinding[] {
  const found = new Set<PdfFinding>()
  const text = unescaped(content.toString("latin1"))
  if (!/%%EOF\s*$/.test(text.slice(-1_024))) found.add("trailing")
  judge(text, found)
  const streams = openStreams(content)
  if (streams === null) found.add("hidden")
  for (const { dictionary, inflated } of streams ?? []) {
    if (inflated !== null) judge(unescaped(inflated), found)
    if (OBJECT_STREAM.test(dictionary) && isClosed(dictionary, inflated)) found.add("hidden")
  }
  return [...found]
}

function judge(text: string, found: Set<PdfFinding>): void {
  if (ACTIVE.test(text)) found.add("active")
  if (LOCKED.test(text)) found.add("locked")
}

/** Whether an object stream could not be read as what it says. */
function isClosed(dictionary: string, inflated: string | null): boolean {
  if (CLOSED_FILTER.test(dictionary) || PREDICTOR.test(dictionary)) return true
  return inflated === null && /\/(?:Filter|F)\b/.test(dictionary)
}

type Stream = { dictionary: string; inflated: string | null }

/** Every stream with the text before it, opened where it is compressed; `null` for a bomb. */
function openStreams(content: Buffer): Stream[] | null {
  const streams: Stream[] = []
  let room = MAX_INFLATED
  const word = Buffer.from("stream")
  for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {
    if (content.subarray(at - 3, at).toString("latin1") === "end") continue
    const dictionary = unescaped(
      content.subarray(Math.max(0, at - DICTIONARY), at).toString("latin1"),
    )
    const inflated = inflate(content.subarray(afterLine(content, at + word.length)), room)
    if (inflated === undefined) return null
    room -= inflated?.length ?? 0
    streams.push({ dictionary: lastObject(dictionary), inflated })
  }
  return streams
}

/** A stream begins after the end of the line that its keyword stands on. */
function afterLine(content: Buffer, at: number): number {
  if (content[at] === 0x0d) return content[at + 1] === 0x0a ? at + 2 : at + 1
  return content[at] === 0x0a ? at + 1 : at
}

/** What is in a compressed stream; `null` when it is none, `undefined` when there is no room for it. */
function inflate(content: Buffer, room: number): string | null | undefined {
  // Anything else than zlib's own first byte is no such stream, and not worth a try.
  if (((content[0] ?? 0) & 0x0f) !== 8) return null
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, room) }).toString("latin1")
  } catch (error) {
    const { code } = error as { code?: string }
    return code === "ERR_BUFFER_TOO_LARGE" ? undefined : null
  }
}

function lastObject(text: string): string {
  const from = text.lastIndexOf(" obj")
  return from < 0 ? text : text.slice(from)
}

/** Names with their escapes undone: `/J#61vaScript` is `/JavaScript`. */
function unescaped(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
