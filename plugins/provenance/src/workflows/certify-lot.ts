import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"

import { certifyLotStep, type CertifyLotInput } from "./steps/certify-lot"

export type CertifyLotWorkflowInput = CertifyLotInput

export const certifyLotWorkflowId = "certify-lot"

/**
 * Gives a sealed lot its conformity certificate (承诺达标合格证), without which it is never listed. A
 * lot that mixes different producers' goods needs one of its own, issued no earlier than the mixing:
 * `certificate_reused`, `certificate_too_early`. A certificate is never replaced: `certificate_kept`.
 * Emits `lot.certified`.
 *
 * @example
 * await certifyLotWorkflow(container).run({
 *   input: {
 *     lot_id: "lot_1",
 *     seller_id: "sel_1",
 *     certificate: { number: "CN-1", issued_on: "2026-11-22", tests: "农残速测未检出" },
 *   },
 * })
 *
 * @summary
 * Give a lot its conformity certificate.
 */
export const certifyLotWorkflow = createWorkflow(
  certifyLotWorkflowId,
  function (input: WorkflowData<CertifyLotWorkflowInput>) {
    const done = certifyLotStep(input)
    const data = transform({ done, input }, ({ done }) => ({ id: done.id }))
    emitEventStep({ eventName: "lot.certified", data })
    return new WorkflowResponse(done)
  },
)
