import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Makes `household_status` append-only in the database itself, so that no psql session, bug or
 * future module can rewrite what attribution rests on; ties every fact to its household; and
 * indexes a subtree as a prefix of the village's code.
 */
export class Migration20261121223102 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function household_status_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'household statuses are append-only: import a correcting row instead of % on %', tg_op, old.id;
      end $$;
    `)
    this.addSql(`
      create trigger household_status_append_only before update or delete on household_status
      for each row execute function household_status_refuse_change();
    `)
    for (const table of ["household_identity", "household_status", "cooperative_member"]) {
      this.addSql(
        `alter table ${table} add constraint ${table}_household_fk foreign key (household_id) references household (id);`,
      )
    }
    this.addSql(
      `create index household_village_prefix on household (village_code text_pattern_ops);`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index household_village_prefix;`)
    for (const table of ["household_identity", "household_status", "cooperative_member"]) {
      this.addSql(`alter table ${table} drop constraint ${table}_household_fk;`)
    }
    this.addSql(`drop trigger household_status_append_only on household_status;`)
    this.addSql(`drop function household_status_refuse_change;`)
  }
}
