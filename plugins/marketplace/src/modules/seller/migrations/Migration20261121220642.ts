import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121220642 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller" drop constraint if exists "seller_handle_unique";`)
    this.addSql(`alter table if exists "member" drop constraint if exists "member_email_unique";`)
    this.addSql(
      `create table if not exists "member" ("id" text not null, "seller_id" text not null, "email" text not null, "name" text not null, "role" text check ("role" in ('owner', 'clerk')) not null default 'clerk', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "member_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_member_seller_id" ON "member" ("seller_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_member_email_unique" ON "member" ("email") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_member_deleted_at" ON "member" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "seller" ("id" text not null, "handle" text not null, "kind" text check ("kind" in ('leading_enterprise', 'large_grower', 'cooperative')) not null, "name_zh" text not null, "name_en" text not null, "unified_social_credit_code" text null, "county_code" text not null, "township_code" text null, "status" text check ("status" in ('applied', 'recommended', 'approved', 'suspended')) not null default 'applied', "founded_year" integer null, "about_zh" text null, "about_en" text null, "sales_channel_id" text null, "stock_location_id" text null, "shipping_profile_id" text null, "commission_basis_points" integer not null default 500, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "seller_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_seller_handle_unique" ON "seller" ("handle") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_county_code" ON "seller" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_seller_deleted_at" ON "seller" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "member" cascade;`)

    this.addSql(`drop table if exists "seller" cascade;`)
  }
}
