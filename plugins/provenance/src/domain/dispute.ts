/**
 * A dispute over a delivery is a row of entries that only grows: it is opened by one side, answered
 * by any, and resolved once; then a new one may be opened. (rule: docs/domain §4, deliveries)
 */

export type DisputeEntryKind = "opened" | "answered" | "resolved"

export type DisputeRefusal =
  "dispute_open_already" | "dispute_unknown" | "dispute_resolved_already" | "dispute_text_missing"

/** Whether `next` may follow the dispute's last entry (`null`: there is none). */
export function disputeRefusal(
  last: DisputeEntryKind | null,
  next: DisputeEntryKind,
  text: string,
): DisputeRefusal | null {
  if (next === "opened") {
    if (last !== null && last !== "resolved") return "dispute_open_already"
  } else {
    if (last === null) return "dispute_unknown"
    if (last === "resolved") return "dispute_resolved_already"
  }
  return text.trim() === "" ? "dispute_text_missing" : null
}

/** Whether the last entry leaves something to settle. */
export function isDisputed(last: DisputeEntryKind | null): boolean {
  return last !== null && last !== "resolved"
}
