import { digitalLinkPathOfUrn } from "./epc-urn.ts"

/**
 * Constrained canonical GS1 Digital Links (CBV 2.0 §8.9, rules on identifiers): GS1's own domain, no
 * query, the most fine-grained level of identification only.
 */

const CANONICAL = "https://id.gs1.org/"
const CHARACTER = "(?:%[0-9A-Fa-f]{2}|[!\"'()*+,\\-.0-9:;<=>?A-Z_a-z&])"
const text = (least: number, most: number) => `${CHARACTER}{${least},${most}}`
const whole = (pattern: string) => new RegExp(`^${pattern}$`)

/** Primary keys, and what each may be followed by, most fine-grained first. */
const keys: Record<string, { value: RegExp; qualifiers: readonly string[] }> = {
  "00": { value: whole("\\d{18}"), qualifiers: [] },
  "01": { value: whole("(?:\\d{8}|\\d{12,14})"), qualifiers: ["21", "235", "10"] },
  "253": { value: whole(`\\d{13}${text(0, 17)}`), qualifiers: [] },
  "255": { value: whole("\\d{13}\\d{0,12}"), qualifiers: [] },
  "401": { value: whole(`\\d{4}${text(0, 26)}`), qualifiers: [] },
  "402": { value: whole("\\d{17}"), qualifiers: [] },
  "414": { value: whole("\\d{13}"), qualifiers: ["254"] },
  "417": { value: whole("\\d{13}"), qualifiers: [] },
  "8003": { value: whole(`\\d{14}${text(0, 16)}`), qualifiers: [] },
  "8004": { value: whole(`\\d{4}${text(0, 26)}`), qualifiers: [] },
  "8006": { value: whole("\\d{18}"), qualifiers: ["21", "10"] },
  "8010": { value: whole("\\d{4}(?:%[0-9A-Fa-f]{2}|[#\\-/0-9A-Z]){0,26}"), qualifiers: ["8011"] },
  "8017": { value: whole("\\d{18}"), qualifiers: [] },
  "8018": { value: whole("\\d{18}"), qualifiers: [] },
}

const qualifierValues: Record<string, RegExp> = {
  "10": whole(text(1, 20)),
  "21": whole(text(1, 20)),
  "22": whole(text(1, 20)),
  "235": whole(text(1, 28)),
  "254": whole(text(1, 20)),
  "8011": whole("\\d{1,12}"),
}

/** Names that older Digital Links write instead of numbers. */
const shortNames: Record<string, string> = {
  gtin: "01",
  itip: "8006",
  cpid: "8010",
  gln: "414",
  party: "417",
  gsrnp: "8017",
  gsrn: "8018",
  gcn: "255",
  sscc: "00",
  gdti: "253",
  ginc: "401",
  gsin: "402",
  grai: "8003",
  giai: "8004",
  cpv: "22",
  lot: "10",
  ser: "21",
}

/** The canonical link that `uri` (an EPC URN or any Digital Link) says; `null` for other text. */
export function canonicalDigitalLink(uri: string): string | null {
  const path = uri.startsWith("urn:epc:") ? digitalLinkPathOfUrn(uri) : constrainedPath(uri)
  return path === null ? null : CANONICAL + path
}

function constrainedPath(uri: string): string | null {
  const match = /^https?:\/\/[^/?#]+\/([^?#]*)/.exec(uri)
  if (!match) return null
  const segments = (match[1] ?? "").replace(/\/$/, "").split("/")
  for (let i = 0; i < segments.length - 1; i++) {
    const path = readPath(segments.slice(i))
    if (path !== null) return path
  }
  return null
}

/** Reads key, value, and pairs of qualifier and value, to the end of the link. */
function readPath([name = "", value = "", ...rest]: string[]): string | null {
  const ai = shortNames[name] ?? name
  const key = Object.hasOwn(keys, ai) ? keys[ai] : undefined
  if (!key?.value.test(value)) return null
  const qualifiers = readQualifiers(ai, rest)
  if (!qualifiers) return null
  const found = key.qualifiers.find((qualifier) => qualifiers.has(qualifier))
  const primary = `${ai}/${ai === "01" ? value.padStart(14, "0") : value}`
  return found === undefined ? primary : `${primary}/${found}/${qualifiers.get(found)}`
}

function readQualifiers(ai: string, segments: string[]): Map<string, string> | null {
  if (segments.length % 2 !== 0) return null
  const allowed = allowedAfter(ai)
  const qualifiers = new Map<string, string>()
  for (let i = 0; i < segments.length; i += 2) {
    const [segment = "", value = ""] = segments.slice(i, i + 2)
    const name = shortNames[segment] ?? segment
    if (!allowed.has(name) || !qualifierValues[name]?.test(value)) return null
    qualifiers.set(name, value)
  }
  return qualifiers
}

/** Consumer product variants (AI 22) exist for trade items and their pieces only. */
function allowedAfter(ai: string): Set<string> {
  const isGoods = ai === "01" || ai === "8006"
  return new Set([...(keys[ai]?.qualifiers ?? []), ...(isGoods ? ["22"] : [])])
}
