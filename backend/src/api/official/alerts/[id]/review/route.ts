import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { officialOf } from "@shangxing/attribution/lib/jurisdiction"
import type { OfficialAlertResponse } from "@shangxing/attribution/types/stations"
import { reviewAlertWorkflow } from "@shangxing/attribution/workflows"

import { modules } from "../../../../../gather/modules"
import { notFound } from "../../../../../gather/not-found"
import { nameAlerts } from "../../../../../gather/stations/alerts"
import { inTheirWords } from "../../../../seller/in-their-words"
import type { ReviewBody } from "../../../station-query"

/**
 * `POST /official/alerts/:id/review` { note }: what an official found on looking. Every note stays, the
 * last is shown. 404 `alert_unknown` outside the own division; refuses an empty note.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ReviewBody>,
  res: MedusaResponse<OfficialAlertResponse>,
): Promise<void> {
  const official = await officialOf(req)
  const own = { division: official.division_code, id: String(req.params.id) }
  const { count } = await modules.alerts(req.scope).alertsWithin(own)
  if (count === 0) {
    throw notFound(req, "alert_unknown", {
      zh: "您的辖区里没有这条预警。请回到列表里选。",
      en: "There is no such alert in your division. Choose from the list.",
    })
  }
  await inTheirWords(
    req,
    reviewAlertWorkflow(req.scope).run({
      input: {
        alert_id: own.id,
        note: req.validatedBody.note,
        reviewed_by: official.id,
        reviewer_name: official.name,
      },
    }),
  )
  const { alerts } = await modules.alerts(req.scope).alertsWithin(own)
  const [alert] = await nameAlerts(req.scope, alerts)
  // It was read a moment ago.
  res.json({ alert: alert! })
}
