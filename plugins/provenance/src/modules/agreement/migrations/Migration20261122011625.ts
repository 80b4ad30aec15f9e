import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122011625 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "agreement_version" drop constraint if exists "agreement_version_agreement_id_version_unique";`,
    )
    this.addSql(
      `alter table if exists "agreement_household" drop constraint if exists "agreement_household_version_id_household_id_unique";`,
    )
    this.addSql(
      `alter table if exists "agreement" drop constraint if exists "agreement_seller_id_number_unique";`,
    )
    this.addSql(
      `create table if not exists "agreement" ("id" text not null, "seller_id" text not null, "number" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "agreement_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_agreement_deleted_at" ON "agreement" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_agreement_seller_id_number_unique" ON "agreement" ("seller_id", "number") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "agreement_household" ("id" text not null, "version_id" text not null, "household_id" text not null, "promised_g" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "agreement_household_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_agreement_household_household_id" ON "agreement_household" ("household_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_agreement_household_deleted_at" ON "agreement_household" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_agreement_household_version_id_household_id_unique" ON "agreement_household" ("version_id", "household_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "agreement_version" ("id" text not null, "agreement_id" text not null, "version" integer not null, "status" text check ("status" in ('draft', 'published')) not null default 'draft', "effective_from" text null, "published_at" timestamptz null, "mode" text check ("mode" in ('order', 'share', 'wage', 'land_rent')) not null, "product_kind" text not null, "enterprise_name" text null, "cooperative_name" text null, "credit_union_name" text null, "responsible_person" text not null, "starts_on" text not null, "ends_on" text not null, "floors" jsonb not null, "rebate_kind" text check ("rebate_kind" in ('none', 'fen_per_kg', 'basis_points')) not null default 'none', "rebate_value" integer null, "document_url" text null, "note" text null, "drafted_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "agreement_version_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_agreement_version_deleted_at" ON "agreement_version" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_agreement_version_agreement_id_version_unique" ON "agreement_version" ("agreement_id", "version") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "archive_entry" ("id" text not null, "seller_id" text not null, "agreement_id" text null, "household_id" text null, "kind" text check ("kind" in ('visit', 'training', 'supply', 'payment', 'other')) not null, "happened_on" text not null, "text" text not null, "photos" jsonb not null, "recorded_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "archive_entry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_archive_entry_agreement_id" ON "archive_entry" ("agreement_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_archive_entry_household_id" ON "archive_entry" ("household_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_archive_entry_deleted_at" ON "archive_entry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_archive_entry_seller_id_happened_on" ON "archive_entry" ("seller_id", "happened_on") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "agreement" cascade;`)

    this.addSql(`drop table if exists "agreement_household" cascade;`)

    this.addSql(`drop table if exists "agreement_version" cascade;`)

    this.addSql(`drop table if exists "archive_entry" cascade;`)
  }
}
