import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { addToArchiveStep, type AddToArchiveInput } from "./steps/add-to-archive"

export type AddToArchiveWorkflowInput = AddToArchiveInput

export const addToArchiveWorkflowId = "add-to-archive"

/**
 * Adds a visit, a measure or its evidence to the support archive (帮扶档案), which only grows. Twice
 * adds two entries.
 *
 * @example
 * await addToArchiveWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     household_id: "hh_1",
 *     kind: "visit",
 *     happened_on: "2026-11-20",
 *     text: "看了果园，教了疏果",
 *     photos: [],
 *     recorded_by: "海来",
 *   },
 * })
 *
 * @summary
 * Add an entry to the support archive.
 */
export const addToArchiveWorkflow = createWorkflow(
  addToArchiveWorkflowId,
  function (input: WorkflowData<AddToArchiveWorkflowInput>) {
    return new WorkflowResponse(addToArchiveStep(input))
  },
)
