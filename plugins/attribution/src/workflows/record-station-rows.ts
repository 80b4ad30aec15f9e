import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { stationRefused } from "../lib/station-refusals"
import { STATION_MODULE } from "../modules/station"
import type StationModuleService from "../modules/station/service"
import type { ImportKind } from "../modules/station/types"

export type RecordStationRowsInput = { kind: ImportKind; rows: object[]; recorded_by: string }
export type CommitStationImportInput = {
  import_id: string
  file_digest: string
  recorded_by: string
}

/** No undo: rows are only added. */
const recordStationRowsStep = createStep(
  "record-station-rows",
  async ({ kind, rows, recorded_by }: RecordStationRowsInput, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    return new StepResponse(await stations.recordRows(kind, rows, recorded_by))
  },
)

/** All rows or none, in one transaction. @throws MedusaError `station_import_not_ready` */
const commitStationImportStep = createStep(
  "commit-station-import",
  async (input: CommitStationImportInput, { container }) => {
    const stations = container.resolve<StationModuleService>(STATION_MODULE)
    const { import_id, file_digest, recorded_by } = input
    const count = await stations.commitImport(import_id, file_digest, recorded_by)
    if (count === null) throw stationRefused("station_import_not_ready")
    return new StepResponse(count)
  },
)

export const recordStationRowsWorkflowId = "record-station-rows"

/**
 * Writes stations, subsidies, quotas or income lines that are right already, as the seed's are.
 * Safe to run twice: a known row is left alone, one with another amount is corrected by a new row.
 *
 * @example
 * await recordStationRowsWorkflow(container).run({
 *   input: {
 *     kind: "subsidies",
 *     rows: [{ station_code: "YY-01", month: "2026-11", amount_fen: 150_000, document: "财农 7" }],
 *     recorded_by: "seed",
 *   },
 * })
 *
 * @summary
 * Record rows about stations.
 */
export const recordStationRowsWorkflow = createWorkflow(
  recordStationRowsWorkflowId,
  (input: WorkflowData<RecordStationRowsInput>) =>
    new WorkflowResponse(recordStationRowsStep(input)),
)

export const commitStationImportWorkflowId = "commit-station-import"

/**
 * Writes the very file whose dry run an official saw, all of it or nothing. A second time is refused:
 * `station_import_not_ready`. Answers how many rows were written.
 *
 * @example
 * await commitStationImportWorkflow(container).run({
 *   input: { import_id: "sti_1", file_digest: "9f…", recorded_by: "off_1" },
 * })
 *
 * @summary
 * Commit an official's file about stations.
 */
export const commitStationImportWorkflow = createWorkflow(
  commitStationImportWorkflowId,
  (input: WorkflowData<CommitStationImportInput>) =>
    new WorkflowResponse(commitStationImportStep(input)),
)
