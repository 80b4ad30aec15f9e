import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The log of officials' exports: who took which figures away, and why. Append-only. */
export class Migration20261122130100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table official_export (
        id text primary key,
        official_id text not null,
        official_division text not null,
        kind text not null check (kind in ('overview', 'entries', 'households')),
        division_code text not null,
        period text not null,
        row_count integer not null check (row_count >= 0),
        reason text,
        created_at timestamptz not null default now(),
        -- Names leave the house only for a reason.
        constraint official_export_reason_given check (kind <> 'households' or reason is not null)
      );
    `)
    this.addSql(
      `create index "IDX_official_export_official" on official_export (official_id, created_at);`,
    )
    this.addSql(`
      create index "IDX_official_export_division"
        on official_export (official_division text_pattern_ops, created_at);
    `)
    this.addSql(`
      create function official_export_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'official_export is append-only: exports are logged, never % again', tg_op;
      end $$;
    `)
    this.addSql(`
      create trigger official_export_append_only before update or delete on official_export
      for each row execute function official_export_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table official_export;`)
    this.addSql(`drop function official_export_refuse_change();`)
  }
}
