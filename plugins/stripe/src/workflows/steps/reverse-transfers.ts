import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { splitByBalance } from "../../domain/plan-transfers"
import { explained } from "../../lib/stripe-errors"
import { CONNECT_MODULE } from "../../modules/connect"
import type ConnectModuleService from "../../modules/connect/service"
import { PROVIDER_CALL_MODULE } from "../../modules/provider-call"
import type ProviderCallModuleService from "../../modules/provider-call/service"
import type { ReversalResult, ReverseTransfersInput } from "../types"

/** No undo: what a refund took back from a seller is sent again by a transfer of its own. */
export const reverseTransfersStep = createStep(
  "reverse-transfers",
  async ({ order_id, reversals }: ReverseTransfersInput, { container }) => {
    const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
    const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
    const results: ReversalResult[] = []
    for (const { reference, transfer_id, seller_id, amount_fen } of reversals) {
      const { account_id } = await connect.requireAccount(seller_id)
      try {
        const reversal = await calls.perform({
          kind: "reversal",
          subjectId: transfer_id,
          reference,
          request: {
            transfer: transfer_id,
            params: { amount: amount_fen, metadata: { order_id, seller_id } },
          },
        })
        // Read after the reversal, which is in the balance then: what lies below zero now is what
        // the balance before did not cover.
        const held = await connect.heldIn(account_id, reversal.currency)
        const { receivableFen } = splitByBalance(amount_fen, held + amount_fen)
        results.push({
          reference,
          reversal_id: reversal.id,
          amount_fen,
          receivable_fen: receivableFen,
        })
      } catch (error) {
        throw explained(error, reference)
      }
    }
    return new StepResponse(results)
  },
)
