import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import type { OriginInput } from "../modules/lot"
import { declareOriginStep } from "./steps/declare-origin"

export type DeclareOriginWorkflowInput = OriginInput

export const declareOriginWorkflowId = "declare-origin"

/**
 * Declares where a product comes from and what its packing and freight cost per kg, replacing an
 * earlier declaration. Emits `product.origin_declared`.
 *
 * @example
 * await declareOriginWorkflow(container).run({
 *   input: {
 *     product_id: "prod_1",
 *     county_code: "513423",
 *     packing_fen_per_kg: 80,
 *     freight_fen_per_kg: 150,
 *   },
 * })
 *
 * @summary
 * Declare a product's origin.
 */
export const declareOriginWorkflow = createWorkflow(
  declareOriginWorkflowId,
  function (input: WorkflowData<DeclareOriginWorkflowInput>) {
    const origin = declareOriginStep(input)
    const data = transform({ origin }, ({ origin }) => ({ id: origin.product_id }))
    emitEventStep({ eventName: "product.origin_declared", data })

    return new WorkflowResponse(origin)
  },
)
