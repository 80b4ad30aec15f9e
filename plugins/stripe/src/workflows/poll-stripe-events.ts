import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { CONNECT_MODULE } from "../modules/connect"
import type ConnectModuleService from "../modules/connect/service"
import { WEBHOOK_MODULE } from "../modules/webhook"
import type WebhookModuleService from "../modules/webhook/service"
import { drainWebhookInbox } from "./drain-webhook-inbox"

/** Sellers beyond this many are told of by their webhooks alone. */
const MOST_ACCOUNTS = 1000

/**
 * Reads Stripe's list of events since the last time, the platform's and each seller's, writes down
 * what no webhook brought, and follows it. Answers how many events were missed.
 */
export async function pollStripeEvents(
  container: MedusaContainer,
  now: Date = new Date(),
): Promise<number> {
  const webhook = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
  const sellers = await connect.listConnectAccounts(
    {},
    { take: MOST_ACCOUNTS, select: ["id", "account_id"] },
  )
  let missed = (await webhook.poll(now)).missed
  for (const { account_id } of sellers) {
    missed += (await webhook.poll(now, account_id)).missed
  }
  if (missed > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Stripe's webhooks missed ${missed} event(s); the poller found them.`)
    await drainWebhookInbox(container, { now: new Date() })
  }
  return missed
}
