import type { MedusaContainer } from "@medusajs/framework/types"
import type { AlertRecord } from "@shangxing/attribution/modules/alert/types"
import type { OfficialAlert } from "@shangxing/attribution/types/overview"

import { modules } from "../modules"
import { nameDivisions } from "../names"

/** Alerts as officials read them: households masked, sellers and stations by name. */
export async function nameAlerts(
  container: MedusaContainer,
  alerts: readonly AlertRecord[],
): Promise<OfficialAlert[]> {
  const idsOf = (kind: AlertRecord["subject_kind"]) => [
    ...new Set(alerts.flatMap((one) => (one.subject_kind === kind ? [one.subject_id] : []))),
  ]
  const [sellerIds, stationIds] = [idsOf("seller"), idsOf("station")]
  const [names, sellers, stations, places] = await Promise.all([
    modules.registry(container).maskedNames(idsOf("household")),
    modules.sellers(container).listSellers({ id: sellerIds }, { take: sellerIds.length }),
    modules.stations(container).listStations({ id: stationIds }, { take: stationIds.length }),
    nameDivisions(
      container,
      alerts.map(({ division_code }) => division_code),
    ),
  ])
  const labels = new Map([
    ...Object.entries(names),
    ...sellers.map(({ id, name_zh }): [string, string] => [id, name_zh]),
    ...stations.map(({ id, name_zh }): [string, string] => [id, name_zh]),
  ])
  const labelOf = ({ subject_kind, subject_id }: AlertRecord) =>
    subject_kind === "division" ? places.of(subject_id).zh : (labels.get(subject_id) ?? subject_id)
  return alerts.map((alert) => ({
    id: alert.id,
    kind: alert.kind,
    division: places.division(alert.division_code),
    subject: {
      kind: alert.subject_kind,
      id: alert.subject_id,
      label: labelOf(alert),
    },
    raised_on: alert.raised_on,
    value: alert.value,
    compared_with: alert.compared_with,
    state: alert.review ? "reviewed" : "open",
    review: alert.review,
  }))
}
