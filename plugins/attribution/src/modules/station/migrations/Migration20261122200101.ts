import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** That a worker's service ended, by whom and why; and who registered a worker. */
export class Migration20261122200101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "station_worker" add column "recorded_by" text null`)
    this.addSql(`
      create table "station_worker_end" (
        "id" text primary key, "worker_id" text not null unique, "reason" text not null,
        "recorded_by" text not null, "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null
      )`)
    this.addSql(`create index "IDX_station_worker_station" on "station_worker" ("station_id")`)
    this.addSql(
      `create trigger station_worker_end_append_only before update or delete on "station_worker_end" for each row execute function station_refuse_change()`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "station_worker_end"`)
    this.addSql(`drop index if exists "IDX_station_worker_station"`)
    this.addSql(`alter table "station_worker" drop column "recorded_by"`)
  }
}
