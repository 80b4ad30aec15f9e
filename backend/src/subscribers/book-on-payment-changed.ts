import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"

import { bookPayment } from "../workflows/book-payment"

/** Money came or went back: the allocations and the books follow. A repeated event posts nothing. */
export default async function bookOnPaymentChanged({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await bookPayment(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: ["payment.captured", "payment.refunded"],
  context: { subscriberId: "book-on-payment-changed" },
}
