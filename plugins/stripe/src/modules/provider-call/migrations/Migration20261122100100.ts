import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122100100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "provider_call" drop constraint if exists "provider_call_idempotency_key_unique";`,
    )
    this.addSql(
      `create table if not exists "provider_call" ("id" text not null, "kind" text check ("kind" in ('create', 'confirm', 'capture', 'refund', 'transfer', 'reversal', 'account')) not null, "subject_id" text not null, "reference" text not null, "idempotency_key" text not null, "request_hash" text not null, "request" jsonb not null, "status" text check ("status" in ('open', 'succeeded', 'refused')) not null default 'open', "attempts" integer not null default 0, "provider_object_id" text null, "response" jsonb null, "error_code" text null, "error_message" text null, "first_sent_at" timestamptz null, "last_sent_at" timestamptz null, "settled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "provider_call_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_subject_id" ON "provider_call" ("subject_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_reference" ON "provider_call" ("reference") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_provider_call_idempotency_key_unique" ON "provider_call" ("idempotency_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_provider_call_deleted_at" ON "provider_call" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "provider_call" cascade;`)
  }
}
