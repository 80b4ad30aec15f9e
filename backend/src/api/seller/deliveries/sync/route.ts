import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { memberOf } from "@shangxing/marketplace/lib/member-seller"
import { refusalWords } from "@shangxing/provenance/lib/refusals"
import type { DeliverySyncResponse, DeliveryVerdict } from "@shangxing/provenance/types/http"
import { syncDeliveriesWorkflow } from "@shangxing/provenance/workflows"

import { DeliveryRow, type SyncBody } from "../../desk-bodies"

/**
 * `POST /seller/deliveries/sync`: a queue that a device filled, perhaps offline. Always 200, with
 * one verdict per row in the rows' order. Sending it again, in parts or in any order, records nothing
 * twice. Only what passed on the device between weighing and sending is believed of its clock.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<SyncBody>,
  res: MedusaResponse<DeliverySyncResponse>,
): Promise<void> {
  const { member, seller } = await memberOf(req)
  const received_at = new Date().toISOString()
  const parsed = req.validatedBody.rows.map((row) => ({ row, read: DeliveryRow.safeParse(row) }))
  const rows = parsed.flatMap(({ read }) => (read.success ? [read.data] : []))
  const { result } = await syncDeliveriesWorkflow(req.scope).run({
    input: {
      seller_id: seller.id,
      recorded_by: member.name,
      sent_at: req.validatedBody.sent_at,
      received_at,
      rows,
    },
  })
  const verdicts = [...result]
  res.json({
    received_at,
    verdicts: parsed.map(({ row, read }) =>
      read.success
        ? verdicts.shift()!
        : malformed(row, read.error.issues.map(({ path }) => path.join(".")).join(", ")),
    ),
  })
}

function malformed(row: Record<string, unknown>, fields: string): DeliveryVerdict {
  const code = "delivery_row_invalid"
  return {
    client_id: typeof row.client_id === "string" ? row.client_id : "",
    state: "refused",
    delivery_id: null,
    is_confirmed: false,
    code,
    message: refusalWords(code, fields),
  }
}
