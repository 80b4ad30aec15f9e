import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["trace_event", "organisation_key", "daily_root"] as const

/**
 * What is signed or published is never rewritten, not even in psql. The chain's head moves forward
 * only. (Who can switch triggers off can still rewrite rows: that is what hashes, signatures and
 * roots are for.)
 */
export class Migration20261122014351 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function trace_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: record an error declaration instead of % on %', tg_table_name, tg_op, old.id;
      end $$;
    `)
    for (const table of APPEND_ONLY) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function trace_refuse_change();
      `)
    }
    this.addSql(`
      create function trace_chain_only_grows() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or new.lot_id <> old.lot_id or new.event_count <= old.event_count then
          raise exception 'a chain only grows: % on %', tg_op, old.lot_id;
        end if;
        return new;
      end $$;
    `)
    this.addSql(`
      create trigger trace_chain_grows before update or delete on trace_chain
      for each row execute function trace_chain_only_grows();
    `)
    this.addSql(`create index trace_event_day_leaf on trace_event (day, chain_hash collate "C");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index trace_event_day_leaf;`)
    this.addSql(`drop trigger trace_chain_grows on trace_chain;`)
    this.addSql(`drop function trace_chain_only_grows;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`drop trigger ${table}_append_only on ${table};`)
    }
    this.addSql(`drop function trace_refuse_change;`)
  }
}
