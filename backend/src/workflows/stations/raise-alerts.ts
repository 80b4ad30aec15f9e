import type { MedusaContainer } from "@medusajs/framework/types"
import { shanghaiDay } from "@shangxing/attribution/domain/period"
import { daysBefore } from "@shangxing/attribution/domain/station-days"
import {
  raiseAlertsWorkflow,
  voidStationTransactionsWorkflow,
} from "@shangxing/attribution/workflows"

import { modules } from "../../gather/modules"
import { findAlerts } from "../../gather/stations/find-alerts"

/** Alerts at a time: some hundred kilobytes a statement. */
const AT_A_TIME = 2_000
const LOOK_BACK_DAYS = 400

/**
 * Compares a division as it stands today and raises what a person should look at; without a division
 * the whole country. Safe to run twice: an alert is raised once for a subject and period.
 * @returns how many are new
 */
export async function raiseAlerts(container: MedusaContainer, division = ""): Promise<number> {
  await takeBackVoided(container)
  const alerts = await findAlerts(container, { division, today: shanghaiDay(new Date()) })
  let raised = 0
  for (let start = 0; start < alerts.length; start += AT_A_TIME) {
    const { result } = await raiseAlertsWorkflow(container).run({
      input: { alerts: alerts.slice(start, start + AT_A_TIME) },
    })
    raised += result
  }
  return raised
}

/** A delivery that was voided after a station confirmed it is no transaction of the station's. */
async function takeBackVoided(container: MedusaContainer): Promise<void> {
  const since = daysBefore(shanghaiDay(new Date()), LOOK_BACK_DAYS)
  const ids = await modules.stations(container).standingDeliveries(since)
  const voided = await modules.lots(container).voidedAmong(ids)
  if (voided.length === 0) return
  const voids = voided.map(({ id, void_reason }) => ({
    subject_kind: "delivery" as const,
    subject_id: id,
    reason: void_reason ?? "",
    recorded_by: "delivery",
  }))
  await voidStationTransactionsWorkflow(container).run({ input: { voids } })
}
