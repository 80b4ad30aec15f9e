import { CONTEXT } from "./build.ts"
import { eventHash } from "./event-hash.ts"
import { chainHash, genesisHash } from "./hash-chain.ts"
import { type Json, type JsonObject, parseJson } from "./json.ts"
import { type InclusionProof, rootFrom } from "./merkle-tree.ts"
import { massProblems } from "./mass-balance.ts"
import { fingerprint, isSignatureOf, readPublicKey } from "./signature.ts"

/** What anyone can check of a lot with nothing but what the platform publishes about it. */

export type ProvenEvent = {
  id: string
  sequence: number
  kind: string
  /** The exact text that was hashed and signed. */
  event: string
  event_hash: string
  previous_hash: string
  chain_hash: string
  signature: string
  key_id: string
  /** ISO 8601 in UTC. */
  recorded_at: string
  /** The business day whose root holds the event. */
  day: string
  proof: InclusionProof | null
}

export type PublishedKey = { key_id: string; seller_id: string; gln: string; public_key: string }

export type PublishedRoot = {
  date: string
  root: string
  event_count: number
  previous_root: string | null
  /** Today's root still grows; it becomes final after midnight, Shanghai time. */
  is_closed: boolean
}

export type LotProofs = {
  lot_id: string
  /** The length and end of the chain, kept apart from the events. */
  event_count: number
  head_hash: string | null
  events: ProvenEvent[]
  keys: PublishedKey[]
  roots: PublishedRoot[]
}

export type Check = "document" | "hashes" | "chain" | "keys" | "signatures" | "inclusion" | "mass"

export type ProblemCode =
  | "event_unreadable"
  | "document_differs"
  | "event_hash_differs"
  | "sequence_broken"
  | "previous_hash_differs"
  | "chain_hash_differs"
  | "chain_cut"
  | "key_differs"
  | "key_unknown"
  | "signature_invalid"
  | "root_unknown"
  | "not_in_root"
  | "root_late"
  | "mass_exceeded"

export type Problem = { code: ProblemCode; sequence?: number; detail?: string }
export type Finding = { check: Check; holds: boolean; problems: Problem[] }

type Sources = {
  proofs: LotProofs
  document: readonly Json[]
  roots: readonly PublishedRoot[]
  /** Days before this one, `YYYY-MM-DD`, must have their final root. */
  closedBefore?: string
}

/**
 * Checks a lot. `document` is the EPCIS document's event list; `roots` are the daily roots as
 * published by themselves, which must be those that the proofs were made for.
 */
export function verifyLot({ proofs, document, roots, closedBefore }: Sources): Finding[] {
  const events = proofs.events.map((row) => ({ row, event: read(row.event) }))
  return [
    finding("document", documentProblems(events, document)),
    finding("hashes", hashProblems(events)),
    finding("chain", chainProblems(proofs)),
    finding("keys", keyProblems(proofs)),
    finding("signatures", signatureProblems(proofs)),
    finding("inclusion", [...inclusionProblems(proofs, roots), ...lateRoots(roots, closedBefore)]),
    finding("mass", massProblems(events.flatMap(({ event }) => (event ? [event] : [])))),
  ]
}

const finding = (check: Check, problems: Problem[]): Finding => ({
  check,
  holds: problems.length === 0,
  problems,
})

type ReadEvent = { row: ProvenEvent; event: JsonObject | null }

function read(text: string): JsonObject | null {
  try {
    return parseJson(text) as JsonObject
  } catch {
    return null
  }
}

/** The document must tell the signed events, all of them, in their order. */
function documentProblems(events: readonly ReadEvent[], document: readonly Json[]): Problem[] {
  const told = document.map((event) => JSON.stringify(event))
  const problems = events
    .filter(({ event }, i) => JSON.stringify(event) !== told[i])
    .map(({ row }) => ({ code: "document_differs" as const, sequence: row.sequence }))
  return told.length > events.length ? [...problems, { code: "document_differs" }] : problems
}

function hashProblems(events: readonly ReadEvent[]): Problem[] {
  return events.flatMap(({ row, event }): Problem[] => {
    const { sequence } = row
    if (event === null) return [{ code: "event_unreadable", sequence }]
    return hashOf(event) === row.event_hash ? [] : [{ code: "event_hash_differs", sequence }]
  })
}

function hashOf(event: JsonObject): string | null {
  try {
    return eventHash(event, CONTEXT)
  } catch {
    return null
  }
}

function chainProblems({ lot_id, event_count, head_hash, events }: LotProofs): Problem[] {
  const problems: Problem[] = []
  let previous = genesisHash(lot_id)
  for (const [i, row] of events.entries()) {
    const { sequence } = row
    if (sequence !== i + 1) problems.push({ code: "sequence_broken", sequence })
    if (row.previous_hash !== previous) problems.push({ code: "previous_hash_differs", sequence })
    if (row.chain_hash !== linkHash(lot_id, row)) {
      problems.push({ code: "chain_hash_differs", sequence })
    }
    previous = row.chain_hash
  }
  const isWhole = events.length === event_count && (head_hash ?? genesisHash(lot_id)) === previous
  return isWhole ? problems : [...problems, { code: "chain_cut", sequence: event_count }]
}

function linkHash(lotId: string, row: ProvenEvent): string {
  return chainHash({
    lotId,
    sequence: row.sequence,
    text: row.event,
    eventHash: row.event_hash,
    previousHash: row.previous_hash,
    recordedAt: row.recorded_at,
    keyId: row.key_id,
  })
}

function keyProblems({ keys }: LotProofs): Problem[] {
  return keys
    .filter(({ key_id, public_key }) => fingerprint(public_key) !== key_id)
    .map(({ key_id }) => ({ code: "key_differs", detail: key_id }))
}

function signatureProblems({ keys, events }: LotProofs): Problem[] {
  const known = new Map(keys.map(({ key_id, public_key }) => [key_id, readPublicKey(public_key)]))
  return events.flatMap(({ sequence, chain_hash, signature, key_id }): Problem[] => {
    const key = known.get(key_id)
    if (!key) return [{ code: "key_unknown", sequence, detail: key_id }]
    const holds = isSignatureOf(chain_hash, signature, key)
    return holds ? [] : [{ code: "signature_invalid", sequence }]
  })
}

function inclusionProblems({ events }: LotProofs, roots: readonly PublishedRoot[]): Problem[] {
  const published = new Map(roots.map((root) => [root.date, root]))
  return events.flatMap(({ sequence, chain_hash, day, proof }): Problem[] => {
    const root = published.get(day)
    if (!root || !proof) return [{ code: "root_unknown", sequence, detail: day }]
    const isIn = proof.size === root.event_count && rootFrom(chain_hash, proof) === root.root
    return isIn ? [] : [{ code: "not_in_root", sequence, detail: day }]
  })
}

/** A day that is long over and whose root still grows has lost it. */
function lateRoots(roots: readonly PublishedRoot[], closedBefore = ""): Problem[] {
  return roots
    .filter(({ date, is_closed }) => !is_closed && date < closedBefore)
    .map(({ date }) => ({ code: "root_late", detail: date }))
}
