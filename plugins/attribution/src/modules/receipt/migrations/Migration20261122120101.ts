import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const stamps =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'

/** A photo beside a fact's number, and the log of statements printed for households. */
export class Migration20261122120101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "receipt_fact" add column if not exists "photo_url" text null`)
    this.addSql(`
      create table "statement_print" (
        "id" text primary key, "batch_id" text not null, "seller_id" text not null,
        "county_code" text not null, "household_id" text not null, "period" text not null,
        "phone" text null, "printed_by" text not null, ${stamps}
      )`)
    this.addSql(
      `create index "IDX_statement_print_period" on "statement_print" ("seller_id", "period", "household_id")`,
    )
    this.addSql(`create index "IDX_statement_print_batch" on "statement_print" ("batch_id")`)
    this.addSql(
      `create trigger statement_print_append_only before update or delete on "statement_print" for each row execute function receipt_refuse_change()`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "statement_print" cascade`)
    this.addSql(`alter table "receipt_fact" drop column if exists "photo_url"`)
  }
}
