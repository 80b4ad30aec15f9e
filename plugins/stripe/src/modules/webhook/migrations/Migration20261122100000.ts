import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "webhook_event" drop constraint if exists "webhook_event_event_id_unique";`,
    )
    this.addSql(
      `alter table if exists "webhook_cursor" drop constraint if exists "webhook_cursor_name_unique";`,
    )
    this.addSql(
      `create table if not exists "webhook_cursor" ("id" text not null, "name" text not null, "seen_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "webhook_cursor_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_webhook_cursor_name_unique" ON "webhook_cursor" ("name") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_webhook_cursor_deleted_at" ON "webhook_cursor" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "webhook_event" ("id" text not null, "event_id" text not null, "type" text not null, "object_type" text not null, "object_id" text not null, "account_id" text null, "is_live" boolean not null, "received_via" text check ("received_via" in ('webhook', 'poll')) not null, "occurred_at" timestamptz not null, "status" text check ("status" in ('pending', 'done', 'ignored', 'dead')) not null default 'pending', "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "last_error" text null, "effect" text null, "processed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "webhook_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_webhook_event_event_id_unique" ON "webhook_event" ("event_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_webhook_event_deleted_at" ON "webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_webhook_event_status_next_attempt_at" ON "webhook_event" ("status", "next_attempt_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "webhook_cursor" cascade;`)

    this.addSql(`drop table if exists "webhook_event" cascade;`)
  }
}
