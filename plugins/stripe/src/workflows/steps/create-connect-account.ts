import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { explained } from "../../lib/stripe-errors"
import { CONNECT_MODULE } from "../../modules/connect"
import { stateOf } from "../../modules/connect/service"
import type ConnectModuleService from "../../modules/connect/service"
import { PROVIDER_CALL_MODULE } from "../../modules/provider-call"
import type ProviderCallModuleService from "../../modules/provider-call/service"
import type { CreateConnectAccountInput } from "../types"

/** Opens the account once per seller. No undo: an empty account at Stripe costs and owes nothing. */
export const createConnectAccountStep = createStep(
  "create-connect-account",
  async (input: CreateConnectAccountInput, { container }) => {
    const connect = container.resolve<ConnectModuleService>(CONNECT_MODULE)
    const known = await connect.accountOfSeller(input.seller_id)
    if (known) {
      return new StepResponse(known)
    }
    const calls = container.resolve<ProviderCallModuleService>(PROVIDER_CALL_MODULE)
    try {
      const account = await calls.perform({
        kind: "account",
        subjectId: input.seller_id,
        reference: input.seller_id,
        request: {
          country: input.country,
          email: input.email,
          business_profile: { name: input.business_name },
          capabilities: { transfers: { requested: true } },
          // Separate charges and transfers: the platform pays the fees and answers for losses.
          controller: {
            fees: { payer: "application" },
            losses: { payments: "application" },
            requirement_collection: "stripe",
            stripe_dashboard: { type: "express" },
          },
          metadata: { seller_id: input.seller_id },
        },
      })
      return new StepResponse(
        await connect.createConnectAccounts({
          ...columnsOf(stateOf(account)),
          seller_id: input.seller_id,
        }),
      )
    } catch (error) {
      throw explained(error, input.seller_id)
    }
  },
)

/** The JSON column's type is a record; a list is JSON too. */
function columnsOf({ due_fields, ...state }: ReturnType<typeof stateOf>) {
  return { ...state, due_fields: due_fields as unknown as Record<string, unknown> }
}
