import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121220728 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "ledger_transaction" ("id" text not null, "county_code" text not null, "book" text check ("book" in ('attribution', 'funds')) not null, "kind" text check ("kind" in ('capture', 'refund', 'correction')) not null, "idempotency_key" text not null, "effective_on" text not null, "effective_at" timestamptz not null, "order_id" text not null, "line_item_id" text not null, "source_id" text not null, "corrects_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "ledger_transaction_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_ledger_transaction_deleted_at" ON "ledger_transaction" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "ledger_transaction" cascade;`)
  }
}
