import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121222350 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "county_industry" drop constraint if exists "county_industry_county_code_unique";`,
    )
    this.addSql(
      `create table if not exists "county_industry" ("id" text not null, "county_code" text not null, "name" jsonb not null, "short" jsonb not null, "tagline" jsonb not null, "intro" jsonb not null, "accent" text not null, "landscape" text not null, "picture_url" text not null, "season_text" jsonb not null, "season_months" jsonb not null, "season" jsonb not null, "season_note" jsonb not null, "facts" jsonb not null, "gi_records" jsonb not null, "story" jsonb null, "seal" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "county_industry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_county_industry_county_code_unique" ON "county_industry" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_county_industry_deleted_at" ON "county_industry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "division" ("code" text not null, "level" text check ("level" in ('province', 'prefecture', 'county', 'township', 'village')) not null, "name_zh" text not null, "name_en" text null, "official_name_zh" text not null, "parent_code" text null, "lng" real null, "lat" real null, "is_poor_county_832" boolean null, "valid_from" text null, "valid_to" text null, "successor_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "division_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_division_parent_code" ON "division" ("parent_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_division_deleted_at" ON "division" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "county_industry" cascade;`)

    this.addSql(`drop table if exists "division" cascade;`)
  }
}
