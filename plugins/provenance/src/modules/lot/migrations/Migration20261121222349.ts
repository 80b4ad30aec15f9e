import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121222349 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "product_origin" drop constraint if exists "product_origin_product_id_unique";`,
    )
    this.addSql(
      `alter table if exists "lot_pack" drop constraint if exists "lot_pack_gtin_lot_code_unique";`,
    )
    this.addSql(
      `alter table if exists "lot_pack" drop constraint if exists "lot_pack_lot_id_variant_id_unique";`,
    )
    this.addSql(
      `alter table if exists "lot_input" drop constraint if exists "lot_input_delivery_id_unique";`,
    )
    this.addSql(
      `alter table if exists "lot_allocation" drop constraint if exists "lot_allocation_line_item_id_lot_pack_id_unique";`,
    )
    this.addSql(
      `alter table if exists "lot" drop constraint if exists "lot_seller_id_code_unique";`,
    )
    this.addSql(
      `create table if not exists "delivery" ("id" text not null, "seller_id" text not null, "household_id" text not null, "village_code" text not null, "product_kind" text not null, "grade" text not null, "net_g" integer not null, "deduction_g" integer not null default 0, "price_fen_per_kg" integer not null, "amount_fen" integer not null, "floor_fen_per_kg" integer null, "below_floor_reason" text null, "delivered_on" text not null, "recorded_by" text not null, "confirmed_at" timestamptz null, "confirmed_via" text check ("confirmed_via" in ('household_code', 'station')) null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_pkey" primary key ("id"), constraint delivery_weighs check (net_g > 0 and deduction_g >= 0), constraint delivery_above_floor_or_reasoned check (floor_fen_per_kg is null or price_fen_per_kg >= floor_fen_per_kg or below_floor_reason is not null));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_deleted_at" ON "delivery" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_seller_id_delivered_on" ON "delivery" ("seller_id", "delivered_on") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_household_id_delivered_on" ON "delivery" ("household_id", "delivered_on") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot" ("id" text not null, "seller_id" text not null, "code" text not null, "product_kind" text not null, "grade" text not null, "county_code" text not null, "township_code" text null, "village_code" text null, "harvested_from" text not null, "harvested_to" text not null, "expires_on" text not null, "net_g" integer not null, "unattributed_g" integer not null default 0, "purchase_fen_per_kg" integer null, "floor_fen_per_kg" integer null, "status" text check ("status" in ('open', 'sealed', 'listed', 'recalled')) not null default 'open', "certificate_number" text null, "certificate_issued_on" text null, "certificate_tests" text null, "sealed_at" timestamptz null, "listed_at" timestamptz null, "recalled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_pkey" primary key ("id"), constraint lot_weighs check (net_g > 0 and unattributed_g >= 0 and unattributed_g <= net_g), constraint lot_listed_is_certified check (status <> 'listed' or certificate_number is not null));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_county_code" ON "lot" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_deleted_at" ON "lot" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_seller_id_code_unique" ON "lot" ("seller_id", "code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_allocation" ("id" text not null, "order_id" text not null, "line_item_id" text not null, "lot_id" text not null, "lot_pack_id" text not null, "variant_id" text not null, "units" integer not null, "grams" integer not null, "state" text check ("state" in ('allocated', 'shipped', 'released')) not null default 'allocated', "shipped_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_allocation_pkey" primary key ("id"), constraint lot_allocation_counts check (units > 0));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_order_id" ON "lot_allocation" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_lot_id" ON "lot_allocation" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_lot_pack_id" ON "lot_allocation" ("lot_pack_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_deleted_at" ON "lot_allocation" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_allocation_line_item_id_lot_pack_id_unique" ON "lot_allocation" ("line_item_id", "lot_pack_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_input" ("id" text not null, "lot_id" text not null, "delivery_id" text null, "input_lot_id" text null, "net_g" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_input_pkey" primary key ("id"), constraint lot_input_weighs check (net_g > 0), constraint lot_input_has_one_origin check (delivery_id is null or input_lot_id is null));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_input_lot_id" ON "lot_input" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_input_delivery_id_unique" ON "lot_input" ("delivery_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_input_input_lot_id" ON "lot_input" ("input_lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_input_deleted_at" ON "lot_input" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_pack" ("id" text not null, "lot_id" text not null, "lot_code" text not null, "variant_id" text not null, "product_id" text not null, "gtin" text not null, "unit_g" integer not null, "packed_units" integer not null, "packed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_pack_pkey" primary key ("id"), constraint lot_pack_counts check (unit_g > 0 and packed_units >= 0));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_pack_variant_id" ON "lot_pack" ("variant_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_pack_product_id" ON "lot_pack" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_pack_deleted_at" ON "lot_pack" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_pack_lot_id_variant_id_unique" ON "lot_pack" ("lot_id", "variant_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_pack_gtin_lot_code_unique" ON "lot_pack" ("gtin", "lot_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_share" ("id" text not null, "lot_id" text not null, "household_id" text null, "status_label_zh" text null, "is_enrolled" boolean not null, "village_code" text null, "parts" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_share_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_share_lot_id" ON "lot_share" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_share_household_id" ON "lot_share" ("household_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_share_deleted_at" ON "lot_share" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "product_origin" ("id" text not null, "product_id" text not null, "county_code" text not null, "township_code" text null, "packing_fen_per_kg" integer not null, "freight_fen_per_kg" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_origin_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_origin_product_id_unique" ON "product_origin" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_origin_county_code" ON "product_origin" ("county_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_product_origin_deleted_at" ON "product_origin" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "delivery" cascade;`)

    this.addSql(`drop table if exists "lot" cascade;`)

    this.addSql(`drop table if exists "lot_allocation" cascade;`)

    this.addSql(`drop table if exists "lot_input" cascade;`)

    this.addSql(`drop table if exists "lot_pack" cascade;`)

    this.addSql(`drop table if exists "lot_share" cascade;`)

    this.addSql(`drop table if exists "product_origin" cascade;`)
  }
}
