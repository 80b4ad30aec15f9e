import jsQR from "jsqr"

import { printLabels, serialText } from "./label-sheet"
import { digitalLinkModules } from "./paper"

const face = {
  productTitle: "盐源糖心苹果",
  variantTitle: "5 斤装",
  place: "盐源县卫城镇",
  sellerName: "金山苹果专业合作社",
  harvested: "2026-10-18",
  expiresOn: "2027-03-31",
  grade: "一级",
  certificate: "演示 513423-26-10-0101",
  lotCode: "JS1018-A",
  gtin: "09521234000013",
  url: "http://localhost:4321/01/09521234000013/10/JS1018-A",
}

/** The modules as a picture that a phone would see: ten pixels each, with the quiet zone. */
function scanned(url: string): string | undefined {
  const rows = digitalLinkModules(url)
  const side = (rows.length + 8) * 10
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!rows[Math.floor(y / 10) - 4]?.[Math.floor(x / 10) - 4]) continue
      pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  }
  return jsQR(pixels, side, side)?.data
}

describe("a label's code", () => {
  it.each([
    "http://localhost:4321/01/09521234000013/10/JS1018-A/21/000042",
    "https://shangxing.example/01/09521234543213/10/YY1018A",
  ])("says %s to a phone", (url) => {
    expect(scanned(url)).toBe(url)
  })

  it("refuses a GTIN with a wrong check digit", () => {
    expect(() => digitalLinkModules("https://shangxing.example/01/09521234543214/10/A")).toThrow(
      /GS1badChecksum|checksum|check digit/i,
    )
  })
})

describe("printLabels", () => {
  const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0
  const serials = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

  it("puts 24 labels on a sheet, and embeds only the glyphs that it uses", async () => {
    const pdf = await printLabels(face, serials(25), "a4")
    expect(pages(pdf)).toBe(2)
    expect(pdf.length).toBeLessThan(200_000)
  })

  it("gives every label of a roll its own page", async () => {
    expect(pages(await printLabels(face, serials(3), "thermal"))).toBe(3)
  })
})

describe("serialText", () => {
  it("has six digits at least", () => {
    expect([serialText(7), serialText(1_234_567)]).toEqual(["000007", "1234567"])
  })
})
