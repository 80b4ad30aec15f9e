import { withCheckDigit } from "./check-digit.ts"

/**
 * EPC URIs, EPC class URIs and EPC pattern URIs as paths of canonical GS1 Digital Links (GS1 EPC
 * Tag Data Standard 2.0 §6 for the parts; GS1 Digital Link URI Syntax 1.2 §4.11 for the order).
 */

type Parts = readonly string[]
type Scheme = {
  /** How many parts before the serial, which may hold dots itself. */
  heads: number
  /** How many digits the company prefix and the reference have together; `null`: any characters. */
  digits: number | null
  path: (heads: Parts, serial: string) => string
}

const SERIAL = /^(?:%[0-9A-Fa-f]{2}|[!')(*+,.0-9:;=A-Za-z_-])+$/
const COMPANY_PREFIX = /^\d{6,12}$/

/** The indicator digit of an item reference goes before the company prefix. */
const gtin = ([prefix = "", item = ""]: Parts) =>
  withCheckDigit(item.slice(0, 1) + prefix + item.slice(1))
const joined = ([prefix = "", reference = ""]: Parts) => withCheckDigit(prefix + reference)
const asset = (heads: Parts) => joined([`0${heads[0]}`, heads[1] ?? ""])

const schemes: Record<string, Scheme> = {
  "id:sgtin": { heads: 2, digits: 13, path: (h, s) => `01/${gtin(h)}/21/${s}` },
  "id:sscc": { heads: 2, digits: 17, path: (h) => `00/${gtin(h)}` },
  "id:sgln": {
    heads: 2,
    digits: 12,
    path: (h, s) => `414/${joined(h)}${s === "0" ? "" : `/254/${s}`}`,
  },
  "id:grai": { heads: 2, digits: 12, path: (h, s) => `8003/${asset(h)}${s}` },
  "id:giai": { heads: 1, digits: null, path: ([prefix], s) => `8004/${prefix}${s}` },
  "id:gsrn": { heads: 2, digits: 17, path: (h) => `8018/${joined(h)}` },
  "id:gsrnp": { heads: 2, digits: 17, path: (h) => `8017/${joined(h)}` },
  "id:gdti": { heads: 2, digits: 12, path: (h, s) => `253/${joined(h)}${s}` },
  "id:cpi": { heads: 2, digits: null, path: ([p, r], s) => `8010/${p}${r}/8011/${s}` },
  "id:sgcn": { heads: 2, digits: 12, path: (h, s) => `255/${joined(h)}${s}` },
  "id:ginc": { heads: 1, digits: null, path: ([prefix], s) => `401/${prefix}${s}` },
  "id:gsin": { heads: 2, digits: 16, path: (h) => `402/${joined(h)}` },
  "id:itip": {
    heads: 4,
    digits: 13,
    path: (h, s) => `8006/${gtin(h)}${h[2]}${h[3]}/21/${s}`,
  },
  "id:upui": { heads: 2, digits: 13, path: (h, s) => `01/${gtin(h)}/235/${s}` },
  "id:pgln": { heads: 2, digits: 12, path: (h) => `417/${joined(h)}` },
  "class:lgtin": { heads: 2, digits: 13, path: (h, s) => `01/${gtin(h)}/10/${s}` },
  "idpat:sgtin": { heads: 2, digits: 13, path: (h) => `01/${gtin(h)}` },
  "idpat:grai": { heads: 2, digits: 12, path: (h) => `8003/${asset(h)}` },
  "idpat:gdti": { heads: 2, digits: 12, path: (h) => `253/${joined(h)}` },
  "idpat:sgcn": { heads: 2, digits: 12, path: (h) => `255/${joined(h)}` },
  "idpat:cpi": { heads: 2, digits: null, path: ([p, r]) => `8010/${p}${r}` },
  "idpat:itip": { heads: 4, digits: 13, path: (h) => `8006/${gtin(h)}${h[2]}${h[3]}` },
  "idpat:upui": { heads: 2, digits: 13, path: (h) => `01/${gtin(h)}` },
}

/** Schemes that end with their reference: nothing may follow it. */
const WITHOUT_SERIAL = new Set(["id:sscc", "id:gsrn", "id:gsrnp", "id:gsin", "id:pgln"])

/** The path of the Digital Link of an EPC URN (`01/…/21/…`); `null` for any other text. */
export function digitalLinkPathOfUrn(urn: string): string | null {
  const match = /^urn:epc:((?:id|class|idpat):[a-z]+):(.+)$/.exec(urn)
  const name = match?.[1] ?? ""
  const scheme = schemes[name]
  if (!match || !scheme) return null
  const parts = (match[2] ?? "").split(".")
  const heads = parts.slice(0, scheme.heads)
  const serial = parts.slice(scheme.heads).join(".")
  const isWhole = isSerial(name, serial, parts.length > scheme.heads) && hasHeads(scheme, heads)
  return isWhole ? scheme.path(heads, serial) : null
}

function isSerial(name: string, serial: string, isThere: boolean): boolean {
  if (WITHOUT_SERIAL.has(name)) return !isThere
  return name.startsWith("idpat:") ? serial === "*" : SERIAL.test(serial)
}

function hasHeads({ heads: count, digits }: Scheme, heads: Parts): boolean {
  const [prefix = "", reference = "", ...rest] = heads
  if (heads.length !== count || !COMPANY_PREFIX.test(prefix)) return false
  if (digits === null) return count === 1 || SERIAL.test(reference)
  const isReference = /^\d*$/.test(reference) && prefix.length + reference.length === digits
  return isReference && rest.every((part) => /^\d{2}$/.test(part))
}
