/**
 * Bytes of an uploaded file as text: UTF-8 with or without a byte order mark, or GB18030, which is
 * what a Chinese Excel writes. Told apart by the first bytes, whose header line is Chinese.
 */

export type TextEncoding = "utf-8" | "gb18030"

export type DecodeRefusal = "file_is_spreadsheet" | "file_encoding_unknown" | "file_empty"

export type TextPiece = { encoding: TextEncoding; text: string } | { refusal: DecodeRefusal }

const HEAD_BYTES = 4_096

/** The text piece by piece; a refusal ends it. */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<TextPiece> {
  let head: Buffer = Buffer.alloc(0)
  let decode: ((chunk: Buffer | null) => TextPiece) | null = null
  for await (const chunk of bytes) {
    head = decode ? chunk : Buffer.concat([head, chunk])
    if (!decode && head.length < HEAD_BYTES) continue
    decode ??= decoderFor(head)
    const piece = decode(head)
    yield piece
    if ("refusal" in piece) return
  }
  if (!decode) {
    decode = decoderFor(head)
    const piece = decode(head)
    yield piece
    if ("refusal" in piece) return
  }
  yield decode(null)
}

function decoderFor(head: Buffer): (chunk: Buffer | null) => TextPiece {
  const encoding = encodingOf(head)
  if (typeof encoding === "object") return () => encoding
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (chunk) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
      return { encoding, text }
    } catch {
      return { refusal: "file_encoding_unknown" }
    }
  }
}

function encodingOf(head: Buffer): TextEncoding | { refusal: DecodeRefusal } {
  if (head.toString("utf8").trim() === "") return { refusal: "file_empty" }
  const start = head.subarray(0, 4).toString("hex")
  // A zip (.xlsx, .et) or an old Office file (.xls).
  if (start === "504b0304" || start === "d0cf11e0") return { refusal: "file_is_spreadsheet" }
  if (head.includes(0)) return { refusal: "file_encoding_unknown" }
  const encoding = (["utf-8", "gb18030"] as const).find((each) => isIn(each, head))
  return encoding ?? { refusal: "file_encoding_unknown" }
}

function isIn(encoding: TextEncoding, head: Buffer): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
