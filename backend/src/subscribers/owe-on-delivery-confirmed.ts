import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { oweDeliveries } from "../workflows/owe-deliveries"

/** Both parties said yes at the scale: from now on the household is owed its price. */
export default async function oweOnDeliveryConfirmed({
  event,
  container,
}: SubscriberArgs<{ ids: string[] }>): Promise<void> {
  await oweDeliveries(container, event.data.ids)
}

export const config: SubscriberConfig = {
  event: "delivery.confirmed",
  context: { subscriberId: "owe-on-delivery-confirmed" },
}
