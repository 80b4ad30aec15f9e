import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { bookOrderPayments } from "../workflows/book-payment"
import { captureOrderPayments } from "../workflows/capture-order-payments"

/**
 * Captures what the provider has only authorized, as the checkout has promised, and books what it
 * captured by itself: of that Medusa tells nobody.
 */
export default async function captureOnOrderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await captureOrderPayments(container, event.data.id)
  await bookOrderPayments(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "capture-on-order-placed" },
}
