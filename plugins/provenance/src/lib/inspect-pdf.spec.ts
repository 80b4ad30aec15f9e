import { deflateSync } from "node:zlib"

import { inspectPdf, isPdf } from "./inspect-pdf"

const page =
  "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0>>\nendobj\n"
const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat(
    ["%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", page, ...objects, "trailer\n<</Root 1 0 R>>\n%%EOF\n"].map(
      (part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part),
    ),
  )
const stream = (dictionary: string, text: string | Buffer) =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<<${dictionary}>>\nstream\r\n`, "latin1"),
    typeof text === "string" ? deflateSync(Buffer.from(text, "latin1")) : text,
    Buffer.from("\nendstream\nendobj\n", "latin1"),
  ])
const action = "5 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj\n"

describe("inspectPdf", () => {
  it("finds nothing in a plain page, its drawing and its picture", () => {
    const drawing = stream("/Filter/FlateDecode", "BT /F1 12 Tf (Certificate) Tj ET")
    const picture = stream("/Filter/DCTDecode/Subtype/Image", Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    const objects = stream("/Type/ObjStm/Filter/FlateDecode", "3 0 <</Type/Page>>")
    expect(inspectPdf(pdf(drawing, picture, objects))).toEqual([])
  })

  it.each([
    ["a script", action],
    ["a script with an escaped name", action.replace("JavaScript", "J#61va#53cript")],
    ["a script in a compressed object stream", stream("/Type/ObjStm/Filter/FlateDecode", action)],
    [
      "a script in an object stream with an escaped name",
      stream("/Type/Obj#53tm/Filter/FlateDecode", action.replace("/S/Java", "/S/#4aava")),
    ],
    ["an embedded file", "5 0 obj\n<</Type/EmbeddedFile>>\nendobj\n"],
    ["a tree of embedded files", "5 0 obj\n<</Names<</EmbeddedFiles 6 0 R>>>>\nendobj\n"],
    ["a launch", "5 0 obj\n<</S /Launch /F (cmd.exe)>>\nendobj\n"],
    ["a form that sends itself", "5 0 obj\n<</S/SubmitForm/F(https://x.example)>>\nendobj\n"],
    ["an XFA form", "5 0 obj\n<</XFA 6 0 R>>\nendobj\n"],
    ["a script behind a comment that looks like a stream", `%stream\n${action}%endstream\n`],
  ])("finds %s", (_, object) => {
    expect(inspectPdf(pdf(object))).toContain("active")
  })

  it("finds a lock, behind which nothing can be seen", () => {
    expect(inspectPdf(pdf("5 0 obj\n<</Encrypt 6 0 R>>\nendobj\n"))).toContain("locked")
  })

  it.each([
    ["an archive", "PK\x03\x04"],
    ["a page of HTML", "<html><script>alert(1)</script></html>"],
  ])("finds %s glued to the end", (_, tail) => {
    expect(inspectPdf(Buffer.concat([pdf(), Buffer.from(tail, "latin1")]))).toContain("trailing")
  })

  it.each([
    ["written in another way", stream("/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]", "x")],
    ["rearranged by a predictor", stream("/Type/ObjStm/DecodeParms<</Predictor 12>>", "x")],
    ["broken", stream("/Type/ObjStm/Filter/FlateDecode", Buffer.from("x\x9cnothing"))],
  ])("finds an object stream that is %s", (_, object) => {
    expect(inspectPdf(pdf(object))).toContain("hidden")
  })

  it("stops at a stream that swells beyond measure", () => {
    const bomb = stream("/Filter/FlateDecode", Buffer.from(deflateSync(Buffer.alloc(80 << 20))))
    expect(bomb.length).toBeLessThan(1 << 20)
    expect(inspectPdf(pdf(bomb))).toContain("hidden")
  })
})

describe("isPdf", () => {
  it("asks for the mark at the very start", () => {
    expect(isPdf(pdf())).toBe(true)
    expect(isPdf(Buffer.concat([Buffer.from("GIF89a"), pdf()]))).toBe(false)
    expect(isPdf(Buffer.from("<html>%PDF-1.7"))).toBe(false)
    expect(isPdf(Buffer.alloc(0))).toBe(false)
  })
})
