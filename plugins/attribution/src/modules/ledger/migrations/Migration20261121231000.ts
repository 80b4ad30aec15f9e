import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The journal's tables. Every key starts or ends with `county_code`, so that the same schema can be
 * spread over machines by county; what a row is found by comes first in its index.
 */
export class Migration20261121231000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table ledger_transaction
        alter column effective_on type date using effective_on::date,
        add column captured_goods_fen bigint not null check (captured_goods_fen >= 0),
        add column refunded_goods_fen bigint not null check (refunded_goods_fen >= 0),
        add column rule_version text not null,
        drop constraint ledger_transaction_pkey,
        add constraint ledger_transaction_pkey primary key (county_code, id);
    `)
    this.addSql(`
      comment on column ledger_transaction.captured_goods_fen is
        'Goods of the line captured so far, this transaction included';
    `)
    this.addSql(`drop index "IDX_ledger_transaction_deleted_at";`)
    this.addSql(`
      create unique index "IDX_ledger_transaction_idempotency_key_unique"
        on ledger_transaction (idempotency_key, county_code);
    `)
    this.addSql(`create index "IDX_ledger_transaction_order" on ledger_transaction (order_id);`)
    this.addSql(
      `create index "IDX_ledger_transaction_line" on ledger_transaction (line_item_id, county_code);`,
    )
    this.addSql(`create index "IDX_ledger_transaction_source" on ledger_transaction (source_id);`)

    // What a line's goods were made of when it was first captured: the ground every later posting of
    // the line stands on, so it never changes.
    this.addSql(`
      create table attribution_basis (
        id text not null,
        county_code text not null,
        line_item_id text not null,
        order_id text not null,
        product_id text not null,
        seller_id text not null,
        destination_county_code text,
        effective_on date not null,
        grams bigint not null check (grams >= 0),
        basis jsonb not null,
        rule_version text not null,
        created_at timestamptz not null default now(),
        primary key (county_code, id)
      );
    `)
    this.addSql(`
      create unique index "IDX_attribution_basis_line_unique"
        on attribution_basis (line_item_id, county_code);
    `)
    this.addSql(`
      create index "IDX_attribution_basis_county_day" on attribution_basis (county_code, effective_on);
    `)

    this.addSql(`
      create table ledger_entry (
        id text not null,
        county_code text not null,
        transaction_id text not null,
        account text not null
          check (account in ('sales', 'enrolled_household', 'other_household', 'unattributed')),
        amount_fen bigint not null check (amount_fen <> 0),
        -- Where the amount counts: the grower's village, or the seller's county if that is unknown.
        division_code text not null,
        township_code text,
        village_code text,
        household_id text,
        status_label_zh text,
        line_item_id text not null,
        product_id text not null,
        seller_id text not null,
        lot_id text,
        destination_county_code text,
        circle text not null check (circle in ('small', 'big')),
        month char(7) not null,
        state text not null check (state in ('pending', 'earned', 'reversed')),
        share_numerator text,
        share_denominator text,
        line_goods_fen bigint not null,
        rule_version text not null,
        corrects_id text,
        created_at timestamptz not null default now(),
        primary key (county_code, id),
        foreign key (county_code, transaction_id) references ledger_transaction (county_code, id),
        constraint ledger_entry_household_named
          check ((household_id is not null) = (account in ('enrolled_household', 'other_household')))
      );
    `)
    this.addSql(`
      create index "IDX_ledger_entry_transaction"
        on ledger_entry (transaction_id, county_code) include (amount_fen);
    `)
    this.addSql(`create index "IDX_ledger_entry_line" on ledger_entry (line_item_id, county_code);`)
    this.addSql(`
      create index "IDX_ledger_entry_household" on ledger_entry (household_id, month)
        where household_id is not null;
    `)

    // A refund can reach us before its capture. Nobody knows its county yet, so it waits by order and
    // is posted, on its own date, together with the capture.
    this.addSql(`
      create table attribution_waiting_refund (
        order_id text not null,
        idempotency_key text not null,
        line_item_id text not null,
        source_id text not null,
        effective_at timestamptz not null,
        refunded_goods_fen bigint not null check (refunded_goods_fen >= 0),
        created_at timestamptz not null default now(),
        primary key (order_id, idempotency_key)
      );
    `)

    this.addSql(`
      create table ledger_month_rollup (
        month char(7) not null,
        county_code text not null,
        division_code text not null,
        township_code text,
        village_code text,
        household_id text,
        account text not null,
        seller_id text not null,
        product_id text not null,
        circle text not null,
        amount_fen bigint not null,
        entry_count integer not null,
        last_effective_on date not null
      );
    `)
    this.addSql(`
      create unique index "IDX_ledger_month_rollup_unique" on ledger_month_rollup (
        household_id, month, account, county_code, division_code, township_code, village_code,
        seller_id, product_id, circle
      ) nulls not distinct;
    `)
    this.addSql(`
      create index "IDX_ledger_month_rollup_division"
        on ledger_month_rollup (division_code text_pattern_ops, month);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table ledger_month_rollup;`)
    this.addSql(`drop table attribution_waiting_refund;`)
    this.addSql(`drop table ledger_entry;`)
    this.addSql(`drop table attribution_basis;`)
    this.addSql(`drop index "IDX_ledger_transaction_source";`)
    this.addSql(`drop index "IDX_ledger_transaction_line";`)
    this.addSql(`drop index "IDX_ledger_transaction_order";`)
    this.addSql(`drop index "IDX_ledger_transaction_idempotency_key_unique";`)
    this.addSql(`
      create index "IDX_ledger_transaction_deleted_at"
        on ledger_transaction (deleted_at) where deleted_at is null;
    `)
    this.addSql(`
      alter table ledger_transaction
        drop constraint ledger_transaction_pkey,
        add constraint ledger_transaction_pkey primary key (id),
        drop column rule_version,
        drop column refunded_goods_fen,
        drop column captured_goods_fen,
        alter column effective_on type text using effective_on::text;
    `)
  }
}
