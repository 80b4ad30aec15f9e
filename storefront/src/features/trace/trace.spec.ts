import type { TraceStep } from "@shangxing/provenance/types/http"
import { describe, expect, it } from "vitest"

import { asksForEvents, isPublicDocument, mergeDeliveries, minified } from "./trace"

const name = (zh: string) => ({ zh, en: zh })

function delivery(at: string, village: string, grams: number, price: number): TraceStep {
  return {
    kind: "delivery",
    at,
    place: name(village),
    household_count: 1,
    grams,
    price_fen_per_kg: price,
    recorded_by: name("过磅员"),
    confirmed_by: name("农户逐户确认"),
  }
}

const seal: TraceStep = {
  kind: "seal",
  at: "2026-10-27T10:30:00.000Z",
  place: name("盐源县"),
  grams: 300,
  recorded_by: name("合作社"),
  confirmed_by: name("系统核对"),
}

describe("mergeDeliveries", () => {
  const steps = mergeDeliveries(
    [
      delivery("2026-10-26", "八家村", 100, 1150),
      delivery("2026-10-24", "黑山村", 200, 1095),
      delivery("2026-10-25", "八家村", 50, 1120),
      seal,
    ],
    2,
  )

  it("tells deliveries as one step over their days, with no village's own figures", () => {
    expect(steps).toHaveLength(2)
    expect(steps[0]).toMatchObject({
      at: "2026-10-24",
      until: "2026-10-26",
      household_count: 2,
      grams: 350,
      price_fen_per_kg: 1095,
      topFenPerKg: 1150,
    })
  })

  it("names each village and party once", () => {
    expect(steps[0]?.places.map((place) => place.zh)).toEqual(["八家村", "黑山村"])
    expect(steps[0]?.recordedBy).toHaveLength(1)
  })

  it("leaves other steps as they are", () => {
    expect(steps[1]).toMatchObject({ kind: "seal", grams: 300, until: seal.at })
  })
})

describe("minified", () => {
  it("keeps what a rule means", () => {
    const css = "/* why */\n.a > .b {\n  margin: 0 auto;\n  font: 700 1rem/1.5 var(--serif);\n}\n"
    expect(minified(css)).toBe(".a>.b{margin:0 auto;font:700 1rem/1.5 var(--serif)}")
  })
})

describe("documents for machines", () => {
  it("answers JSON-LD to whoever asks for it first, and a page to everybody else", () => {
    expect(asksForEvents("application/ld+json")).toBe(true)
    expect(asksForEvents("Application/LD+JSON;q=0.9, */*")).toBe(true)
    expect(asksForEvents("text/html,application/ld+json")).toBe(false)
    expect(asksForEvents("*/*")).toBe(false)
    expect(asksForEvents(null)).toBe(false)
  })

  it("passes on what checks a lot, and nothing else of the backend", () => {
    const paths = [
      "/store/lots/09521234000013/YY1018A/epcis",
      "/store/lots/09521234000013/YY%2F1/proofs",
      "/store/roots/2026-11-01",
      "/store/events/tev_01/proof",
    ]
    expect(paths.every(isPublicDocument)).toBe(true)
    const others = ["/store/carts/x", "/store/lots/1/2/epcis", "/store/roots/../orders", "/store/"]
    expect(others.some(isPublicDocument)).toBe(false)
  })
})
