/**
 * When a delivery may be confirmed for its household by a station worker: by somebody else than who
 * weighed it, with how the household agreed on record. (rule: docs/domain §4, deliveries)
 */

export type StationClaim = {
  readonly worker: string
  /** How the household agreed, in words. */
  readonly consent: string
  readonly recordedBy: string
}

export type StationRefusal =
  "station_worker_missing" | "station_consent_missing" | "station_worker_is_clerk"

/** The first reason against the station's confirmation; `null` when there is none. */
export function stationRefusal({
  worker,
  consent,
  recordedBy,
}: StationClaim): StationRefusal | null {
  if (worker.trim() === "") return "station_worker_missing"
  if (consent.trim() === "") return "station_consent_missing"
  return worker.trim() === recordedBy.trim() ? "station_worker_is_clerk" : null
}
