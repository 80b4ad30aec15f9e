import { model } from "@medusajs/framework/utils"

/** How far the poller has read Stripe's list of events. */
export const WebhookCursor = model.define("webhook_cursor", {
  id: model.id({ prefix: "whcur" }).primaryKey(),
  name: model.text().unique(),
  seen_until: model.dateTime(),
})
