import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122100200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "connect_account" drop constraint if exists "connect_account_account_id_unique";`,
    )
    this.addSql(
      `alter table if exists "connect_account" drop constraint if exists "connect_account_seller_id_unique";`,
    )
    this.addSql(
      `create table if not exists "connect_account" ("id" text not null, "seller_id" text not null, "account_id" text not null, "status" text check ("status" in ('onboarding', 'in_review', 'restricted', 'active', 'rejected')) not null default 'onboarding', "due_fields" jsonb not null, "country" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "connect_account_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_connect_account_seller_id_unique" ON "connect_account" ("seller_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_connect_account_account_id_unique" ON "connect_account" ("account_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_connect_account_deleted_at" ON "connect_account" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "connect_account" cascade;`)
  }
}
