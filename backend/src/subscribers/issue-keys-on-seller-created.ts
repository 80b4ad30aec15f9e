import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueOrganisationKeysWorkflow } from "@shangxing/provenance/workflows"

/** A seller can sign its trace events from the first day. */
export default async function issueKeysOnSellerCreated({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await issueOrganisationKeysWorkflow(container).run({ input: { seller_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: "seller.created",
  context: { subscriberId: "issue-keys-on-seller-created" },
}
