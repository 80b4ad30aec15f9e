import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122011623 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "delivery" drop constraint if exists "delivery_seller_id_client_id_unique";`,
    )
    this.addSql(
      `create table if not exists "delivery_dispute_entry" ("id" text not null, "dispute_id" text not null, "delivery_id" text not null, "kind" text check ("kind" in ('opened', 'answered', 'resolved')) not null, "party" text check ("party" in ('household', 'seller', 'station')) not null, "text" text not null, "outcome" text check ("outcome" in ('upheld', 'rejected', 'settled')) null, "recorded_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "delivery_dispute_entry_pkey" primary key ("id"), constraint delivery_dispute_resolved_has_outcome check ((kind = 'resolved') = (outcome is not null)));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_dispute_entry_dispute_id" ON "delivery_dispute_entry" ("dispute_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_dispute_entry_delivery_id" ON "delivery_dispute_entry" ("delivery_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_dispute_entry_deleted_at" ON "delivery_dispute_entry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "household_code" ("id" text not null, "household_id" text not null, "code_hash" text not null, "set_by" text not null, "witness" text not null, "failed_tries" integer not null default 0, "closed_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_code_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_household_code_deleted_at" ON "household_code" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_household_code_household_id" ON "household_code" ("household_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "label_print" ("id" text not null, "lot_pack_id" text not null, "first_serial" integer not null, "label_count" integer not null, "layout" text not null, "printed_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "label_print_pkey" primary key ("id"), constraint label_print_counts check (first_serial > 0 and label_count > 0));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_label_print_lot_pack_id" ON "label_print" ("lot_pack_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_label_print_deleted_at" ON "label_print" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_allocation_move" ("id" text not null, "order_id" text not null, "line_item_id" text not null, "variant_id" text not null, "from_lot_id" text not null, "to_lot_id" text not null, "units" integer not null, "grams" integer not null, "reason" text not null, "moved_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_allocation_move_pkey" primary key ("id"), constraint lot_allocation_move_counts check (units > 0));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_move_order_id" ON "lot_allocation_move" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_move_line_item_id" ON "lot_allocation_move" ("line_item_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_move_from_lot_id" ON "lot_allocation_move" ("from_lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_move_to_lot_id" ON "lot_allocation_move" ("to_lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_move_deleted_at" ON "lot_allocation_move" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_damage" ("id" text not null, "lot_id" text not null, "lot_pack_id" text null, "units" integer not null default 0, "grams" integer not null, "reason" text not null, "photo_url" text null, "recorded_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_damage_pkey" primary key ("id"), constraint lot_damage_weighs check (grams > 0 and (lot_pack_id is null) = (units = 0)));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_damage_lot_id" ON "lot_damage" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_damage_lot_pack_id" ON "lot_damage" ("lot_pack_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_damage_deleted_at" ON "lot_damage" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_process" ("id" text not null, "seller_id" text not null, "name" text not null, "product_kind" text not null, "max_yield_basis_points" integer not null, "declared_by" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_process_pkey" primary key ("id"), constraint lot_process_yields check (max_yield_basis_points between 1 and 20000));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_process_seller_id" ON "lot_process" ("seller_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_process_deleted_at" ON "lot_process" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "delivery" add column if not exists "confirmed_by" text null, add column if not exists "consent" text null, add column if not exists "deductions" jsonb null, add column if not exists "deducted_fen" integer not null default 0, add column if not exists "agreement_version_id" text null, add column if not exists "client_id" text null, add column if not exists "content_digest" text null, add column if not exists "weighed_at" timestamptz null, add column if not exists "device_weighed_at" timestamptz null, add column if not exists "device_sent_at" timestamptz null, add column if not exists "voided_at" timestamptz null, add column if not exists "voided_by" text null, add column if not exists "void_reason" text null;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_delivery_seller_id_client_id_unique" ON "delivery" ("seller_id", "client_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_delivery_agreement_version_id" ON "delivery" ("agreement_version_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "delivery" add constraint delivery_pays check(deducted_fen >= 0 and deducted_fen <= amount_fen);`,
    )

    this.addSql(
      `alter table if exists "lot" add column if not exists "certificate_file_url" text null, add column if not exists "process_id" text null, add column if not exists "max_yield_basis_points" integer null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "delivery_dispute_entry" cascade;`)

    this.addSql(`drop table if exists "household_code" cascade;`)

    this.addSql(`drop table if exists "label_print" cascade;`)

    this.addSql(`drop table if exists "lot_allocation_move" cascade;`)

    this.addSql(`drop table if exists "lot_damage" cascade;`)

    this.addSql(`drop table if exists "lot_process" cascade;`)

    this.addSql(`drop index if exists "IDX_delivery_seller_id_client_id_unique";`)
    this.addSql(`drop index if exists "IDX_delivery_agreement_version_id";`)
    this.addSql(`alter table if exists "delivery" drop constraint if exists delivery_pays;`)
    this.addSql(
      `alter table if exists "delivery" drop column if exists "confirmed_by", drop column if exists "consent", drop column if exists "deductions", drop column if exists "deducted_fen", drop column if exists "agreement_version_id", drop column if exists "client_id", drop column if exists "content_digest", drop column if exists "weighed_at", drop column if exists "device_weighed_at", drop column if exists "device_sent_at", drop column if exists "voided_at", drop column if exists "voided_by", drop column if exists "void_reason";`,
    )

    this.addSql(
      `alter table if exists "lot" drop column if exists "certificate_file_url", drop column if exists "process_id", drop column if exists "max_yield_basis_points";`,
    )
  }
}
