import { CSV_MARK, csvRow, yuan } from "./csv"

describe("csvRow", () => {
  it("quotes what holds a comma, a quote or a line's end", () => {
    expect(csvRow(["甲,乙", 'say "hi"', "a\nb", "plain", null])).toBe(
      '"甲,乙","say ""hi""","a\nb",plain,\r\n',
    )
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1", "|cmd"])(
    "makes %j a text",
    (text) => {
      const [cell = ""] = csvRow([text]).split("\r\n")
      expect(cell.replace(/^"/, "").startsWith("'")).toBe(true)
    },
  )

  it("leaves numbers numbers, also below zero", () => {
    expect(csvRow([yuan(-1_220), 3])).toBe("-12.2,3\r\n")
  })

  it("has the mark that Excel asks for", () => {
    expect(CSV_MARK.charCodeAt(0)).toBe(0xfeff)
  })
})
