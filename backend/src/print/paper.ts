import { dirname, join } from "node:path"

import { MedusaError } from "@medusajs/framework/utils"
import bwipjs from "bwip-js/node"
import PDFDocument from "pdfkit"

/**
 * Paper: PDFs in Chinese with the font's used glyphs inside, so that any printer shows them. Lengths
 * are millimetres; PDF counts points.
 */

export const mm = (length: number) => (length * 72) / 25.4

export type Page = { width: number; height: number }
export const A4: Page = { width: 210, height: 297 }

export type Paper = PDFKit.PDFDocument

/** The package says where its entry is; the fonts lie beside it. */
const fonts = join(dirname(require.resolve("@embedpdf/fonts-sc")), "..", "fonts")

/** Draws a document and answers its bytes. Fonts: `regular` and `bold`. */
export async function printed(
  page: Page,
  info: { title: string },
  draw: (paper: Paper) => void,
): Promise<Buffer> {
  const paper = new PDFDocument({
    size: [mm(page.width), mm(page.height)],
    margin: 0,
    info: { Title: info.title, Creator: "Shangxing 上行" },
    lang: "zh-CN",
    autoFirstPage: true,
  })
  paper.registerFont("regular", join(fonts, "NotoSansHans-Regular.otf"))
  paper.registerFont("bold", join(fonts, "NotoSansHans-Bold.otf"))
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    paper.on("data", (chunk: Buffer) => chunks.push(chunk))
    paper.on("end", () => resolve(Buffer.concat(chunks)))
    paper.on("error", reject)
  })
  draw(paper)
  paper.end()
  return await ended
}

type Matrix = { pixs: number[]; pixx: number; pixy: number }

/**
 * The modules of a GS1 Digital Link QR code, row by row. `url` is checked by the encoder: a GTIN with
 * a wrong check digit is refused there.
 */
export function digitalLinkModules(url: string): boolean[][] {
  // Error correction M: a label on a crate is scratched, and 15 % of it may be.
  // Every encoder takes options of its own, which the types do not list.
  const options = { bcid: "gs1dlqrcode", text: url, eclevel: "M" } as Parameters<
    typeof bwipjs.raw
  >[0]
  const [symbol] = bwipjs.raw(options) as Matrix[]
  if (!symbol) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The encoder gave no symbol for ${url}, so no label can be printed.`,
    )
  }
  const { pixs, pixx, pixy } = symbol
  return Array.from({ length: pixy }, (_row, y) =>
    Array.from({ length: pixx }, (_column, x) => pixs[y * pixx + x] === 1),
  )
}

/** Draws a QR code as vectors into a square of `side` mm, with the quiet zone of four modules. */
export function drawCode(paper: Paper, url: string, at: { x: number; y: number; side: number }) {
  const rows = digitalLinkModules(url)
  const size = mm(at.side) / (rows.length + 8)
  rows.forEach((row, y) => {
    let from = 0
    while (from < row.length) {
      if (!row[from]) {
        from += 1
        continue
      }
      // Neighbours in one stroke: drawn one by one, hairlines show between them.
      let to = from
      while (row[to]) to += 1
      paper.rect(mm(at.x) + (from + 4) * size, mm(at.y) + (y + 4) * size, (to - from) * size, size)
      from = to
    }
  })
  paper.fill("black")
}

type TextOptions = {
  size: number
  bold?: boolean
  width: number
  align?: "left" | "center" | "right"
}

/** One line of text, cut with an ellipsis where it would leave its width. */
export function line(paper: Paper, text: string, x: number, y: number, options: TextOptions): void {
  const { size, bold = false, width, align = "left" } = options
  paper
    .font(bold ? "bold" : "regular")
    .fontSize(size)
    .fillColor("black")
    .text(fitted(paper, text, mm(width)), mm(x), mm(y), {
      width: mm(width) + 1,
      align,
      lineBreak: false,
    })
}

function fitted(paper: Paper, text: string, width: number): string {
  if (paper.widthOfString(text) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && paper.widthOfString(`${letters.join("")}…`) > width) letters.pop()
  return `${letters.join("")}…`
}

/** Text over several lines; answers the height that it took, in mm. */
export function paragraph(
  paper: Paper,
  text: string,
  x: number,
  y: number,
  { size, bold = false, width }: TextOptions,
): number {
  paper
    .font(bold ? "bold" : "regular")
    .fontSize(size)
    .fillColor("black")
  const options = { width: mm(width), lineGap: size * 0.35 }
  const height = paper.heightOfString(text, options)
  paper.text(text, mm(x), mm(y), options)
  return (height * 25.4) / 72
}
