import { A4, drawCode, line, mm, printed, type Paper } from "./paper"

/** Labels for packs: on A4 stickers of 3 × 8, or one by one on a 60 × 40 mm thermal roll. */

export type LabelFace = {
  productTitle: string
  variantTitle: string
  place: string
  sellerName: string
  harvested: string
  expiresOn: string
  grade: string
  certificate: string | null
  lotCode: string
  gtin: string
  /** What the code says, without the serial. */
  url: string
}

export type LabelLayout = "a4" | "thermal"

/** 70 × 36 mm stickers, cut to cut; 5 mm inside each stay clear, so that a printer's drift cuts nothing. */
const GRID = { columns: 3, rows: 8, width: 70, height: 36, left: 0, top: 4.5, safe: 5 }
const ROLL = { width: 60, height: 40, safe: 2.5 }

/** A serial as it is printed and scanned: six digits at least. */
export function serialText(serial: number): string {
  return String(serial).padStart(6, "0")
}

/** A PDF of labels, one per serial. */
export async function printLabels(
  face: LabelFace,
  serials: readonly number[],
  layout: LabelLayout,
): Promise<Buffer> {
  const title = `标签 ${face.productTitle} ${face.lotCode}`
  if (layout === "thermal") {
    return await printed(ROLL, { title }, (paper) => {
      serials.forEach((serial, i) => {
        if (i > 0) paper.addPage({ size: [mm(ROLL.width), mm(ROLL.height)], margin: 0 })
        drawLabel(paper, face, serial, { x: 0, y: 0, ...ROLL })
      })
    })
  }
  const perPage = GRID.columns * GRID.rows
  return await printed(A4, { title }, (paper) => {
    serials.forEach((serial, i) => {
      if (i > 0 && i % perPage === 0) paper.addPage({ size: "A4", margin: 0 })
      const cell = i % perPage
      const x = GRID.left + (cell % GRID.columns) * GRID.width
      const y = GRID.top + Math.floor(cell / GRID.columns) * GRID.height
      drawLabel(paper, face, serial, { ...GRID, x, y })
    })
  })
}

type Box = { x: number; y: number; width: number; height: number; safe: number }

/** The code on the left, as large as the label lets it; what a person reads on the right. */
function drawLabel(paper: Paper, face: LabelFace, serial: number, box: Box): void {
  const inner = box.height - 2 * box.safe
  const left = box.x + box.safe
  const top = box.y + box.safe
  const side = Math.min(26, inner)
  drawCode(paper, `${face.url}/21/${serialText(serial)}`, {
    x: left,
    y: top + (inner - side) / 2 - 1,
    side,
  })
  line(paper, "扫码看这一包从哪来", left, top + (inner + side) / 2 - 1.4, {
    size: 5,
    width: side,
    align: "center",
  })
  const words = left + side + 1
  const width = box.x + box.width - box.safe - words
  const above = top + (inner - 25) / 2
  const put = (text: string, row: number, size: number, bold = false) =>
    line(paper, text, words, above + row, { size, bold, width })
  put(face.productTitle, 0.4, 8.5, true)
  put([face.variantTitle, face.grade].filter(Boolean).join(" · "), 4.6, 6.5)
  put(`产地 ${face.place}`, 7.9, 5.8)
  put(face.sellerName, 10.7, 5.8)
  put(`采收 ${face.harvested}`, 13.5, 5.8)
  put(`保质至 ${face.expiresOn}`, 16.3, 5.8)
  put(`批次 ${face.lotCode} · ${serialText(serial)}`, 19.1, 5.8, true)
  put(face.certificate ? `合格证 ${face.certificate}` : face.gtin, 21.9, 5.2)
}
