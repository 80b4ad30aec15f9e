/**
 * Which idempotency key a call to Stripe carries. One intent of ours has one key, however often
 * Medusa retries: Medusa makes a new capture or refund row, and so a new key, with every retry
 * (medusajs/medusa#16292, #16681), which refunds twice when an answer was lost.
 */
export type CallStatus = "open" | "succeeded" | "refused"

export type CallRecord = {
  id: string
  requestHash: string
  status: CallStatus
  /** What of ours the call was made for: a payment session, a refund, a consignment. */
  reference: string
}

export type CallChoice =
  | { choice: "adopt"; id: string }
  | { choice: "fresh"; suffix: string }
  | { choice: "refuse"; reason: "provider_call_differs" }

/**
 * Chooses among the earlier calls for the same subject (say, one payment's refunds).
 *
 * - A call for the same reference that was not refused is the same intent: repeat it. Another
 *   request under the same reference is refused: it would be a second intent under one key.
 * - A call whose reference Medusa has thrown away since is an intent that Medusa retries under a
 *   new name: adopt it, whether its outcome is known or not.
 * - Else the intent is new. Stripe replays a refusal under its key, so a new try after a refusal
 *   gets a new key: the suffix counts them.
 */
export function chooseCall(
  calls: CallRecord[],
  wanted: { reference: string; requestHash: string },
  isAlive: (reference: string) => boolean,
): CallChoice {
  const earlier = calls.filter(({ reference }) => reference === wanted.reference)
  const own = earlier.find(({ status }) => status !== "refused")
  if (own) {
    return own.requestHash === wanted.requestHash
      ? { choice: "adopt", id: own.id }
      : { choice: "refuse", reason: "provider_call_differs" }
  }
  const orphan = calls.find(
    ({ status, requestHash, reference }) =>
      status !== "refused" && requestHash === wanted.requestHash && !isAlive(reference),
  )
  if (orphan) {
    return { choice: "adopt", id: orphan.id }
  }
  return { choice: "fresh", suffix: earlier.length === 0 ? "" : `:${earlier.length + 1}` }
}

/** JSON with sorted keys and without `undefined`: equal requests give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`
  }
  if (value !== null && typeof value === "object") {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
    return `{${fields.join(",")}}`
  }
  return JSON.stringify(value ?? null)
}
