import type { PlannedEvent, RecordedEvent } from "../../domain/trace-plan"
import type { CommitmentOf } from "./commands/commitments"

export type { InclusionProof, LotProofs, PublishedRoot } from "@shangxing/epcis"

/**
 * Says what to append to the chains, knowing what they hold. Runs while the chains are locked, so
 * that no other run plans the same.
 */
export type Planner = (
  recordedOf: (lotId: string) => RecordedEvent[],
  commitmentOf: CommitmentOf,
) => Promise<PlannedEvent[]>

export type RecordOptions = {
  /** ISO 8601; when the events are recorded. */
  now: string
  /**
   * For a story told afterwards (the seed): each event is recorded at the time of its act, as long
   * as that day's root is open.
   */
  is_history?: boolean
}

export type RecordedCount = { event_count: number; lot_ids: string[] }

export type EventInclusion = {
  id: string
  event_hash: string
  chain_hash: string
  day: string
}
