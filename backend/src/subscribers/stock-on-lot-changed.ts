import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { followLots } from "../workflows/follow-lots"

/** What a variant can sell follows its lots: listed, packed, lost, recalled or moved. */
export default async function stockOnLotChanged({
  event,
  container,
}: SubscriberArgs<{ variant_ids: string[] }>): Promise<void> {
  await followLots(container, event.data.variant_ids)
}

export const config: SubscriberConfig = {
  event: ["lot.listed", "lot.packed", "lot.recalled", "lot.damaged", "allocation.moved"],
  context: { subscriberId: "stock-on-lot-changed" },
}
