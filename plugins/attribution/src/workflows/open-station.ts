import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { stationKindOf } from "../domain/station-desk"
import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { SubsidyGrant } from "../types/station-desk"

/** Days are business days; a subsidy is a year's, in fen, with its document number. */
export type OpenStationInput = {
  code: string
  division_code: string
  name_zh: string
  opened_on: string
  closed_on: string | null
  village_codes: string[]
  subsidy: SubsidyGrant | null
  recorded_by: string
}

/** No undo: it is the workflow's only step. @throws MedusaError `station_code_taken` */
const openStationStep = createStep(
  "open-station",
  async ({ subsidy, recorded_by, ...input }: OpenStationInput, { container }) => {
    const kind = stationKindOf(input.division_code)
    if (kind === null) throw stationRefused("station_division_outside")
    const id = await container
      .resolve<StationModuleService>(STATION_MODULE)
      .openStation({ ...input, kind, served_from: input.opened_on }, subsidy, recorded_by)
    if (id === null) throw stationRefused("station_code_taken")
    return new StepResponse({ id })
  },
)

export const openStationWorkflowId = "open-station"

/**
 * Registers a service station with the villages that it serves from its opening on and, where there is
 * one, a year's subsidy, spread over the months in which it is open. That the official may is the
 * caller's to see (`openingRefusal`). A second run is refused: `station_code_taken`.
 *
 * @example
 * await openStationWorkflow(container).run({
 *   input: {
 *     code: "YY-07", division_code: "513423102", name_zh: "梅雨镇服务站", opened_on: "2026-03-01",
 *     closed_on: null, village_codes: ["513423102201"], recorded_by: "off_1",
 *     subsidy: { year: 2026, amount_fen: 1_800_000, document: "盐财农〔2026〕7 号" },
 *   },
 * })
 *
 * @summary
 * Open a service station.
 */
export const openStationWorkflow = createWorkflow(
  openStationWorkflowId,
  (input: WorkflowData<OpenStationInput>) => new WorkflowResponse(openStationStep(input)),
)
