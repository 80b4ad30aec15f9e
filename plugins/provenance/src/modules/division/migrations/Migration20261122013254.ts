import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122013254 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "gi_lawful_user" drop constraint if exists "gi_lawful_user_gi_number_county_code_unified_social_credit_code_unique";`,
    )
    this.addSql(
      `alter table if exists "division_speciality" drop constraint if exists "division_speciality_division_code_product_kind_unique";`,
    )
    this.addSql(
      `create table if not exists "division_speciality" ("id" text not null, "county_code" text not null, "division_code" text not null, "product_kind" text not null, "name" jsonb not null, "recognition" jsonb null, "is_verified" boolean not null, "is_demo" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "division_speciality_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_division_speciality_county_code" ON "division_speciality" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_division_speciality_deleted_at" ON "division_speciality" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_division_speciality_division_code_product_kind_unique" ON "division_speciality" ("division_code", "product_kind") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "gi_lawful_user" ("id" text not null, "county_code" text not null, "gi_number" text not null, "unified_social_credit_code" text not null, "holder_name" text not null, "announcement_number" text not null, "announced_on" text null, "source" text not null, "is_verified" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "gi_lawful_user_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_gi_lawful_user_county_code" ON "gi_lawful_user" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_gi_lawful_user_deleted_at" ON "gi_lawful_user" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_gi_lawful_user_gi_number_county_code_unified_social_credit_code_unique" ON "gi_lawful_user" ("gi_number", "county_code", "unified_social_credit_code") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "division_speciality" cascade;`)

    this.addSql(`drop table if exists "gi_lawful_user" cascade;`)
  }
}
