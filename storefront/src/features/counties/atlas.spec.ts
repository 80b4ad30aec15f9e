import type { CountyBrand } from "@shangxing/provenance/types/http"
import { describe, expect, it } from "vitest"

import { overlaps, placeLabels, projectPanel } from "./atlas"

function county(code: string, lng: number, lat: number): CountyBrand {
  const name = { zh: code, en: code }
  return {
    code,
    name,
    prefecture_code: code.slice(0, 4),
    prefecture: name,
    lng,
    lat,
    industry: null,
  }
}

const counties = [
  county("513423", 101.5, 27.42),
  county("513431", 102.84, 28.01),
  county("513436", 103.13, 28.33),
  county("513402", 102.25, 26.66),
]

describe("projectPanel", () => {
  it("keeps every seat inside the panel", () => {
    const panel = projectPanel("51", counties, 300)
    for (const { x, y } of panel.marks) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(300)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(panel.height)
    }
  })

  it("puts north up and east to the right", () => {
    const [yanyuan, , meigu, huili] = projectPanel("51", counties, 300).marks
    expect(meigu!.y).toBeLessThan(huili!.y)
    expect(meigu!.x).toBeGreaterThan(yanyuan!.x)
  })
})

describe("placeLabels", () => {
  it("lets no two names overlap when there is room", () => {
    const panel = projectPanel("51", counties, 300)
    const size = { width: 30, height: 16 }
    const labels = placeLabels(panel, panel.marks, () => size)
    const boxes = [...labels.values()].map(({ x, y, anchor }) => ({
      x: anchor === "start" ? x : anchor === "end" ? x - size.width : x - size.width / 2,
      y: y - size.height * 0.85,
      ...size,
    }))
    boxes.forEach((box, index) =>
      boxes.slice(index + 1).forEach((other) => expect(overlaps(box, other)).toBe(false)),
    )
  })
})
