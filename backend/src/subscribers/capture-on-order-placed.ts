import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { captureOrderPayments } from "../workflows/capture-order-payments"

/** The demo's payment provider authorises only: capture at once, as the checkout has promised. */
export default async function captureOnOrderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await captureOrderPayments(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "capture-on-order-placed" },
}
