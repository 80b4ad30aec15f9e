import { captureOfConsignment, type FundsPosting } from "../domain/funds-postings"
import type { FundsKind, NewFundsTransaction } from "../modules/ledger/funds/types"

/** One seller's sales in the funds book. */

export const SELLER = { sellerId: "sel_yanyuan", countyCode: "513423" }
/** 100 yuan paid, 8 commission, 0.48 tax on it: the seller is owed 91.52. */
export const SALE = { amountFen: 10_000, commissionFen: 800, commissionTaxFen: 48 }
export const NET = 9152

type Changes = Partial<NewFundsTransaction>
export const transaction = (
  kind: FundsKind,
  source_id: string,
  postings: FundsPosting[],
  changes: Changes = {},
): NewFundsTransaction => ({
  idempotency_key: `${kind}:${source_id}:cons_1`,
  kind,
  effective_at: "2026-10-31T15:00:00Z",
  order_id: "order_1",
  source_id,
  postings,
  ...changes,
})

export const sale = (source_id = "capt_1", changes: Changes = {}) =>
  transaction("capture", source_id, captureOfConsignment({ ...SALE, ...SELLER }), changes)
