import type { Knex, SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { CheckoutClaim } from "./models/checkout-claim"
import type { ClaimAnswer, ClaimProgress, ClaimRequest, ClaimRow, Hold } from "./types"

/** Claims on carts. Every change is one statement that says whose turn it has to be. */
class CheckoutModuleService extends MedusaService({ CheckoutClaim }) {
  /**
   * Takes the cart for one caller. A claim that was undone or failed starts afresh; one whose
   * holder died is taken over when its lease has run out.
   */
  @InjectManager()
  async claim(request: ClaimRequest, @MedusaContext() context: Context = {}): Promise<ClaimAnswer> {
    const inserted = await execute(INSERT, insertValues(request), context)
    if (inserted) return { outcome: "fresh", claim: inserted }
    const { cart_id, amount_fen, lease_seconds } = request
    const again = await execute(AFRESH, [amount_fen, lease_seconds, cart_id], context)
    if (again) return { outcome: "fresh", claim: again }
    const left = await execute(TAKE_LEFT, [lease_seconds, cart_id], context)
    if (left) return { outcome: "taken_over", claim: left }
    return { outcome: "held", claim: await this.claimOf(cart_id, context) }
  }

  /** The sweeper's turn at a claim that it has just read; `null` when somebody was quicker. */
  @InjectManager()
  async takeOver(
    { id, attempt }: Hold,
    leaseSeconds: number,
    @MedusaContext() context: Context = {},
  ): Promise<ClaimRow | null> {
    return await execute(TAKE_OVER, [leaseSeconds, id, attempt], context)
  }

  /** Prolongs the holder's lease. @returns whether the claim is still the holder's. */
  @InjectManager()
  async renew(
    { id, attempt }: Hold,
    leaseSeconds: number,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return (await execute(RENEW, [leaseSeconds, id, attempt], context)) !== null
  }

  /** Writes down how far the holder came. @returns whether the claim was still the holder's. */
  @InjectManager()
  async progress(
    { id, attempt }: Hold,
    { lease_seconds, ...change }: ClaimProgress,
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    const columns = Object.entries(change).filter(([, value]) => value !== undefined)
    const sets = columns.map(([name]) => `"${name}" = ?`).join(", ")
    const values = columns.map(([name, value]) =>
      name === "last_error" && value !== null ? JSON.stringify(value) : value,
    )
    const sql = `update checkout_claim set ${sets}${sets && ", "} lease_until = ${FROM_NOW}, updated_at = now() where id = ? and attempt = ? and deleted_at is null returning *`
    return (await execute(sql, [...values, lease_seconds, id, attempt], context)) !== null
  }

  /** @throws MedusaError NOT_FOUND `claim_unknown`. */
  @InjectManager()
  async claimOf(cartId: string, @MedusaContext() context: Context = {}): Promise<ClaimRow> {
    const [claim] = await this.listCheckoutClaims({ cart_id: cartId }, {}, context)
    if (claim) return claim
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Nobody has tried to complete cart ${cartId}. Complete it first.`,
      "claim_unknown",
    )
  }

  /** Unfinished claims that no living process holds, longest abandoned first. */
  @InjectManager()
  async listAbandoned(limit: number, @MedusaContext() context: Context = {}): Promise<ClaimRow[]> {
    return await this.listCheckoutClaims(
      { state: ["claimed", "ordered", "captured"], lease_until: { $lt: new Date() } },
      { take: limit, order: { lease_until: "ASC" } },
      context,
    )
  }
}

/** One statement is a transaction by itself: `begin` and `commit` would only triple it. */
async function execute(sql: string, values: unknown[], context: Context): Promise<ClaimRow | null> {
  const manager = (context.transactionManager ?? context.manager) as SqlEntityManager
  // Not `manager.execute`: a question mark in a message would be taken for a placeholder.
  const statement = manager.getKnex().raw<{ rows: ClaimRow[] }>(sql, values as Knex.Value[])
  const transaction = manager.getTransactionContext<Knex.Transaction>()
  const { rows } = await (transaction ? statement.transacting(transaction) : statement)
  return rows[0] ?? null
}

const FROM_NOW = "now() + make_interval(secs => ?)"

const INSERT = `
  insert into checkout_claim (id, cart_id, amount_fen, lease_until)
  values (?, ?, ?, ${FROM_NOW})
  on conflict (cart_id) where deleted_at is null do nothing
  returning *`

const AFRESH = `
  update checkout_claim
  set state = 'claimed', amount_fen = ?, attempt = attempt + 1, recoveries = 0,
      lease_until = ${FROM_NOW}, last_error = null, order_id = null, payment_id = null,
      updated_at = now()
  where cart_id = ? and state in ('undone', 'failed') and deleted_at is null
  returning *`

const TAKE_LEFT = `
  update checkout_claim
  set attempt = attempt + 1, recoveries = recoveries + 1, lease_until = ${FROM_NOW},
      updated_at = now()
  where cart_id = ? and state = 'claimed' and lease_until < now() and deleted_at is null
  returning *`

const TAKE_OVER = `
  update checkout_claim
  set attempt = attempt + 1, recoveries = recoveries + 1, lease_until = ${FROM_NOW},
      updated_at = now()
  where id = ? and attempt = ? and lease_until < now() and deleted_at is null
  returning *`

const RENEW = `
  update checkout_claim set lease_until = ${FROM_NOW}, updated_at = now()
  where id = ? and attempt = ? and deleted_at is null
  returning *`

function insertValues({ cart_id, amount_fen, lease_seconds }: ClaimRequest): unknown[] {
  return [generateEntityId(undefined, "chk"), cart_id, amount_fen, lease_seconds]
}

export default CheckoutModuleService
