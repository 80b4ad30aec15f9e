import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The attribution book: whose goods were sold. `ledger_entry` is the journal; the rollups are sums of
 * it, brought up to date by folding `ledger_rollup_delta`, so that no posting waits for a busy row.
 */
export class Migration20261122011502 extends Migration {
  override async up(): Promise<void> {
    // What a line's goods were made of when it was first captured: the ground every later posting of
    // the line stands on, so it never changes.
    this.addSql(`
      create table attribution_basis (
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
        primary key (line_item_id, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_attribution_basis_county_day" on attribution_basis (county_code, effective_on);
    `)

    // A fact can reach us before the line's first capture. Nobody knows its county yet, so it waits
    // by order and is posted, on its own date, together with the capture.
    this.addSql(`
      create table attribution_waiting (
        order_id text not null,
        idempotency_key text not null,
        line_item_id text not null,
        source_id text not null,
        kind text not null,
        effective_at timestamptz not null,
        fact jsonb not null,
        created_at timestamptz not null default now(),
        primary key (order_id, idempotency_key)
      );
    `)
    this.addEntries()
    this.addRollups()
  }

  private addEntries(): void {
    this.addSql(`
      create table ledger_entry (
        id text not null,
        transaction_id text not null,
        entry_number integer not null,
        county_code text not null,
        effective_on date not null,
        month char(7) not null,
        kind text not null
          check (kind in ('capture', 'refund', 'earn', 'correction', 'chargeback')),
        account text not null
          check (account in ('sales', 'enrolled_household', 'other_household', 'unattributed')),
        -- The state in which the amount stands (or stood, below zero).
        state text not null check (state in ('pending', 'earned')),
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
        share_numerator text,
        share_denominator text,
        line_goods_fen bigint not null,
        rule_version text not null,
        corrects_id text,
        posted_at timestamptz not null default statement_timestamp(),
        primary key (transaction_id, entry_number, county_code, effective_on),
        constraint ledger_entry_household_named
          check ((household_id is not null) = (account in ('enrolled_household', 'other_household')))
      ) partition by range (effective_on);
    `)
    this.addSql(`create index "IDX_ledger_entry_line" on ledger_entry (line_item_id, county_code);`)
    this.addSql(`
      create index "IDX_ledger_entry_household" on ledger_entry (household_id, effective_on)
        where household_id is not null;
    `)
    this.addSql(`create table ledger_entry_default partition of ledger_entry default;`)
  }

  private addRollups(): void {
    this.addSql(`
      create table ledger_rollup_delta (
        id bigint generated always as identity,
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
        earned_fen bigint not null,
        sold_fen bigint not null,
        entry_count integer not null,
        last_effective_on date not null,
        primary key (id, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_ledger_rollup_delta_division"
        on ledger_rollup_delta (division_code text_pattern_ops, month);
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
        -- Of it: what has been earned, and what captures alone came to.
        earned_fen bigint not null,
        sold_fen bigint not null,
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

    // The same sums for each division a row lies in, whole and split, so that a province is as quick
    // to read as a village. '*' is the whole; 'own' is what lies in no smaller division.
    this.addSql(`
      create table ledger_division_rollup (
        division_code text not null,
        parent_code text not null,
        month char(7) not null,
        county_code text not null,
        split_by text not null check (split_by in ('*', 'own', 'seller', 'product', 'circle')),
        split_key text not null,
        account text not null,
        amount_fen bigint not null,
        earned_fen bigint not null,
        sold_fen bigint not null,
        entry_count bigint not null,
        primary key (division_code, split_by, month, split_key, account, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_ledger_division_rollup_parent"
        on ledger_division_rollup (parent_code, month) where split_by = '*';
    `)
    // How many households stand above zero: not a sum, so it is kept for the periods people ask for.
    this.addSql(`
      create table ledger_division_households (
        division_code text not null,
        parent_code text not null,
        period text not null,
        county_code text not null,
        split_by text not null check (split_by in ('*', 'own')),
        account text not null,
        household_count bigint not null,
        primary key (division_code, split_by, period, account, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_ledger_division_households_parent"
        on ledger_division_households (parent_code, period) where split_by = '*';
    `)
  }

  override async down(): Promise<void> {
    for (const table of [
      "ledger_division_households",
      "ledger_division_rollup",
      "ledger_month_rollup",
      "ledger_rollup_delta",
      "ledger_entry",
      "attribution_waiting",
      "attribution_basis",
    ]) {
      this.addSql(`drop table ${table};`)
    }
  }
}
