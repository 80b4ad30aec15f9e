import { COUNTY_DIGITS } from "../../../domain/jurisdiction"

/*
 * Sums that are told finer apart than by month: by day in counties, and by lot. Their statements run
 * in the fold, beside the divisions' sums. A delta without a day is from before these were kept.
 */

/** Of the fold's `taken`. */
export function sumsByDay(): string {
  return `days as (
    insert into ledger_county_day as d (
      split_by, effective_on, division_code, split_key, account, county_code, amount_fen,
      earned_fen, sold_fen, refunded_fen)
    select s.split_by, p.effective_on, p.division_code, s.split_key, p.account, p.county_code,
           sum(p.amount_fen), sum(p.earned_fen), sum(p.sold_fen), sum(p.refunded_fen)
      from (select effective_on, left(division_code, ${COUNTY_DIGITS}) as division_code, account,
                   county_code, seller_id, product_id, circle, sum(amount_fen) as amount_fen,
                   sum(earned_fen) as earned_fen, sum(sold_fen) as sold_fen,
                   sum(refunded_fen) as refunded_fen
              from taken where effective_on is not null group by 1, 2, 3, 4, 5, 6, 7) p
     cross join lateral (values ('*', ''), ('seller', p.seller_id), ('product', p.product_id),
                                ('circle', p.circle)) as s(split_by, split_key)
     group by 1, 2, 3, 4, 5, 6
    on conflict (split_by, effective_on, division_code, split_key, account, county_code)
    do update set
      amount_fen = d.amount_fen + excluded.amount_fen,
      earned_fen = d.earned_fen + excluded.earned_fen,
      sold_fen = d.sold_fen + excluded.sold_fen,
      refunded_fen = d.refunded_fen + excluded.refunded_fen
  )`
}

/** Of the fold's `taken`: by the place itself, and by county for who asks for a province. */
export function sumsByLot(): string {
  return `lots as (
    insert into ledger_lot_rollup as l (
      kept_by, lot_id, month, division_code, seller_id, county_code, amount_fen, entry_count)
    select k.kept_by, p.lot_id, p.month, k.division_code, p.seller_id, p.county_code,
           sum(p.amount_fen), sum(p.entry_count)
      from (select lot_id, month, division_code, seller_id, county_code,
                   sum(amount_fen) as amount_fen, sum(entry_count) as entry_count
              from taken where lot_id is not null group by 1, 2, 3, 4, 5) p
     cross join lateral (values ('place', p.division_code), ('county', left(p.division_code, ${COUNTY_DIGITS})))
             as k(kept_by, division_code)
     group by 1, 2, 3, 4, 5, 6
    on conflict (lot_id, month, kept_by, division_code, seller_id, county_code)
    do update set
      amount_fen = l.amount_fen + excluded.amount_fen,
      entry_count = l.entry_count + excluded.entry_count
  )`
}

/** How much of each lot was sold: deltas of their own, written with the lines' bases. */
export const FOLD_SOLD = `
  with taken as (
    delete from ledger_lot_sold_delta
     where id in (select id from ledger_lot_sold_delta order by id limit ?)
    returning *
  ), sold as (
    insert into ledger_lot_sold as s (lot_id, month, seller_id, county_code, sold_g)
    select lot_id, month, seller_id, county_code, sum(sold_g) from taken group by 1, 2, 3, 4
    on conflict (lot_id, month, seller_id, county_code)
    do update set sold_g = s.sold_g + excluded.sold_g
  )
  select count(*)::text as folded from taken`
