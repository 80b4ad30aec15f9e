import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { correctStatuses, correctStatusesSince } from "../workflows/correct-attribution"

type Corrected = { household_id: string } | { recorded_at: string }

/** A household's past reads differently: what was sold of it then is counted anew, dated today. */
export default async function correctOnStatusCorrected({
  event,
  container,
}: SubscriberArgs<Corrected>): Promise<void> {
  const { data } = event
  if ("household_id" in data) await correctStatuses(container, [data.household_id])
  else await correctStatusesSince(container, data.recorded_at)
}

export const config: SubscriberConfig = {
  event: ["household.status_corrected", "registry.import_committed"],
  context: { subscriberId: "correct-on-status-corrected" },
}
