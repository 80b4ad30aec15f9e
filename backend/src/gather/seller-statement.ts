import type { MedusaContainer } from "@medusajs/framework/types"
import { lastDayOf } from "@shangxing/attribution/domain/period"
import {
  piecesOf,
  type SellerMovement,
  statementOf,
} from "@shangxing/attribution/domain/seller-statement"
import { yuanInWords } from "@shangxing/attribution/domain/yuan-in-words"
import type {
  SellerStatementResponse,
  StatementEntry,
  StatementOrder,
} from "@shangxing/marketplace/types/payouts"

import { grouped } from "./grouped"
import { sqlOn } from "./sql"

/** The most entries that one statement shows; its rows count all of them. */
const MOST_ENTRIES = 2000

/**
 * A seller's month in the funds book: the balance before and after, what makes the difference, order by
 * order and entry by entry. What it is owed less what it owes; amounts are from its point of view.
 */
export async function readStatement(
  container: MedusaContainer,
  sellerId: string,
  month: string,
): Promise<SellerStatementResponse> {
  const [opening_fen, found] = await Promise.all([
    readOpening(container, sellerId, `${month}-01`),
    readMovements(container, sellerId, `${month}-01`, lastDayOf(month)),
  ])
  const movements = found.map((row) => ({ ...row, ...movementOf(row) }))
  const { rows, earnedFen, paidOutFen } = statementOf(movements)
  const closing_fen = opening_fen + earnedFen + paidOutFen
  const entries = movements.map(entryOf)
  return {
    month,
    opening_fen,
    closing_fen,
    closing_words: closing_fen < 0 ? null : yuanInWords(closing_fen),
    earned_fen: earnedFen,
    paid_out_fen: paidOutFen,
    rows: rows.map(({ row, count, amountFen, rateBasisPoints }) => ({
      row,
      count,
      amount_fen: amountFen,
      rate_basis_points: rateBasisPoints,
    })),
    orders: ordersOf(entries),
    entries: entries.slice(0, MOST_ENTRIES),
    entry_count: entries.length,
  }
}

async function readOpening(
  container: MedusaContainer,
  sellerId: string,
  from: string,
): Promise<number> {
  const [row] = await sqlOn(container)<{ fen: string }>(
    `select coalesce(-sum(amount_fen), 0)::text as fen from funds_entry
      where seller_id = ? and account in ('seller_payable', 'seller_receivable')
        and effective_on < ?::date`,
    [sellerId, from],
  )
  return Number(row?.fen ?? 0)
}

type Found = {
  transaction_id: string
  kind: string
  effective_on: string
  order_id: string | null
  consignment_id: string | null
  display_id: number | null
  goods_fen: string | null
  shipping_fen: string | null
  tax_fen: string | null
  commission_basis_points: number | null
  commission_tax_basis_points: number | null
} & Record<"seller" | "buyer" | "commission" | "commission_tax" | "subsidy", string>

/** Every transaction of the month that names the seller, latest first, each account's side summed. */
async function readMovements(
  container: MedusaContainer,
  sellerId: string,
  from: string,
  to: string,
): Promise<Found[]> {
  return await sqlOn(container)<Found>(
    `with own as (
        select distinct transaction_id, county_code, effective_on from funds_entry
          where seller_id = ? and account in ('seller_payable', 'seller_receivable')
            and effective_on between ?::date and ?::date)
      select t.id as transaction_id, t.kind, t.effective_on::text as effective_on, t.order_id,
        c.id as consignment_id, c.display_id, c.goods_fen, c.shipping_fen, c.tax_fen,
        c.commission_basis_points, c.commission_tax_basis_points,
        coalesce(-sum(e.amount_fen) filter (
          where e.account in ('seller_payable', 'seller_receivable')), 0)::text as seller,
        coalesce(sum(e.amount_fen) filter (
          where e.account in ('platform_clearing', 'dispute_reserve')), 0)::text as buyer,
        coalesce(-sum(e.amount_fen) filter (
          where e.account = 'commission_income'), 0)::text as commission,
        coalesce(-sum(e.amount_fen) filter (
          where e.account = 'commission_tax'), 0)::text as commission_tax,
        coalesce(sum(e.amount_fen) filter (
          where e.account = 'platform_subsidy'), 0)::text as subsidy
       from own
       join funds_entry e using (transaction_id, county_code, effective_on)
       join ledger_transaction t on t.id = own.transaction_id
        and t.county_code = own.county_code and t.effective_on = own.effective_on
       left join consignment c on c.order_id = t.order_id and c.seller_id = ?
        and c.deleted_at is null
      group by t.id, t.kind, t.effective_on, t.effective_at, t.order_id, c.id, c.display_id,
        c.goods_fen, c.shipping_fen, c.tax_fen, c.commission_basis_points,
        c.commission_tax_basis_points
      order by t.effective_at desc, t.id`,
    [sellerId, from, to, sellerId],
  )
}

function movementOf(row: Found): SellerMovement {
  return {
    kind: row.kind,
    sellerFen: Number(row.seller),
    buyerFen: Number(row.buyer),
    commissionFen: Number(row.commission),
    commissionTaxFen: Number(row.commission_tax),
    subsidyFen: Number(row.subsidy),
    terms:
      row.goods_fen === null
        ? null
        : {
            goodsFen: Number(row.goods_fen),
            freightFen: Number(row.shipping_fen),
            taxFen: Number(row.tax_fen),
            commissionBasisPoints: Number(row.commission_basis_points),
            commissionTaxBasisPoints: Number(row.commission_tax_basis_points),
          },
  }
}

function entryOf(row: Found & SellerMovement): StatementEntry {
  const { transaction_id, kind, effective_on, order_id, consignment_id, display_id } = row
  return {
    ...{ transaction_id, kind, effective_on, order_id, consignment_id, display_id },
    amount_fen: row.sellerFen,
    pieces: piecesOf(row).map(({ row: name, amountFen }) => ({ row: name, amount_fen: amountFen })),
  }
}

const COLUMNS = {
  goods_fen: ["goods", "coupons"],
  freight_fen: ["freight", "tax"],
  commission_fen: [
    "commission",
    "commission_tax",
    "refunded_commission",
    "refunded_commission_tax",
  ],
  refund_fen: ["refunds", "refunded_coupons", "corrections"],
} as const

/** The month by order, latest first; payouts are not an order's. */
function ordersOf(entries: readonly StatementEntry[]): StatementOrder[] {
  const sold = entries.flatMap(({ order_id, ...entry }) =>
    order_id === null ? [] : [{ ...entry, order_id }],
  )
  return [...grouped(sold, ({ order_id }) => order_id).values()].flatMap((own) => {
    const [{ order_id, consignment_id, display_id, effective_on }] = own as [(typeof own)[0]]
    const pieces = own.flatMap((entry) => entry.pieces)
    const sum = (names: readonly string[]) =>
      pieces
        .filter(({ row }) => names.includes(row))
        .reduce((all, { amount_fen }) => all + amount_fen, 0)
    const [goods_fen, freight_fen, commission_fen, refund_fen] = [
      sum(COLUMNS.goods_fen),
      sum(COLUMNS.freight_fen),
      sum(COLUMNS.commission_fen),
      sum(COLUMNS.refund_fen),
    ]
    // A payout alone names its order too; it is no part of this month's earnings.
    if (!pieces.some(({ row }) => row !== "payouts" && row !== "payouts_back")) return []
    const sum_fen = goods_fen + freight_fen + commission_fen + refund_fen
    const head = { order_id, consignment_id, display_id, on: effective_on }
    return [{ ...head, goods_fen, freight_fen, commission_fen, refund_fen, sum_fen }]
  })
}
