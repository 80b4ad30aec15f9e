import type { Bilingual, TraceStep } from "@shangxing/provenance/types/http"

/** A step as the page tells it: deliveries of a lot are one step over some days. */
export type ShownStep = Omit<TraceStep, "place" | "recorded_by" | "confirmed_by"> & {
  until: string
  places: Bilingual[]
  recordedBy: Bilingual[]
  confirmedBy: Bilingual[]
  /** Highest price per kilogram where `price_fen_per_kg` is the lowest. */
  topFenPerKg?: number
}

/**
 * Tells all deliveries as one step. A village's share of a day can be a single household's, and a
 * public page shows no fewer than ten (rule: docs/domain, privacy). `households` is the lot's own
 * count, because one household may have delivered on several days.
 */
export function mergeDeliveries(steps: readonly TraceStep[], households: number): ShownStep[] {
  const deliveries = steps.filter((step) => step.kind === "delivery")
  const others = steps.filter((step) => step.kind !== "delivery").map(shown)
  const [first] = deliveries
  if (!first) return others
  const days = deliveries.map((step) => step.at).sort()
  const prices = deliveries.flatMap((step) => step.price_fen_per_kg ?? [])
  const merged: ShownStep = {
    ...shown(first),
    at: days[0] ?? first.at,
    until: days.at(-1) ?? first.at,
    household_count: households,
    grams: deliveries.reduce((sum, step) => sum + (step.grams ?? 0), 0),
    places: distinct(deliveries.flatMap((step) => step.place ?? [])),
    recordedBy: distinct(deliveries.map((step) => step.recorded_by)),
    confirmedBy: distinct(deliveries.map((step) => step.confirmed_by)),
    ...(prices.length > 0
      ? { price_fen_per_kg: Math.min(...prices), topFenPerKg: Math.max(...prices) }
      : {}),
  }
  return [merged, ...others]
}

function shown(step: TraceStep): ShownStep {
  const { place, recorded_by, confirmed_by, ...facts } = step
  return {
    ...facts,
    until: step.at,
    places: place ? [place] : [],
    recordedBy: [recorded_by],
    confirmedBy: [confirmed_by],
  }
}

function distinct(names: readonly Bilingual[]): Bilingual[] {
  return [...new Map(names.map((name) => [name.zh, name])).values()]
}

/** Styles as they are sent: the file is written to be read, the page to be small. */
export function minified(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,>])\s*/g, "$1")
    .replace(/:\s+/g, ":")
    .replace(/;}/g, "}")
    .trim()
}

/** Whether an `Accept` header asks for JSON-LD before it asks for a page. */
export function asksForEvents(accept: string | null): boolean {
  const types = (accept ?? "").split(",").map((part) => part.split(";")[0]?.trim().toLowerCase())
  const events = types.findIndex((type) => type === "application/ld+json")
  const page = types.indexOf("text/html")
  return events >= 0 && (page < 0 || events < page)
}

/** The backend's documents that anyone may read to check a lot. */
export function isPublicDocument(path: string): boolean {
  return /^\/store\/(?:lots\/\d{14}\/[^/]+\/(?:epcis|proofs)|roots\/\d{4}-\d{2}-\d{2}|events\/\w+\/proof)$/.test(
    path,
  )
}
