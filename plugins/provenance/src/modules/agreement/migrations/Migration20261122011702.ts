import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * A published version, with its households, never changes, and the archive only grows: in the
 * database itself, so that no session or bug can rewrite what a household signed.
 */
export class Migration20261122011702 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function agreement_version_keep() returns trigger language plpgsql as $$
      begin
        raise exception 'a published agreement version never changes: publish a new version instead of % on %', tg_op, old.id;
      end $$;
    `)
    this.addSql(`
      create trigger agreement_version_published before update or delete on agreement_version
      for each row when (old.status = 'published') execute function agreement_version_keep();
    `)
    this.addSql(`
      create function agreement_household_keep() returns trigger language plpgsql as $$
      declare
        touched text := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
      begin
        if exists (select 1 from agreement_version where id = touched and status = 'published')
          or (tg_op = 'UPDATE' and exists (
            select 1 from agreement_version where id = old.version_id and status = 'published'))
        then
          raise exception 'a published agreement version keeps its households: publish a new version instead of % on %', tg_op, touched;
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
    `)
    this.addSql(`
      create trigger agreement_household_published before insert or update or delete
      on agreement_household for each row execute function agreement_household_keep();
    `)
    this.addSql(`
      create function archive_entry_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'the support archive is append-only: add an entry instead of % on %', tg_op, old.id;
      end $$;
    `)
    this.addSql(`
      create trigger archive_entry_append_only before update or delete on archive_entry
      for each row execute function archive_entry_refuse_change();
    `)
    for (const [table, column, target] of REFERENCES) {
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${target} (id);`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const [table, column] of REFERENCES) {
      this.addSql(`alter table ${table} drop constraint ${table}_${column}_fk;`)
    }
    this.addSql(`drop trigger archive_entry_append_only on archive_entry;`)
    this.addSql(`drop function archive_entry_refuse_change;`)
    this.addSql(`drop trigger agreement_household_published on agreement_household;`)
    this.addSql(`drop function agreement_household_keep;`)
    this.addSql(`drop trigger agreement_version_published on agreement_version;`)
    this.addSql(`drop function agreement_version_keep;`)
  }
}

const REFERENCES = [
  ["agreement_version", "agreement_id", "agreement"],
  ["agreement_household", "version_id", "agreement_version"],
  ["archive_entry", "agreement_id", "agreement"],
] as const
