/*
 * What postings add to the rollups. It is appended by the statement that writes what it comes from,
 * `added`: a row per division or household that every posting updates would make all postings wait
 * for it. Whoever fills a journal for measuring appends by the same words.
 */

/** Of entries. */
export const ENTRY_DELTAS = `
  insert into ledger_rollup_delta (
    month, county_code, division_code, township_code, village_code, household_id, account,
    seller_id, product_id, circle, effective_on, lot_id, amount_fen, earned_fen, sold_fen,
    refunded_fen, entry_count, last_effective_on)
  select month, county_code, division_code, township_code, village_code, household_id, account,
         seller_id, product_id, circle, effective_on, lot_id, sum(amount_fen),
         coalesce(sum(amount_fen) filter (where state = 'earned'), 0),
         coalesce(sum(amount_fen) filter (where kind = 'capture'), 0),
         coalesce(sum(-amount_fen) filter (where kind in ('refund', 'chargeback')), 0), count(*),
         effective_on
    from added where account <> 'sales'
   group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`

/** Of lines' bases: how much of each lot was sold. */
export const SOLD_DELTAS = `
  insert into ledger_lot_sold_delta (county_code, lot_id, month, seller_id, sold_g)
  select county_code, lot ->> 'lot_id', to_char(effective_on, 'YYYY-MM'), seller_id,
         sum((lot ->> 'grams')::bigint)
    from added cross join lateral jsonb_array_elements(basis -> 'lots') as lot
   group by 1, 2, 3, 4`
