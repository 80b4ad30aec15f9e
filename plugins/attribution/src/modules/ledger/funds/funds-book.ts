import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { LedgerTransaction } from "../models/ledger-transaction"
import { createMissingPartitions } from "../partitions"
import { sqlOf } from "../../../lib/sql"
import { lockSellers, postFunds } from "./post-funds"
import {
  readBalances,
  readEntriesOfAccount,
  readPostedKeys,
  readSellerBalance,
  readTransactionsOfOrder,
} from "./read-funds"
import type {
  AccountEntries,
  AccountEntriesQuery,
  BalancesQuery,
  FundsBalance,
  FundsTransaction,
  NewFundsTransaction,
  PostedTransaction,
  SellerBalance,
} from "./types"
import { validateFunds } from "./validate"

/** The funds book: real money, double entry, append-only. Rule: docs/domain.md §7. */
export class FundsBook extends MedusaService({ LedgerTransaction }) {
  /**
   * Posts the batch, all or nothing. Each key is posted once: a replay answers the stored id with
   * `posted` false. What to post for which fact: `domain/funds-postings.ts`.
   *
   * @throws MedusaError INVALID_DATA for a malformed transaction; UNEXPECTED_STATE
   *   `funds_key_reused` when a key is in the books with other postings.
   */
  @InjectManager()
  async postFundsTransactions(
    transactions: NewFundsTransaction[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedTransaction[]> {
    validateFunds(transactions)
    await createMissingPartitions(
      sqlOf(context),
      transactions.map(({ effective_at }) => effective_at),
    )
    return await this.postFunds_(transactions, context)
  }

  @InjectTransactionManager()
  protected async postFunds_(
    transactions: NewFundsTransaction[],
    @MedusaContext() context: Context = {},
  ): Promise<PostedTransaction[]> {
    return await postFunds(sqlOf(context), transactions)
  }

  /**
   * Posts a transaction whose postings depend on what the seller is owed: a refund after a payout, a
   * transfer. `plan` gets the balance under the seller's lock, so that two at once cannot both take
   * the same money; for a known key it is not called, and the stored id is answered.
   *
   * @example
   * await ledger.postSellerTransaction("sel_1", "refund:ref_1:cons_1", ({ payable_fen }) => ({
   *   …head, postings: refundOfConsignment({ …refund, payableFen: payable_fen }),
   * }))
   */
  @InjectManager()
  async postSellerTransaction(
    sellerId: string,
    idempotencyKey: string,
    plan: (balance: SellerBalance) => Omit<NewFundsTransaction, "idempotency_key">,
    @MedusaContext() context: Context = {},
  ): Promise<PostedTransaction> {
    return await this.postForSeller_(sellerId, idempotencyKey, plan, context)
  }

  @InjectTransactionManager()
  protected async postForSeller_(
    sellerId: string,
    idempotencyKey: string,
    plan: (balance: SellerBalance) => Omit<NewFundsTransaction, "idempotency_key">,
    @MedusaContext() context: Context = {},
  ): Promise<PostedTransaction> {
    const sql = sqlOf(context)
    await lockSellers(sql, [sellerId])
    const knownId = (await readPostedKeys(sql, [idempotencyKey])).get(idempotencyKey)
    if (knownId) {
      return { idempotency_key: idempotencyKey, transaction_id: knownId, posted: false }
    }
    const balance = await readSellerBalance(sql, sellerId, null)
    const transaction = { ...plan(balance), idempotency_key: idempotencyKey }
    validateFunds([transaction])
    assertOnlySeller(transaction, sellerId)
    await createMissingPartitions(sql, [transaction.effective_at])
    const [posted] = await postFunds(sql, [transaction])
    return posted!
  }

  /** Which of these keys are in the funds book; a sweeper posts the others. */
  @InjectManager()
  async postedFundsKeys(keys: string[], @MedusaContext() context: Context = {}): Promise<string[]> {
    return [...(await readPostedKeys(sqlOf(context), keys)).keys()].sort()
  }

  /** Balance of each account, debits positive, in fen. Without a filter they sum to zero. */
  @InjectManager()
  async balances(
    query: BalancesQuery = {},
    @MedusaContext() context: Context = {},
  ): Promise<FundsBalance[]> {
    return await readBalances(sqlOf(context), query)
  }

  /** What is owed to a seller and by it, now or as the book said at `asOf` (ISO 8601). */
  @InjectManager()
  async sellerBalance(
    sellerId: string,
    asOf: string | null = null,
    @MedusaContext() context: Context = {},
  ): Promise<SellerBalance> {
    return await readSellerBalance(sqlOf(context), sellerId, asOf)
  }

  /** The entries behind a balance, newest first, page by page. */
  @InjectManager()
  async entriesOfAccount(
    query: AccountEntriesQuery,
    @MedusaContext() context: Context = {},
  ): Promise<AccountEntries> {
    return await readEntriesOfAccount(sqlOf(context), query)
  }

  /** Every funds transaction of an order with its postings, oldest first. */
  @InjectManager()
  async transactionsOfOrder(
    orderId: string,
    @MedusaContext() context: Context = {},
  ): Promise<FundsTransaction[]> {
    return await readTransactionsOfOrder(sqlOf(context), orderId)
  }
}

function assertOnlySeller({ postings, idempotency_key }: NewFundsTransaction, sellerId: string) {
  if (postings.some(({ seller_id }) => seller_id !== null && seller_id !== sellerId)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Funds transaction ${idempotency_key} was planned on the balance of ${sellerId} and moves money of another seller. Post it by postFundsTransactions.`,
      "funds_other_seller",
    )
  }
}
