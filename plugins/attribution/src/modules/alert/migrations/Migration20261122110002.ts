import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const stamps =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'

/** Alerts for officials and what they said to them. What was written stays as it is. */
export class Migration20261122110002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table "official_alert" (
        "id" text primary key,
        "kind" text not null check ("kind" in ('receipts_down', 'payment_overdue', 'below_floor', 'station_asleep', 'nothing_received')),
        "division_code" text not null,
        "subject_kind" text not null check ("subject_kind" in ('household', 'seller', 'station')),
        "subject_id" text not null, "period" text not null, "raised_on" text not null,
        "value" bigint null, "compared_with" bigint null, ${stamps}
      )`)
    // A seller may owe in several townships: each has its own officials to look.
    this.addSql(
      `create unique index "IDX_official_alert_once" on "official_alert" ("kind", "subject_kind", "subject_id", "division_code", "period")`,
    )
    this.addSql(
      `create index "IDX_official_alert_division" on "official_alert" ("division_code" text_pattern_ops, "raised_on")`,
    )
    this.addSql(`
      create table "alert_review" (
        "id" text primary key, "alert_id" text not null, "note" text not null,
        "reviewed_by" text not null, "reviewer_name" text not null, ${stamps}
      )`)
    this.addSql(`create index "IDX_alert_review_alert" on "alert_review" ("alert_id")`)
    this.addSql(`
      create function alert_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception
          'alerts are append-only: add a review instead of % on %', tg_op, tg_table_name;
      end $$`)
    for (const table of ["official_alert", "alert_review"]) {
      this.addSql(
        `create trigger ${table}_append_only before update or delete on "${table}" for each row execute function alert_refuse_change()`,
      )
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "official_alert" cascade`)
    this.addSql(`drop table if exists "alert_review" cascade`)
    this.addSql("drop function if exists alert_refuse_change()")
  }
}
