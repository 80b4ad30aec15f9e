import type { AccountStatus } from "../../domain/account-status"

/** A seller's account as Stripe has it now. */
export type AccountState = {
  account_id: string
  status: AccountStatus
  due_fields: string[]
  country: string
}

/** What an account holds, in minor units of one currency; `available` may be negative. */
export type AccountBalance = { currency: string; available_minor: number; pending_minor: number }

/** A page of Stripe's where the seller completes its account; it lives a few minutes. */
export type OnboardingLink = { url: string; expires_at: string }

export type { Movement, PaymentMovements, ProviderRefund } from "./movements"
