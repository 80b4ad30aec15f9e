/** QR pictures of the sandbox's own pages: a phone camera opens them like WeChat would. */
import { createRequire } from "node:module"
import { crc32, deflateSync } from "node:zlib"

interface Matrix {
  size: number
  get(row: number, column: number): number
}

// `qrcode` has no synchronous PNG; its core has the matrix, and a PNG of it is forty lines.
const require = createRequire(import.meta.url)
const { create } = require("qrcode") as { create: (text: string) => { modules: Matrix } }

const scale = 6
const quiet = 4

/** A `data:image/png;base64,…` URL. */
export const qrImage = (text: string) => `data:image/png;base64,${qrPng(text).toString("base64")}`

export function qrPng(text: string): Buffer {
  const { modules } = create(text)
  const side = (modules.size + 2 * quiet) * scale
  const rows = Buffer.alloc((side + 1) * side, 255)
  for (let y = 0; y < side; y += 1) {
    rows[y * (side + 1)] = 0 // Filter type "none" opens each row.
    for (let x = 0; x < side; x += 1) {
      if (isDark(modules, Math.floor(y / scale), Math.floor(x / scale))) {
        rows[y * (side + 1) + 1 + x] = 0
      }
    }
  }
  return png(side, rows)
}

export function qrSvg(text: string): string {
  const { modules } = create(text)
  const side = modules.size + 2 * quiet
  let path = ""
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (isDark(modules, y, x)) path += `M${x} ${y}h1v1h-1z`
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
}

function isDark(modules: Matrix, y: number, x: number): boolean {
  const [row, column] = [y - quiet, x - quiet]
  const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
  return isInside && modules.get(row, column) === 1
}

function png(side: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8 // Eight bits of grey (colour type 0) per pixel.
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
