import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121220643 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "payment_allocation" drop constraint if exists "payment_allocation_kind_source_id_consignment_id_unique";`,
    )
    this.addSql(
      `alter table if exists "consignment_line" drop constraint if exists "consignment_line_line_item_id_unique";`,
    )
    this.addSql(
      `alter table if exists "consignment" drop constraint if exists "consignment_order_id_seller_id_unique";`,
    )
    this.addSql(
      `create table if not exists "consignment" ("id" text not null, "order_id" text not null, "display_id" integer not null, "seller_id" text not null, "status" text check ("status" in ('awaiting_shipment', 'shipped', 'delivered', 'cancelled')) not null default 'awaiting_shipment', "shipping_option_id" text not null, "shipping_option_name" text not null, "goods_fen" integer not null, "net_goods_fen" integer not null, "shipping_fen" integer not null, "tax_fen" integer not null, "total_fen" integer not null, "commission_basis_points" integer not null, "commission_fen" integer not null, "commission_rule_version" text not null, "destination_county_code" text null, "carrier" text null, "tracking_number" text null, "shipped_at" timestamptz null, "fulfillment_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "consignment_pkey" primary key ("id"), constraint consignment_total_adds_up check (total_fen = goods_fen + shipping_fen + tax_fen));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_order_id" ON "consignment" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_deleted_at" ON "consignment" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_consignment_order_id_seller_id_unique" ON "consignment" ("order_id", "seller_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_seller_id_status" ON "consignment" ("seller_id", "status") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "consignment_line" ("id" text not null, "consignment_id" text not null, "line_item_id" text not null, "product_id" text not null, "variant_id" text not null, "title" text not null, "variant_title" text not null, "thumbnail" text null, "quantity" integer not null, "unit_weight_g" integer not null, "goods_fen" integer not null, "paid_goods_fen" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "consignment_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_line_consignment_id" ON "consignment_line" ("consignment_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_consignment_line_line_item_id_unique" ON "consignment_line" ("line_item_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_line_product_id" ON "consignment_line" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_consignment_line_deleted_at" ON "consignment_line" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "payment_allocation" ("id" text not null, "order_id" text not null, "consignment_id" text not null, "kind" text check ("kind" in ('due', 'capture', 'refund')) not null, "source_id" text not null, "amount_fen" integer not null, "cumulative_fen" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_allocation_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_allocation_deleted_at" ON "payment_allocation" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_allocation_kind_source_id_consignment_id_unique" ON "payment_allocation" ("kind", "source_id", "consignment_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_allocation_order_id_kind" ON "payment_allocation" ("order_id", "kind") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_allocation_consignment_id" ON "payment_allocation" ("consignment_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "consignment_line" add constraint "consignment_line_consignment_id_foreign" foreign key ("consignment_id") references "consignment" ("id") on update cascade;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "consignment_line" drop constraint if exists "consignment_line_consignment_id_foreign";`,
    )

    this.addSql(`drop table if exists "consignment" cascade;`)

    this.addSql(`drop table if exists "consignment_line" cascade;`)

    this.addSql(`drop table if exists "payment_allocation" cascade;`)
  }
}
