import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { correctMovedLines } from "../workflows/correct-attribution"

/** Picking used another lot: its households are owed the sale's attribution instead. */
export default async function correctOnAllocationMoved({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await correctMovedLines(container, [event.data.id])
}

export const config: SubscriberConfig = {
  event: "allocation.moved",
  context: { subscriberId: "correct-on-allocation-moved" },
}
