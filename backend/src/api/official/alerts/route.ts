import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { jurisdictionOf } from "@shangxing/attribution/lib/jurisdiction"
import type {
  OfficialAlertsResponse,
  RaiseAlertsResponse,
} from "@shangxing/attribution/types/stations"

import { scopeOf } from "../../../gather/jurisdiction"
import { modules } from "../../../gather/modules"
import { nameAlerts } from "../../../gather/stations/alerts"
import { raiseAlerts } from "../../../workflows/stations/raise-alerts"
import type { AlertsQuery } from "../station-query"

/** `GET /official/alerts`: what a person should look at in a division, newest first. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, AlertsQuery>,
  res: MedusaResponse<OfficialAlertsResponse>,
): Promise<void> {
  const { division: asked, state, kind, offset, limit } = req.validatedQuery
  const { code, division, path } = await scopeOf(req, asked)
  const alerts = modules.alerts(req.scope)
  const filter = { division: code, ...(kind && { kind }) }
  const [page, open] = await Promise.all([
    alerts.alertsWithin({ ...filter, state, offset, limit }),
    alerts.alertsWithin({ division: code, state: "open", limit: 1 }),
  ])
  res.json({
    division,
    path,
    state,
    kind: kind ?? null,
    open_count: open.count,
    alerts: await nameAlerts(req.scope, page.alerts),
    count: page.count,
    offset,
    limit,
  })
}

/**
 * `POST /official/alerts`: compares the official's own division now instead of at night. Twice raises
 * nothing twice.
 */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RaiseAlertsResponse>,
): Promise<void> {
  res.json({ raised_count: await raiseAlerts(req.scope, await jurisdictionOf(req)) })
}
