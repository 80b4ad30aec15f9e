/** An event of Stripe's in the operator's list. */
export type AdminStripeEvent = {
  id: string
  event_id: string
  type: string
  object_id: string
  account_id: string | null
  received_via: "webhook" | "poll"
  status: "pending" | "done" | "ignored" | "dead"
  attempts: number
  occurred_at: string
  next_attempt_at: string | null
  processed_at: string | null
  effect: string | null
  last_error: string | null
}

export type AdminStripeEventsResponse = {
  events: AdminStripeEvent[]
  count: number
  limit: number
  offset: number
}

export type AdminStripeEventResponse = { event: AdminStripeEvent }
