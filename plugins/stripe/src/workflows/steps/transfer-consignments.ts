import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { explained, refuse } from "../../lib/stripe-errors"
import { CONNECT_MODULE } from "../../modules/connect"
import type ConnectModuleService from "../../modules/connect/service"
import { PROVIDER_CALL_MODULE } from "../../modules/provider-call"
import type ProviderCallModuleService from "../../modules/provider-call/service"
import type { TransferConsignmentsInput, TransferResult } from "../types"

/**
 * No undo: a transfer that was made stays made, and the next run goes on from there. What must come
 * back comes back by a reversal with a reference of its own.
 */
export const transferConsignmentsStep = createStep(
  "transfer-consignments",
  async (input: TransferConsignmentsInput, { container }) => {
    const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
    const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
    const chargeId = await connect.chargeOf(input.payment_intent_id)
    // Every seller is looked at before the first fen moves.
    const accounts = new Map<string, string>()
    for (const { seller_id } of input.transfers) {
      const { account_id, status } = await connect.requireAccount(seller_id)
      if (status !== "active") {
        throw refuse("account_not_ready", seller_id)
      }
      accounts.set(seller_id, account_id)
    }
    const results: TransferResult[] = []
    for (const { reference, consignment_id, seller_id, amount_fen, ...rest } of input.transfers) {
      try {
        const transfer = await calls.perform({
          kind: "transfer",
          subjectId: input.order_id,
          reference,
          request: {
            amount: amount_fen,
            currency: input.currency_code,
            destination: accounts.get(seller_id)!,
            ...(!rest.is_from_balance && { source_transaction: chargeId }),
            transfer_group: input.order_id,
            metadata: { consignment_id, seller_id },
          },
        })
        results.push({ reference, consignment_id, transfer_id: transfer.id, amount_fen })
      } catch (error) {
        throw explained(error, reference)
      }
    }
    return new StepResponse(results)
  },
)
