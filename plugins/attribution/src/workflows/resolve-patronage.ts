import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"

import { resolvePatronageStep, type ResolvePatronageInput } from "./steps/resolve-patronage"

export const resolvePatronageWorkflowId = "resolve-patronage"

/**
 * Writes the resolution of a cooperative's assembly on a year's surplus and what each member is owed
 * by it. Once per cooperative and year: a second run is refused with `patronage_resolved`.
 * Rule: docs/domain.md §7, "patronage refund".
 *
 * @example
 * await resolvePatronageWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1", county_code: "513423", year: 2026, surplus_fen: 10_000_00,
 *     losses_fen: 0, reserves_fen: 2_000_00, by_volume_basis_points: 6000,
 *     resolution_number: "金合〔2027〕1 号", resolved_on: "2027-01-15",
 *     recorded_by: "mem_1", village_of: {}, due_on: "2027-02-15",
 *   },
 * })
 *
 * @summary
 * Resolve a year's patronage refund.
 */
export const resolvePatronageWorkflow = createWorkflow(
  resolvePatronageWorkflowId,
  (input: WorkflowData<ResolvePatronageInput>) => new WorkflowResponse(resolvePatronageStep(input)),
)
