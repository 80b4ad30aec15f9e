import type { Ask } from "./ground.ts"

/** The lines as they stand now (an order keeps a row per version) of goods that somebody still awaits. */
const linesOfThisRun = `order_item i
      join "order" o on o.id = i.order_id and o.version = i.version
                    and o.metadata ? 'checkout_claim'
     where i.deleted_at is null and not exists
       (select from consignment_line line
          join consignment c on c.id = line.consignment_id and c.status = 'cancelled'
         where line.line_item_id = i.item_id)`

/**
 * What must hold once every completion is settled, each as a query for the rows that break it.
 * An order with the mark `checkout_claim` came of a cart of this run; older orders are the seed's.
 */
const broken: Record<string, string> = {
  "one order per cart": `
    select cart_id from order_cart where deleted_at is null group by cart_id having count(*) > 1`,

  "no order without its cart": `
    select o.id from "order" o where o.metadata ? 'checkout_claim' and not exists
      (select from order_cart l where l.order_id = o.id and l.deleted_at is null)`,

  "no order without captured payment": `
    select o.id from "order" o where o.metadata ? 'checkout_claim' and not exists
      (select from order_payment_collection l
         join payment p on p.payment_collection_id = l.payment_collection_id
        where l.order_id = o.id and l.deleted_at is null and p.captured_at is not null
          and p.amount = (select sum(c.amount) from capture c
                           where c.payment_id = p.id and c.deleted_at is null))`,

  "no held payment without order": `
    select p.id from payment p
      join cart_payment_collection l on l.payment_collection_id = p.payment_collection_id
     where p.canceled_at is null and p.amount > coalesce(
             (select sum(r.amount) from refund r where r.payment_id = p.id), 0)
       and not exists (select from order_cart oc
                        where oc.cart_id = l.cart_id and oc.deleted_at is null)`,

  "one payment per cart": `
    select payment_collection_id from payment where canceled_at is null
     group by 1 having count(*) > 1`,

  "paid amount is the order's": `
    select o.id from "order" o where o.metadata ? 'checkout_claim' and
      (select (s.totals->>'original_order_total')::numeric from order_summary s
        where s.order_id = o.id order by s.version limit 1)
      is distinct from
      (select sum(t.amount) from order_transaction t
        where t.order_id = o.id and t.reference = 'capture' and t.deleted_at is null)`,

  "allocations sum to the payment": `
    select o.id from "order" o
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      join payment p on p.payment_collection_id = l.payment_collection_id
     where o.metadata ? 'checkout_claim' and round(p.amount * 100) is distinct from
       (select sum(a.amount_fen) from payment_allocation a
         where a.order_id = o.id and a.kind = 'capture')`,

  // What a failed refund gives back is captured once more, beside the sale's own capture.
  "each line is attributed once": `
    select line.line_item_id from consignment_line line
      join consignment c on c.id = line.consignment_id and c.status <> 'cancelled'
      join "order" o on o.id = c.order_id and o.metadata ? 'checkout_claim'
      left join (select line_item_id, count(*) as times from ledger_transaction
                  where book = 'attribution' and kind = 'capture'
                    and source_id not like '%:failed'
                  group by line_item_id) posted on posted.line_item_id = line.line_item_id
     where posted.times is distinct from 1`,

  "refunds are allocated": `
    select o.id from "order" o
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      join payment p on p.payment_collection_id = l.payment_collection_id
     where o.metadata ? 'checkout_claim' and
       (select round(coalesce(sum(r.amount), 0) * 100) from refund r
         where r.payment_id = p.id and r.deleted_at is null) is distinct from
       (select coalesce(sum(a.amount_fen), 0) from payment_allocation a
         where a.order_id = o.id and a.kind = 'refund')`,

  "no line is refunded beyond what was paid for it": `
    select line.line_item_id from consignment_line line
     where (select coalesce(sum((a.outcome->'charges'->>line.line_item_id)::int), 0)
              from payment_allocation a
             where a.consignment_id = line.consignment_id and a.kind = 'refund')
       not between 0 and line.paid_goods_fen`,

  "the order counts its refunds": `
    select o.id from "order" o
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      join payment p on p.payment_collection_id = l.payment_collection_id
     where o.metadata ? 'checkout_claim' and
       (select coalesce(sum(r.amount), 0) from refund r
         where r.payment_id = p.id and r.deleted_at is null) is distinct from
       (select coalesce(-sum(t.amount), 0) from order_transaction t
         where t.order_id = o.id and t.reference = 'refund' and t.deleted_at is null)`,

  "a full refund nets to zero": `
    select o.id from "order" o
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      join payment p on p.payment_collection_id = l.payment_collection_id
     where o.metadata ? 'checkout_claim'
       and p.amount = (select sum(r.amount) from refund r
                        where r.payment_id = p.id and r.deleted_at is null)
       and exists (select from ledger_entry e
                     join consignment_line line on line.line_item_id = e.line_item_id
                     join consignment c on c.id = line.consignment_id and c.order_id = o.id
                    group by e.line_item_id, e.account, e.household_id
                   having sum(e.amount_fen) <> 0)`,

  "rollups equal the raw entries": `
    select household_id from (
      select month, county_code, household_id, account, product_id, amount_fen
        from ledger_month_rollup
      union all
      select month, county_code, household_id, account, product_id, amount_fen
        from ledger_rollup_delta
      union all
      select month, county_code, household_id, account, product_id, -amount_fen
        from ledger_entry where account <> 'sales') as both_sides
     group by month, county_code, household_id, account, product_id
    having sum(amount_fen) <> 0`,

  "divisions' sums equal the rollup": `
    select code || ' ' || month from (
      select left(r.division_code, l.digits) as code, month, account, sum(amount_fen) as fen
        from ledger_month_rollup r
        join (values (2), (4), (6), (9), (12)) as l(digits) on l.digits <= length(r.division_code)
       group by 1, 2, 3
      union all
      select division_code, month, account, -sum(amount_fen)
        from ledger_division_rollup where split_by = '*' group by 1, 2, 3) as both_sides
     group by code, month, account having sum(fen) <> 0`,

  "households are counted once": `
    select code || ' ' || month from (
      select left(r.division_code, l.digits) as code, month, account,
             (sum(amount_fen) > 0)::int as households
        from ledger_month_rollup r
        join (values (2), (4), (6), (9), (12)) as l(digits) on l.digits <= length(r.division_code)
       where household_id is not null group by 1, 2, 3, household_id
      union all
      select division_code, period, account, -household_count
        from ledger_division_households where split_by = '*' and length(period) = 7) as both_sides
     group by code, month, account having sum(households) <> 0`,

  "attribution is balanced": `
    select t.id from ledger_transaction t
      join ledger_entry e on e.transaction_id = t.id and e.county_code = t.county_code
     group by t.id having sum(e.amount_fen) <> 0`,

  "lots are allocated once": `
    select i.item_id from ${linesOfThisRun}
     and i.quantity is distinct from
       (select sum(a.units) from lot_allocation a
         where a.line_item_id = i.item_id and a.state <> 'released')`,

  "no lots for no order": `
    select a.id from lot_allocation a where a.state = 'allocated' and not exists
      (select from "order" o where o.id = a.order_id and o.deleted_at is null)`,

  "no orphan reservation": `
    select r.id from reservation_item r
     where r.deleted_at is null and r.line_item_id is not null and not exists
       (select from order_line_item l where l.id = r.line_item_id and l.deleted_at is null)`,

  // Goods that were sent are reserved no more.
  "every line is reserved once": `
    select i.item_id from ${linesOfThisRun}
     and i.quantity - i.fulfilled_quantity is distinct from
       (select coalesce(sum(r.quantity), 0) from reservation_item r
         where r.line_item_id = i.item_id and r.deleted_at is null)`,

  "stock is not oversold": `
    select v.id from inventory_level v where v.deleted_at is null and
      (v.reserved_quantity > v.stocked_quantity or v.reserved_quantity <> coalesce(
        (select sum(r.quantity) from reservation_item r
          where r.inventory_item_id = v.inventory_item_id and r.location_id = v.location_id
            and r.deleted_at is null), 0))`,

  "stock follows the lots": `
    select v.id from inventory_level v
      join product_variant_inventory_item i on i.inventory_item_id = v.inventory_item_id
                                           and i.deleted_at is null
      join lateral (
        select sum(pack.packed_units - coalesce((select sum(a.units) from lot_allocation a
                 where a.lot_pack_id = pack.id and a.state = 'shipped'), 0)) as units
          from lot_pack pack
          join lot on lot.id = pack.lot_id and lot.status = 'listed'
         where pack.variant_id = i.variant_id and pack.deleted_at is null
           and lot.expires_on::date >= (now() at time zone 'Asia/Shanghai')::date) as held on true
     where v.deleted_at is null and v.stocked_quantity <> coalesce(held.units, 0)`,

  "the inbox is drained": `
    select event_id || ' ' || status || ' ' || coalesce(last_error, '') from webhook_event
     where status not in ('done', 'ignored')`,

  "no money is left in doubt": `
    select id || ' ' || kind || ' ' || coalesce(error_code, '') from provider_call c
     where status = 'open' and (kind in ('capture', 'transfer', 'reversal')
        -- One that was refused to its operator waits for the next try; the bank's books tell more.
        or kind = 'refund' and exists (select from refund r where r.id = c.reference))`,

  "funds are balanced": `
    select transaction_id from funds_entry group by 1 having sum(amount_fen) <> 0`,

  "every claim is at its end": `
    select cart_id || ' ' || state from checkout_claim where state not in ('booked', 'undone')`,
}

/** The invariants that do not hold, each with the rows that break it. */
export async function brokenInvariants(ask: Ask): Promise<string[]> {
  const found: string[] = []
  for (const [name, sql] of Object.entries(broken)) {
    const rows = await ask<Record<string, unknown>>(sql)
    const values = rows.map((row) => String(Object.values(row)[0]))
    if (rows.length > 0) found.push(`${name}: ${values.slice(0, 5).join(", ")}`)
  }
  return found
}

/** How many invariants there are. */
export const invariantCount = Object.keys(broken).length

/** What a kill left, in words: it shows that the seed hit more than idle moments. */
export async function leftovers(ask: Ask, cartIds: string[]): Promise<string> {
  const rows = await ask<{ left: string; count: string }>(
    `select left_behind as left, count(*) from (
       select case
         when c.id is null then 'untouched'
         when c.state <> 'claimed' then c.state || case when p.captured_at is null then ', not captured'
           when not exists (select from ledger_transaction t where t.order_id = c.order_id)
           then ', not booked' else '' end
         when o.id is null then 'claimed only'
         when oc.order_id is null then 'order without cart'
         when p.id is null then 'order without payment'
         when not exists (select from consignment k where k.order_id = o.id)
           then 'paid, no consignments'
         else 'paid and placed, not told' end as left_behind
       from unnest($1::text[]) as cart(id)
       left join checkout_claim c on c.cart_id = cart.id
       left join "order" o on o.metadata->>'checkout_claim' = c.id
       left join order_cart oc on oc.order_id = o.id and oc.deleted_at is null
       left join cart_payment_collection l on l.cart_id = cart.id
       left join payment p on p.payment_collection_id = l.payment_collection_id
     ) as each_cart group by 1 order by 1`,
    [cartIds],
  )
  return rows.map(({ left, count }) => `${count} ${left}`).join("; ")
}
