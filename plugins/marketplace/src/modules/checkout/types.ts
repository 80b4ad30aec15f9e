import type { InferTypeOf } from "@medusajs/framework/types"

import type { ClaimState } from "../../domain/finish-completion"
import type { CheckoutClaim } from "./models/checkout-claim"

export type ClaimRow = InferTypeOf<typeof CheckoutClaim>

/** Why the last attempt came to nothing: enough to refuse everybody who waited for it alike. */
export type ClaimError = { type: string; code: string | null; message: string }

export type ClaimRequest = { cart_id: string; amount_fen: number; lease_seconds: number }

/**
 * `fresh`: ours, and nobody is known to have left anything behind. `taken_over`: ours, and a dead
 * process may have. `held`: somebody else's, or completed already.
 */
export type ClaimAnswer = { outcome: "fresh" | "taken_over" | "held"; claim: ClaimRow }

/** A holder's proof: writes count only while nobody has taken the claim since. */
export type Hold = { id: string; attempt: number }

export type ClaimProgress = {
  state?: ClaimState
  order_id?: string | null
  payment_id?: string | null
  last_error?: ClaimError | null
  last_action?: string
  /** From now; 0 lets the sweeper in at once. */
  lease_seconds: number
}
