import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = [
  "station",
  "station_closing",
  "station_village",
  "station_subsidy",
  "canteen_quota_entry",
  "income_line",
  "assisted_purchase",
  "station_confirmation",
  "station_void",
]

const stamps =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'
const consent =
  "\"how\" text not null check (\"how\" in ('code', 'spoken', 'thumbprint')), \"consent_note\" text null"
const correcting = '"corrects_id" text null, "recorded_by" text not null'

/** What makes two rows of an official's figures the same row; a second one must correct the first. */
const KEYS = {
  station_village: '"station_id", "village_code", "valid_from"',
  station_subsidy: '"station_id", "month", "document"',
  canteen_quota_entry: '"division_code", "year", "buyer", "kind", "document"',
  income_line: '"division_code", "year", "kind", "document"',
}

/** Service stations, what they draw and what they do. What was written stays as it is. */
export class Migration20261122110001 extends Migration {
  override async up(): Promise<void> {
    this.stations()
    this.figures()
    this.work()
    this.imports()
    this.transactions()
    this.appendOnly()
  }

  private stations(): void {
    this.addSql(`
      create table "station" (
        "id" text primary key, "code" text not null, "county_code" text not null,
        "division_code" text not null, "name_zh" text not null,
        "kind" text not null check ("kind" in ('county', 'township', 'village')),
        "opened_on" text not null, "recorded_by" text not null, ${stamps}
      )`)
    this.addSql(`create unique index "IDX_station_code" on "station" ("code")`)
    this.addSql(
      `create index "IDX_station_division" on "station" ("division_code" text_pattern_ops)`,
    )
    this.addSql(`
      create table "station_closing" (
        "id" text primary key, "station_id" text not null unique, "closed_on" text not null,
        "recorded_by" text not null, ${stamps}
      )`)
    this.addSql(`
      create table "station_village" (
        "id" text primary key, "station_id" text not null, "village_code" text not null,
        "valid_from" text not null, "valid_to" text null, ${correcting}, ${stamps}
      )`)
    this.addSql(
      `create index "IDX_station_village_village" on "station_village" ("village_code" text_pattern_ops)`,
    )
    this.addSql(`
      create table "station_worker" (
        "id" text primary key, "station_id" text not null, "email" text not null,
        "name" text not null, ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_station_worker_email_unique" on "station_worker" ("email") where "deleted_at" is null`,
    )
  }

  private figures(): void {
    this.addSql(`
      create table "station_subsidy" (
        "id" text primary key, "station_id" text not null, "month" text not null,
        "amount_fen" bigint not null check ("amount_fen" >= 0), "document" text not null,
        ${correcting}, ${stamps}
      )`)
    this.addSql(`
      create table "canteen_quota_entry" (
        "id" text primary key, "division_code" text not null, "year" integer not null,
        "buyer" text not null, "kind" text not null check ("kind" in ('reserved', 'executed')),
        "amount_fen" bigint not null check ("amount_fen" >= 0), "document" text not null,
        ${correcting}, ${stamps}
      )`)
    this.addSql(`
      create table "income_line" (
        "id" text primary key, "division_code" text not null, "year" integer not null,
        "kind" text not null, "amount_fen" bigint not null, "document" text not null,
        ${correcting}, ${stamps}
      )`)
    for (const [table, key] of Object.entries(KEYS)) {
      this.addSql(
        `create unique index "IDX_${table}_key" on "${table}" (${key}) where "corrects_id" is null`,
      )
      this.addSql(`create unique index "IDX_${table}_corrects" on "${table}" ("corrects_id")`)
    }
  }

  private work(): void {
    this.addSql(`
      create table "assisted_purchase" (
        "id" text primary key, "county_code" text not null, "village_code" text not null,
        "household_id" text not null, "station_id" text not null, "worker_id" text not null,
        "bought_on" text not null, "goods" text not null,
        "quantity" integer not null check ("quantity" > 0), "unit" text not null,
        "paid_fen" bigint not null check ("paid_fen" > 0),
        "local_price_fen" bigint null check ("local_price_fen" > 0), "price_document" text null,
        ${consent}, "form_id" text not null unique, ${stamps},
        constraint assisted_purchase_price_documented
          check (("local_price_fen" is null) = ("price_document" is null))
      )`)
    this.addSql(
      `create index "IDX_assisted_purchase_station" on "assisted_purchase" ("station_id", "bought_on")`,
    )
    this.addSql(
      `create index "IDX_assisted_purchase_household" on "assisted_purchase" ("household_id", "bought_on")`,
    )
    this.addSql(
      `create index "IDX_assisted_purchase_village" on "assisted_purchase" ("village_code" text_pattern_ops)`,
    )
    this.addSql(`
      create table "station_confirmation" (
        "id" text primary key, "county_code" text not null, "village_code" text not null,
        "household_id" text not null, "station_id" text not null, "worker_id" text not null,
        "subject_kind" text not null check ("subject_kind" in ('delivery', 'receipt')),
        "subject_id" text not null, "goods" text not null, "confirmed_on" text not null,
        ${consent}, ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_station_confirmation_subject" on "station_confirmation" ("subject_kind", "subject_id")`,
    )
    this.addSql(
      `create index "IDX_station_confirmation_station" on "station_confirmation" ("station_id", "confirmed_on")`,
    )
    this.addSql(`
      create table "station_void" (
        "id" text primary key,
        "subject_kind" text not null check ("subject_kind" in ('purchase', 'delivery', 'receipt')),
        "subject_id" text not null, "reason" text not null, "recorded_by" text not null, ${stamps}
      )`)
    this.addSql(
      `create unique index "IDX_station_void_subject" on "station_void" ("subject_kind", "subject_id")`,
    )
  }

  private imports(): void {
    this.addSql(`
      create table "station_import" (
        "id" text primary key, "official_id" text not null, "division_code" text not null,
        "kind" text not null check ("kind" in ('stations', 'subsidies', 'quotas', 'income_lines')),
        "file_digest" text not null,
        "state" text not null check ("state" in ('refused', 'ready', 'committed')),
        "rows" jsonb not null, "errors" jsonb not null, "row_count" integer not null,
        "written_count" integer null, ${stamps}
      )`)
    this.addSql(
      `create index "IDX_station_import_official" on "station_import" ("official_id", "created_at")`,
    )
  }

  /** What `domain/station-transactions.ts` lets count, once each, as known at a past moment. */
  private transactions(): void {
    this.addSql(`
      create function station_transaction(as_of timestamptz) returns table (
        station_id text, kind text, household_id text, happened_on text, goods text
      ) language sql stable as $$
        select distinct t.station_id, t.kind, t.household_id, t.happened_on, btrim(t.goods)
        from (
          select station_id, 'purchase' as kind, id as subject_id, household_id,
            bought_on as happened_on, goods, created_at from assisted_purchase
          union all
          select station_id, subject_kind, subject_id, household_id, confirmed_on, goods, created_at
          from station_confirmation
        ) t
        where t.created_at <= as_of and not exists (
          select from station_void v where v.subject_kind = t.kind and v.subject_id = t.subject_id
            and v.created_at <= as_of)
      $$`)
  }

  private appendOnly(): void {
    this.addSql(`
      create function station_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception
          'stations are append-only: add a correcting row instead of % on %', tg_op, tg_table_name;
      end $$`)
    for (const table of APPEND_ONLY) {
      this.addSql(
        `create trigger ${table}_append_only before update or delete on "${table}" for each row execute function station_refuse_change()`,
      )
    }
  }

  override async down(): Promise<void> {
    this.addSql("drop function if exists station_transaction(timestamptz)")
    for (const table of [...APPEND_ONLY, "station_worker", "station_import"]) {
      this.addSql(`drop table if exists "${table}" cascade`)
    }
    this.addSql("drop function if exists station_refuse_change()")
  }
}
