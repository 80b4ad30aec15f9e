import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The journal's head: what caused a transaction (once), and the transaction itself. Both books stand
 * on it. The journal is partitioned by month; every key holds `county_code`, so that the same schema
 * can be spread over machines by county. docs/scaling.md
 */
export class Migration20261122011501 extends Migration {
  override async up(): Promise<void> {
    // The first layout had no partitions, and books that are rebuilt from the payments.
    this.addSql(`
      do $$ begin
        if exists (select from pg_class where oid = to_regclass('ledger_transaction') and relkind = 'r')
        then
          drop table if exists ledger_entry, attribution_basis, attribution_waiting_refund,
            ledger_month_rollup, ledger_transaction cascade;
        end if;
      end $$;
    `)

    // A unique key of a partitioned table must hold the partition's date, and the same cause must
    // not be posted twice on two dates: so causes are a table of their own, not partitioned by date.
    this.addSql(`
      create table ledger_cause (
        county_code text not null,
        idempotency_key text not null,
        book text not null check (book in ('attribution', 'funds')),
        kind text not null,
        transaction_id text not null,
        effective_on date not null,
        effective_at timestamptz not null,
        order_id text,
        line_item_id text,
        source_id text not null,
        fact jsonb not null,
        posted_at timestamptz not null default statement_timestamp(),
        primary key (idempotency_key, county_code)
      );
    `)
    this.addSql(`
      create index "IDX_ledger_cause_line" on ledger_cause (line_item_id, county_code)
        where line_item_id is not null;
    `)
    this.addSql(`create index "IDX_ledger_cause_source" on ledger_cause (source_id, county_code);`)

    this.addSql(`
      create table ledger_transaction (
        id text not null,
        county_code text not null,
        book text not null check (book in ('attribution', 'funds')),
        kind text not null,
        idempotency_key text not null,
        effective_on date not null,
        effective_at timestamptz not null,
        order_id text,
        line_item_id text,
        source_id text not null,
        corrects_id text,
        captured_goods_fen bigint check (captured_goods_fen >= 0),
        refunded_goods_fen bigint check (refunded_goods_fen >= 0),
        rule_version text not null,
        posted_at timestamptz not null default statement_timestamp(),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz,
        primary key (id, county_code, effective_on),
        constraint ledger_transaction_line_named
          check (book = 'funds' or (line_item_id is not null and order_id is not null))
      ) partition by range (effective_on);
    `)
    this.addSql(`
      comment on column ledger_transaction.captured_goods_fen is
        'Goods of the line captured so far, this transaction included; attribution only';
    `)
    this.addSql(
      `create index "IDX_ledger_transaction_order" on ledger_transaction (order_id, county_code);`,
    )
    this.addSql(`create table ledger_transaction_default partition of ledger_transaction default;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table ledger_transaction;`)
    this.addSql(`drop table ledger_cause;`)
  }
}
