import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { declareProcessStep, type DeclareProcessInput } from "./steps/declare-process"

export type DeclareProcessWorkflowInput = DeclareProcessInput

export const declareProcessWorkflowId = "declare-process"

/**
 * Declares a process of a seller with the most that it yields of its input, in basis points. Lots
 * that name it are held to it for ever; a better machine is another process. Twice declares two.
 *
 * @example
 * await declareProcessWorkflow(container).run({
 *   input: {
 *     seller_id: "sel_1",
 *     name: "烘干",
 *     product_kind: "pepper",
 *     max_yield_basis_points: 2600,
 *     declared_by: "海来",
 *   },
 * })
 *
 * @summary
 * Declare a process and its maximum yield.
 */
export const declareProcessWorkflow = createWorkflow(
  declareProcessWorkflowId,
  function (input: WorkflowData<DeclareProcessWorkflowInput>) {
    return new WorkflowResponse(declareProcessStep(input))
  },
)
