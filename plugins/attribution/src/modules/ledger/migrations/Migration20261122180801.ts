import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What keeps officials' figures quick at the size of a province: sums by lot (how much of what
 * households were paid for was sold), sums by day in counties (periods that are no whole months), and
 * entries found by place. Postings that are not folded yet count as before; what is in the journal
 * already is summed once here.
 */
export class Migration20261122180801 extends Migration {
  override async up(): Promise<void> {
    // A delta from before has neither: it is folded into months only, the sums below hold it already.
    this.addSql(`
      alter table ledger_rollup_delta add column effective_on date, add column lot_id text;
    `)
    // A place's entries of some days: a township must not look through its province's.
    this.addSql(`
      create index "IDX_ledger_entry_division"
        on ledger_entry (division_code text_pattern_ops, effective_on) where account <> 'sales';
    `)
    this.addDays()
    this.addLots()
    this.addSoldGrams()
  }

  private addDays(): void {
    // Counties are the smallest divisions that are kept by day; larger ones are sums of them.
    this.addSql(`
      create table ledger_county_day (
        split_by text not null check (split_by in ('*', 'seller', 'product', 'circle')),
        effective_on date not null,
        division_code text not null,
        split_key text not null,
        account text not null,
        county_code text not null,
        amount_fen bigint not null,
        earned_fen bigint not null,
        sold_fen bigint not null,
        refunded_fen bigint not null,
        primary key (split_by, effective_on, division_code, split_key, account, county_code)
          include (amount_fen, earned_fen, sold_fen, refunded_fen)
      );
    `)
    this.addSql(`
      insert into ledger_county_day (
        split_by, effective_on, division_code, split_key, account, county_code, amount_fen,
        earned_fen, sold_fen, refunded_fen)
      select s.split_by, effective_on, left(division_code, 6), s.split_key, account, county_code,
             sum(amount_fen), coalesce(sum(amount_fen) filter (where state = 'earned'), 0),
             coalesce(sum(amount_fen) filter (where kind = 'capture'), 0),
             coalesce(sum(-amount_fen) filter (where kind in ('refund', 'chargeback')), 0)
        from ledger_entry
       cross join lateral (values ('*', ''), ('seller', seller_id), ('product', product_id),
                                  ('circle', circle)) as s(split_by, split_key)
       where account <> 'sales'
       group by 1, 2, 3, 4, 5, 6;
    `)
  }

  private addLots(): void {
    // By the place itself, and by county for whoever asks for a province's lots.
    this.addSql(`
      create table ledger_lot_rollup (
        kept_by text not null check (kept_by in ('place', 'county')),
        lot_id text not null,
        month char(7) not null,
        division_code text not null,
        seller_id text not null,
        county_code text not null,
        amount_fen bigint not null,
        entry_count bigint not null,
        primary key (lot_id, month, kept_by, division_code, seller_id, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_ledger_lot_rollup_place"
        on ledger_lot_rollup (division_code text_pattern_ops, month)
        include (lot_id, seller_id, amount_fen, entry_count) where kept_by = 'place';
    `)
    this.addSql(`
      create index "IDX_ledger_lot_rollup_county"
        on ledger_lot_rollup (month, division_code text_pattern_ops)
        include (lot_id, seller_id, amount_fen, entry_count) where kept_by = 'county';
    `)
    this.addSql(`
      insert into ledger_lot_rollup (
        kept_by, lot_id, month, division_code, seller_id, county_code, amount_fen, entry_count)
      select k.kept_by, lot_id, month, k.division_code, seller_id, county_code, sum(amount_fen),
             count(*)
        from ledger_entry
       cross join lateral (values ('place', division_code), ('county', left(division_code, 6)))
               as k(kept_by, division_code)
       where account <> 'sales' and lot_id is not null
       group by 1, 2, 3, 4, 5, 6;
    `)
  }

  private addSoldGrams(): void {
    // How much of each lot was sold, to anybody: written with the line's basis, folded like a delta.
    this.addSql(`
      create table ledger_lot_sold_delta (
        id bigint generated always as identity,
        county_code text not null,
        lot_id text not null,
        month char(7) not null,
        seller_id text not null,
        sold_g bigint not null,
        primary key (id, county_code)
      );
    `)
    this.addSql(`
      create table ledger_lot_sold (
        lot_id text not null,
        month char(7) not null,
        seller_id text not null,
        county_code text not null,
        sold_g bigint not null,
        primary key (lot_id, month, seller_id, county_code) include (sold_g)
      );
    `)
    this.addSql(`
      insert into ledger_lot_sold (lot_id, month, seller_id, county_code, sold_g)
      select lot ->> 'lot_id', to_char(effective_on, 'YYYY-MM'), seller_id, county_code,
             sum((lot ->> 'grams')::bigint)
        from attribution_basis cross join lateral jsonb_array_elements(basis -> 'lots') as lot
       group by 1, 2, 3, 4;
    `)
    // For days that are no whole months. By ranges of blocks: lines come in the order of their days.
    this.addSql(`
      create index "IDX_attribution_basis_day" on attribution_basis using brin (effective_on)
        with (autosummarize = on);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_attribution_basis_day";`)
    for (const table of [
      "ledger_lot_sold",
      "ledger_lot_sold_delta",
      "ledger_lot_rollup",
      "ledger_county_day",
    ]) {
      this.addSql(`drop table ${table};`)
    }
    this.addSql(`drop index "IDX_ledger_entry_division";`)
    this.addSql(`
      alter table ledger_rollup_delta drop column effective_on, drop column lot_id;
    `)
  }
}
