import { isObject, type Json, type JsonObject, parseJson } from "./json.ts"
import type { LotProofs, PublishedRoot } from "./verify-lot.ts"

/** Reads a lot's public endpoints, from the backend itself or through the storefront. */

export type Source = { url: string; publishableKey: string | null }
export type PublishedLot = { proofs: LotProofs; document: JsonObject; roots: PublishedRoot[] }

/** @throws Error that says which address answered what. */
export async function fetchLot(source: Source, gtin: string, lot: string): Promise<PublishedLot> {
  const path = `/store/lots/${gtin}/${encodeURIComponent(lot)}`
  const answer = (await get(source, `${path}/proofs`)) as unknown as { proofs: LotProofs }
  const document = await get(source, `${path}/epcis`)
  const days = [...new Set(answer.proofs.events.map(({ day }) => day))]
  const roots = await Promise.all(days.map((day) => fetchRoot(source, day)))
  return { proofs: answer.proofs, document, roots: roots.filter((root) => root !== null) }
}

async function fetchRoot(source: Source, day: string): Promise<PublishedRoot | null> {
  const answer = await tryGet(source, `/store/roots/${day}`)
  return answer === null ? null : (answer["root"] as unknown as PublishedRoot)
}

async function get(source: Source, path: string): Promise<JsonObject> {
  const answer = await tryGet(source, path)
  if (answer === null) throw new Error(`${source.url}${path} does not exist (404).`)
  return answer
}

async function tryGet({ url, publishableKey }: Source, path: string): Promise<JsonObject | null> {
  const headers: Record<string, string> =
    publishableKey === null ? {} : { "x-publishable-api-key": publishableKey }
  const response = await fetch(url.replace(/\/$/, "") + path, { headers })
  if (response.status === 404) return null
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}${path} answered ${response.status}: ${text}`)
  const body: Json = parseJson(text)
  if (!isObject(body)) throw new Error(`${url}${path} did not answer an object.`)
  return body
}
