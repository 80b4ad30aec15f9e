import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122014531 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payout_item" drop constraint if exists "payout_item_payout_id_consignment_id_unique";`);
    this.addSql(`alter table if exists "payout" drop constraint if exists "payout_seller_id_unique";`);
    this.addSql(`alter table if exists "payment_dispute" drop constraint if exists "payment_dispute_dispute_id_unique";`);
    this.addSql(`create table if not exists "payment_dispute" ("id" text not null, "dispute_id" text not null, "payment_id" text not null, "order_id" text not null, "amount_fen" integer not null, "reason" text not null, "status" text check ("status" in ('inquiry', 'open', 'won', 'lost', 'closed')) not null, "evidence_due_at" timestamptz null, "closed_at" timestamptz null, "shares" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_dispute_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payment_dispute_dispute_id_unique" ON "payment_dispute" ("dispute_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_deleted_at" ON "payment_dispute" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_order_id" ON "payment_dispute" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_status" ON "payment_dispute" ("status") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout" ("id" text not null, "seller_id" text not null, "status" text check ("status" in ('open', 'paid')) not null default 'open', "transfer_fen" integer not null, "offset_fen" integer not null, "paid_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_deleted_at" ON "payout" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_seller_id_created_at" ON "payout" ("seller_id", "created_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_seller_id_unique" ON "payout" ("seller_id") WHERE status = 'open' and deleted_at is null;`);

    this.addSql(`create table if not exists "payout_item" ("id" text not null, "payout_id" text not null, "seller_id" text not null, "order_id" text not null, "consignment_id" text not null, "payment_intent_id" text not null, "gross_fen" integer not null, "transfer_fen" integer not null, "is_from_charge" boolean not null, "transfer_id" text null, "sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_item_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_item_payout_id" ON "payout_item" ("payout_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_item_deleted_at" ON "payout_item" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_item_payout_id_consignment_id_unique" ON "payout_item" ("payout_id", "consignment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_item_consignment_id" ON "payout_item" ("consignment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_item_transfer_id" ON "payout_item" ("transfer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "payout_reversal" ("id" text not null, "payout_item_id" text not null, "seller_id" text not null, "order_id" text not null, "consignment_id" text not null, "amount_fen" integer not null, "reversal_id" text null, "settled_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payout_reversal_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_reversal_deleted_at" ON "payout_reversal" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_reversal_consignment_id" ON "payout_reversal" ("consignment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_reversal_seller_id" ON "payout_reversal" ("seller_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "payout_item" add constraint "payout_item_payout_id_foreign" foreign key ("payout_id") references "payout" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payout_item" drop constraint if exists "payout_item_payout_id_foreign";`);

    this.addSql(`drop table if exists "payment_dispute" cascade;`);

    this.addSql(`drop table if exists "payout" cascade;`);

    this.addSql(`drop table if exists "payout_item" cascade;`);

    this.addSql(`drop table if exists "payout_reversal" cascade;`);
  }

}
