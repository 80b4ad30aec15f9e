import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122014244 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "trace_event" drop constraint if exists "trace_event_lot_id_cause_unique";`,
    )
    this.addSql(
      `alter table if exists "trace_event" drop constraint if exists "trace_event_lot_id_sequence_unique";`,
    )
    this.addSql(
      `alter table if exists "trace_chain" drop constraint if exists "trace_chain_lot_id_unique";`,
    )
    this.addSql(
      `alter table if exists "organisation_key" drop constraint if exists "organisation_key_key_id_unique";`,
    )
    this.addSql(
      `alter table if exists "daily_root" drop constraint if exists "daily_root_day_unique";`,
    )
    this.addSql(
      `create table if not exists "daily_root" ("id" text not null, "day" text not null, "root" text not null, "event_count" integer not null, "previous_root" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "daily_root_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_daily_root_day_unique" ON "daily_root" ("day") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_daily_root_deleted_at" ON "daily_root" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "organisation_key" ("id" text not null, "seller_id" text not null, "key_id" text not null, "public_key" text not null, "private_key_cipher" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "organisation_key_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_organisation_key_seller_id" ON "organisation_key" ("seller_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_organisation_key_key_id_unique" ON "organisation_key" ("key_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_organisation_key_deleted_at" ON "organisation_key" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "trace_chain" ("id" text not null, "lot_id" text not null, "event_count" integer not null, "head_hash" text not null, "recorded_at" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_chain_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_chain_lot_id_unique" ON "trace_chain" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_trace_chain_deleted_at" ON "trace_chain" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "trace_event" ("id" text not null, "lot_id" text not null, "sequence" integer not null, "kind" text not null, "cause" text not null, "event" text not null, "event_hash" text not null, "previous_hash" text not null, "chain_hash" text not null, "signature" text not null, "key_id" text not null, "recorded_at" text not null, "day" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_trace_event_day" ON "trace_event" ("day") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_trace_event_deleted_at" ON "trace_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_event_lot_id_sequence_unique" ON "trace_event" ("lot_id", "sequence") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_event_lot_id_cause_unique" ON "trace_event" ("lot_id", "cause") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "daily_root" cascade;`)

    this.addSql(`drop table if exists "organisation_key" cascade;`)

    this.addSql(`drop table if exists "trace_chain" cascade;`)

    this.addSql(`drop table if exists "trace_event" cascade;`)
  }
}
