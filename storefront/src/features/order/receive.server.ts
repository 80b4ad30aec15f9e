import { attempt } from "~/lib/attempt"
import { apiFor, type SessionContext } from "~/lib/session.server"

import { proofOf } from "./own-orders.server"

/** What came of the buyer's word that a parcel came; null when none was given. */
export type ReceiveNotice = { is: "done" } | { is: "down" } | { is: "refused"; message: string }

/** Passes on that a parcel came, when the form says so. Said twice it counts once. */
export async function settleReceived(
  context: SessionContext & { request: Request },
  orderId: string,
): Promise<ReceiveNotice | null> {
  if (context.request.method !== "POST") return null
  const consignmentId = (await context.request.formData()).get("received")
  if (typeof consignmentId !== "string") return null
  const order = encodeURIComponent(orderId)
  const path = `/store/orders/${order}/consignments/${encodeURIComponent(consignmentId)}/received`
  const said = await attempt(
    apiFor(context, "customer").fetch<unknown>(path, {
      method: "POST",
      body: {},
      headers: proofOf(context, orderId),
    }),
  )
  if (said.ok) return { is: "done" }
  const { status, message } = said.error
  return status >= 500 ? { is: "down" } : { is: "refused", message }
}

export function statusOfNotice(notice: ReceiveNotice | null): number {
  if (notice?.is === "down") return 503
  return notice?.is === "refused" ? 400 : 200
}
