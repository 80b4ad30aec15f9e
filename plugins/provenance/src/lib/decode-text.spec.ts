import { decodeText } from "./decode-text"

const text = "户编号,户主姓名\r\nYY-1,阿木日哈\r\n".repeat(300)
// 阿木日哈 and the header in GB18030, whose encoder no runtime has.
const gb = Buffer.from("bba7b1e0bac52cbba7d6f7d0d5c3fb0d0a59592d312cb0a2c4bec8d5b9fe0d0a", "hex")

async function* pieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(bytes: Buffer, size: number) {
  let whole = ""
  let encoding: string | null = null
  for await (const piece of decodeText(pieces(bytes, size))) {
    if ("refusal" in piece) return piece.refusal
    whole += piece.text
    encoding = piece.encoding
  }
  return { whole, encoding }
}

describe("decodeText", () => {
  it.each([1, 7, 5_000, 1_000_000])("reads UTF-8 in pieces of %d bytes", async (size) => {
    expect(await read(Buffer.from(text), size)).toEqual({ whole: text, encoding: "utf-8" })
    expect(await read(Buffer.from(`\uFEFF${text}`), size)).toEqual({
      whole: text,
      encoding: "utf-8",
    })
  })

  it.each([1, 3, 1_000])("knows GB18030 by its bytes, in pieces of %d", async (size) => {
    expect(await read(gb, size)).toEqual({
      whole: "户编号,户主姓名\r\nYY-1,阿木日哈\r\n",
      encoding: "gb18030",
    })
  })

  it.each([
    ["", "file_empty"],
    ["504b030414000600", "file_is_spreadsheet"],
    ["d0cf11e0a1b11ae1", "file_is_spreadsheet"],
    ["fffe37624f00", "file_encoding_unknown"],
    ["610062", "file_encoding_unknown"],
  ])("refuses the bytes %j: %s", async (hex, refusal) => {
    expect(await read(Buffer.from(hex, "hex"), 4)).toBe(refusal)
  })

  it("refuses bytes that break the encoding further on", async () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff])])
    expect(await read(broken, 1_000)).toBe("file_encoding_unknown")
  })
})
