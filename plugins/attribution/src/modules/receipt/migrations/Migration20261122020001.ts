import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["household_receipt", "receipt_fact", "patronage_resolution", "patronage_share"]

const stamps =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'

/** Receipts of households and the yearly patronage refund. What was written stays as it is. */
export class Migration20261122020001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table "household_receipt" (
        "id" text primary key, "county_code" text not null, "village_code" text not null,
        "household_id" text not null, "seller_id" text not null,
        "channel" text not null check ("channel" in ('purchase', 'rebate', 'patronage_refund', 'dividend', 'wage', 'land_rent', 'subsidy')),
        "income_class" text not null check ("income_class" in ('business', 'wage', 'property', 'transfer')),
        "amount_fen" bigint not null, "arose_on" text not null, "due_on" text null, "cause_key" text not null,
        "delivery_id" text null, "note" text null, "recorded_by" text not null, ${stamps},
        constraint household_receipt_positive check ("amount_fen" > 0)
      )`)
    // Not partial: a cause is owed once, whatever becomes of the row.
    this.addSql(
      `create unique index "IDX_household_receipt_cause_key_unique" on "household_receipt" ("cause_key")`,
    )
    this.addSql(
      `create index "IDX_household_receipt_household" on "household_receipt" ("household_id", "created_at")`,
    )
    this.addSql(
      `create index "IDX_household_receipt_seller" on "household_receipt" ("seller_id", "created_at")`,
    )
    this.addSql(
      `create index "IDX_household_receipt_village" on "household_receipt" ("village_code" text_pattern_ops)`,
    )
    this.addSql(
      `create index "IDX_household_receipt_delivery" on "household_receipt" ("delivery_id") where "delivery_id" is not null`,
    )
    this.addSql(`
      create table "receipt_fact" (
        "id" text primary key, "receipt_id" text not null, "county_code" text not null,
        "kind" text not null check ("kind" in ('paid', 'confirmed', 'disputed', 'dispute_settled', 'voided')),
        "happened_on" text not null, "via" text null, "evidence" text null, "note" text null,
        "recorded_by" text not null, ${stamps}
      )`)
    this.addSql(`create index "IDX_receipt_fact_receipt" on "receipt_fact" ("receipt_id")`)
    this.addSql(
      `create unique index "IDX_receipt_fact_once" on "receipt_fact" ("receipt_id", "kind") where "kind" in ('paid', 'confirmed', 'voided')`,
    )
    this.patronage()
    this.standing()
    this.appendOnly()
  }

  private patronage(): void {
    this.addSql(`
      create table "patronage_resolution" (
        "id" text primary key, "seller_id" text not null, "county_code" text not null,
        "year" integer not null, "surplus_fen" bigint not null, "losses_fen" bigint not null,
        "reserves_fen" bigint not null, "by_volume_basis_points" integer not null,
        "resolution_number" text not null, "resolved_on" text not null,
        "recorded_by" text not null, ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_patronage_resolution_year" on "patronage_resolution" ("seller_id", "year")`,
    )
    this.addSql(`
      create table "member_account" (
        "id" text primary key, "seller_id" text not null, "household_id" text not null,
        "year" integer not null, "contribution_fen" bigint not null default 0,
        "reserve_share_fen" bigint not null default 0, "grant_share_fen" bigint not null default 0,
        ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_member_account_year" on "member_account" ("seller_id", "year", "household_id")`,
    )
    this.addSql(`
      create table "patronage_share" (
        "id" text primary key, "resolution_id" text not null, "household_id" text not null,
        "volume_fen" bigint not null, "by_volume_fen" bigint not null,
        "by_account_fen" bigint not null, ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_patronage_share_member" on "patronage_share" ("resolution_id", "household_id")`,
    )
  }

  /** The state of each receipt as `domain/receipt-state.ts` reads it from the facts. */
  private standing(): void {
    this.addSql(`
      create function receipt_standing(as_of timestamptz) returns table (
        receipt_id text, state text, paid_on text, paid_via text, paid_evidence text,
        confirmed_on text, confirmed_via text, received_on text
      ) language sql stable as $$
        select r.id,
          case when f.is_voided then 'voided'
               when f.open_disputes > 0 then 'disputed'
               when f.paid_on is null then 'due'
               when f.confirmed_on is null then 'paid'
               else 'received' end,
          f.paid_on, f.paid_via, f.paid_evidence, f.confirmed_on, f.confirmed_via,
          case when not f.is_voided and f.open_disputes = 0
               then case when f.paid_on is null or f.confirmed_on is null then null
                         else greatest(f.paid_on, f.confirmed_on) end end
        from household_receipt r
        cross join lateral (
          select coalesce(bool_or(kind = 'voided'), false) as is_voided,
            count(*) filter (where kind = 'disputed')
              - count(*) filter (where kind = 'dispute_settled') as open_disputes,
            max(happened_on) filter (where kind = 'paid') as paid_on,
            max(via) filter (where kind = 'paid') as paid_via,
            max(evidence) filter (where kind = 'paid') as paid_evidence,
            max(happened_on) filter (where kind = 'confirmed') as confirmed_on,
            max(via) filter (where kind = 'confirmed') as confirmed_via
          from receipt_fact
          where receipt_fact.receipt_id = r.id and receipt_fact.created_at <= as_of
        ) f
        where r.created_at <= as_of
      $$`)
  }

  private appendOnly(): void {
    this.addSql(`
      create function receipt_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception
          'receipts are append-only: add a fact to the receipt instead of % on %', tg_op, tg_table_name;
      end $$`)
    for (const table of APPEND_ONLY) {
      this.addSql(
        `create trigger ${table}_append_only before update or delete on "${table}" for each row execute function receipt_refuse_change()`,
      )
    }
  }

  override async down(): Promise<void> {
    this.addSql("drop function if exists receipt_standing(timestamptz)")
    for (const table of [...APPEND_ONLY, "member_account"]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
    this.addSql("drop function if exists receipt_refuse_change()")
  }
}
