import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStationWorkerWorkflow,
  recordAssistedPurchaseWorkflow,
  recordStationRowsWorkflow,
} from "@shangxing/attribution/workflows"
import { STATION_MODULE } from "@shangxing/attribution/modules/station"
import type StationModuleService from "@shangxing/attribution/modules/station/service"

import { createDice } from "../generate/dice"
import type { SeedPlan } from "../generate/plan"
import type { DivisionTables } from "../generate/rows"
import { planQuotas, planStations, type StationPlan } from "../generate/stations"
import { getOrThrow } from "./collections"
import { identityOf } from "./people"

/** Its station serves the villages of the demo's cooperative. */
const WORKER = { email: "station@demo.local", name: "阿说（站长）", division: "513423102" }
const RECORDED_BY = "演示"

/** Stations with their subsidies and purchases, canteens' quotas, and a worker who can sign in. */
export async function openStations(
  container: MedusaContainer,
  { households, today }: SeedPlan,
  tables: DivisionTables,
  householdIds: ReadonlyMap<string, string>,
): Promise<void> {
  const dice = createDice("shangxing-2026/stations")
  const where = { today, awake: WORKER.division }
  const stations = planStations(dice, households, tables, where)
  await record(
    container,
    "stations",
    stations.map(({ subsidies: _s, purchases: _p, ...station }) => ({
      ...station,
      closed_on: null,
      served_from: station.opened_on,
    })),
  )
  await record(container, "subsidies", stations.flatMap(subsidyRows))
  const counties = [...new Set(stations.map(({ division_code }) => division_code.slice(0, 6)))]
  await record(container, "quotas", planQuotas(dice, counties, Number(today.slice(0, 4))))
  const known = await container
    .resolve<StationModuleService>(STATION_MODULE)
    .listStations({}, { take: stations.length })
  const ids = new Map(known.map(({ id, code }) => [code, id]))
  const worker_id = await employ(container, getOrThrow(ids, `DEMO-${WORKER.division}`, "station"))
  for (const { code, purchases } of stations) {
    const station_id = getOrThrow(ids, code, "station")
    for (const [i, { household, ...purchase }] of purchases.entries()) {
      const household_id = getOrThrow(householdIds, household, "household")
      const form_id = `seed/${code}/${i}`
      await recordAssistedPurchaseWorkflow(container).run({
        input: { ...purchase, household_id, station_id, worker_id, form_id },
      })
    }
  }
}

async function record(
  container: MedusaContainer,
  kind: "stations" | "subsidies" | "quotas",
  rows: object[],
): Promise<void> {
  const input = { kind, rows, recorded_by: RECORDED_BY }
  await recordStationRowsWorkflow(container).run({ input })
}

function subsidyRows({ code, subsidies }: StationPlan) {
  return subsidies.map((subsidy) => ({
    ...subsidy,
    station_code: code,
    document: `演示拨付〔${subsidy.month}〕${code}`,
  }))
}

async function employ(container: MedusaContainer, station_id: string): Promise<string> {
  const { email, name } = WORKER
  const auth_identity_id = await identityOf(container, email)
  const { result } = await createStationWorkerWorkflow(container).run({
    input: { station_id, email, name, auth_identity_id },
  })
  return result.id
}
