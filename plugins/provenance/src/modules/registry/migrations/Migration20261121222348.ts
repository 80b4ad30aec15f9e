import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121222348 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "household_status" drop constraint if exists "household_status_line_unique";`,
    )
    this.addSql(
      `alter table if exists "household_identity" drop constraint if exists "household_identity_registry_key_digest_unique";`,
    )
    this.addSql(
      `alter table if exists "household_identity" drop constraint if exists "household_identity_household_id_unique";`,
    )
    this.addSql(
      `alter table if exists "cooperative_member" drop constraint if exists "cooperative_member_seller_id_household_id_unique";`,
    )
    this.addSql(
      `create table if not exists "cooperative_member" ("id" text not null, "household_id" text not null, "seller_id" text not null, "joined_on" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "cooperative_member_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_cooperative_member_deleted_at" ON "cooperative_member" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_cooperative_member_seller_id_household_id_unique" ON "cooperative_member" ("seller_id", "household_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_cooperative_member_household_id" ON "cooperative_member" ("household_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "household" ("id" text not null, "village_code" text not null, "township_code" text not null, "county_code" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_household_deleted_at" ON "household" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "household_identity" ("id" text not null, "household_id" text not null, "registry_key_cipher" text not null, "head_name_cipher" text not null, "head_count_cipher" text not null, "registry_key_digest" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_identity_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_identity_household_id_unique" ON "household_identity" ("household_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_identity_registry_key_digest_unique" ON "household_identity" ("registry_key_digest") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_household_identity_deleted_at" ON "household_identity" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "household_status" ("id" text not null, "household_id" text not null, "label_zh" text not null, "is_enrolled" boolean not null, "valid_from" text not null, "document_number" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_status_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_household_status_deleted_at" ON "household_status" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_status_line_unique" ON "household_status" ("household_id", "valid_from", "document_number", "label_zh", "is_enrolled") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "cooperative_member" cascade;`)

    this.addSql(`drop table if exists "household" cascade;`)

    this.addSql(`drop table if exists "household_identity" cascade;`)

    this.addSql(`drop table if exists "household_status" cascade;`)
  }
}
