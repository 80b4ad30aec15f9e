import { addDays, dayOf } from "../generate/days"
import type { OrderPlan } from "../generate/orders"
import { STORY_TODAY } from "../generate/plan"

const DAYS_ON_THE_ROAD = 6

/** @throws RangeError for an order that still waits. */
export function sentAt({ shipped_at, number }: OrderPlan): Date {
  if (shipped_at === null) throw new RangeError(`Order ${number} of the story was not sent.`)
  return new Date(shipped_at)
}

const DAYS_UNTIL_RECEIVED = 4

/** When the buyer said that it came; null for what is on the road, or waits. */
export function arrivedAt(plan: OrderPlan): Date | null {
  if (!hasArrived(plan)) return null
  return new Date(sentAt(plan).getTime() + DAYS_UNTIL_RECEIVED * 86_400_000)
}

export function hasArrived({ shipped_at }: OrderPlan): boolean {
  return shipped_at !== null && addDays(dayOf(shipped_at), DAYS_ON_THE_ROAD) < STORY_TODAY
}
