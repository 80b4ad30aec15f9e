import type { DeliveryDays } from "@shangxing/marketplace/domain/delivery"

import { env } from "../env"

/** The shop's rule of delivery and claims, for payouts, earned attribution and the buyer's page. */
export const deliveryDays: DeliveryDays = {
  deliveredAfter: env.DELIVERED_AFTER_DAYS,
  claim: env.PAYOUT_AFTER_DAYS,
}
