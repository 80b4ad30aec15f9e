import { sha256 } from "./event-hash.ts"

/**
 * A lot's events as a chain: each link's hash covers the event's exact text (which the event hash,
 * by the standard, covers only in part), its place, its time, its key and the link before it.
 */

export type Link = {
  lotId: string
  /** From 1, without gaps. */
  sequence: number
  /** The event as it was signed, byte by byte. */
  text: string
  eventHash: string
  /** The chain hash of the link before; `genesisHash` for the first. */
  previousHash: string
  /** ISO 8601 in UTC. */
  recordedAt: string
  keyId: string
}

/** What the first link of a lot's chain builds on: no chain can be passed off as another lot's. */
export function genesisHash(lotId: string): string {
  return sha256(`shangxing lot chain 1\n${lotId}`)
}

/** The hash of a link, lower-case hex. The parts hold no line breaks, so none can pose as two. */
export function chainHash(link: Link): string {
  const { lotId, sequence, text, eventHash, previousHash, recordedAt, keyId } = link
  const parts = [lotId, sequence, previousHash, eventHash, sha256(text), recordedAt, keyId]
  return sha256(`shangxing event chain 1\n${parts.join("\n")}`)
}
