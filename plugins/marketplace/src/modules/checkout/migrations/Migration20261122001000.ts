import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122001000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "checkout_claim" drop constraint if exists "checkout_claim_cart_id_unique";`);
    this.addSql(`create table if not exists "checkout_claim" ("id" text not null, "cart_id" text not null, "state" text check ("state" in ('claimed', 'ordered', 'captured', 'booked', 'undone', 'failed')) not null default 'claimed', "order_id" text null, "payment_id" text null, "amount_fen" integer not null, "attempt" integer not null default 1, "recoveries" integer not null default 0, "lease_until" timestamptz not null, "last_error" jsonb null, "last_action" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "checkout_claim_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_checkout_claim_cart_id_unique" ON "checkout_claim" ("cart_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_checkout_claim_deleted_at" ON "checkout_claim" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_checkout_claim_state_lease_until" ON "checkout_claim" ("state", "lease_until") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "checkout_claim" cascade;`);
  }

}
