import { createHash } from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

import { FUNDS_ACCOUNTS, isSellerAccount, type FundsPosting } from "../../../domain/funds-postings"
import { levelOf } from "../../../domain/jurisdiction"
import type { NewFundsTransaction } from "./types"

type FundsRefusal =
  | "funds_empty"
  | "funds_unbalanced"
  | "funds_amount_invalid"
  | "funds_account_invalid"
  | "funds_county_invalid"
  | "funds_time_invalid"
  | "funds_key_invalid"

const MESSAGES: Record<FundsRefusal, string> = {
  funds_empty: "it moves nothing. Leave it out",
  funds_unbalanced: "its postings do not sum to zero. Post what one account gives against another",
  funds_amount_invalid: "an amount is not a whole number of fen. Send integer fen",
  funds_account_invalid:
    "an account is unknown, or names a seller where it must not (or none where it must). Only seller_payable and seller_receivable are kept per seller",
  funds_county_invalid:
    "its postings do not lie in one county with a 6-digit code. Post one transaction per county",
  funds_time_invalid: "its time is not an ISO 8601 instant. Send the payment's own time",
  funds_key_invalid: "it has no idempotency key or source. Name its cause",
}

/**
 * Refuses a batch in which any transaction is malformed, before anything is posted.
 * @throws MedusaError INVALID_DATA with the refusal as its code.
 */
export function validateFunds(transactions: readonly NewFundsTransaction[]): void {
  for (const transaction of transactions) {
    const refusal = refusalOf(transaction)
    if (refusal) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Funds transaction ${transaction.idempotency_key} can't be posted, because ${MESSAGES[refusal]}.`,
        refusal,
      )
    }
  }
}

function refusalOf(transaction: NewFundsTransaction): FundsRefusal | null {
  if (transaction.idempotency_key === "" || transaction.source_id === "") {
    return "funds_key_invalid"
  }
  if (Number.isNaN(Date.parse(transaction.effective_at))) {
    return "funds_time_invalid"
  }
  return refusalOfPostings(transaction.postings)
}

function refusalOfPostings(postings: readonly FundsPosting[]): FundsRefusal | null {
  if (postings.every(({ amount_fen }) => amount_fen === 0)) {
    return "funds_empty"
  }
  if (!postings.every(({ amount_fen }) => Number.isSafeInteger(amount_fen))) {
    return "funds_amount_invalid"
  }
  if (postings.reduce((sum, { amount_fen }) => sum + amount_fen, 0) !== 0) {
    return "funds_unbalanced"
  }
  if (!postings.every(hasAccount)) {
    return "funds_account_invalid"
  }
  const [county, ...others] = new Set(postings.map(({ county_code }) => county_code))
  return county && levelOf(county) === "county" && others.length === 0
    ? null
    : "funds_county_invalid"
}

function hasAccount({ account, seller_id }: FundsPosting): boolean {
  return FUNDS_ACCOUNTS.includes(account) && isSellerAccount(account) === (seller_id !== null)
}

/** Tells one content from another under the same key, whatever the order of its postings. */
export function fingerprintOf(transaction: NewFundsTransaction): string {
  const postings = transaction.postings
    .filter(({ amount_fen }) => amount_fen !== 0)
    .map(({ account, seller_id, county_code, amount_fen }) =>
      [account, seller_id ?? "", county_code, amount_fen].join("|"),
    )
    .sort()
  return createHash("sha256")
    .update([transaction.kind, ...postings].join("\n"))
    .digest("hex")
}
