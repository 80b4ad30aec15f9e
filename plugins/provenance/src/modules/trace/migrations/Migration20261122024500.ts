import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lets the registry's key change: a signing key may be sealed anew, and nothing else of its row may
 * change; the commitments' salt gets a row of its own, which is never deleted.
 */
export class Migration20261122024500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "organisation_key" add column if not exists "registry_key_id" text null;`)
    this.addSql(
      `create table if not exists "trace_secret" ("id" text not null, "secret_cipher" text not null, "registry_key_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_secret_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_trace_secret_deleted_at" ON "trace_secret" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(`
      create function trace_refuse_other_key() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and (to_jsonb(new) - array['private_key_cipher', 'registry_key_id', 'updated_at'])
            = (to_jsonb(old) - array['private_key_cipher', 'registry_key_id', 'updated_at']) then
          return new;
        end if;
        raise exception '% is append-only but for its encryption: % on %', tg_table_name, tg_op, old.id;
      end $$;
    `)
    this.addSql(`drop trigger organisation_key_append_only on organisation_key;`)
    this.addSql(`
      create trigger organisation_key_append_only before update or delete on organisation_key
      for each row execute function trace_refuse_other_key();
    `)
    this.addSql(`
      create trigger trace_secret_stays before delete on trace_secret
      for each row execute function trace_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "trace_secret" cascade;`)
    this.addSql(`drop trigger organisation_key_append_only on organisation_key;`)
    this.addSql(`
      create trigger organisation_key_append_only before update or delete on organisation_key
      for each row execute function trace_refuse_change();
    `)
    this.addSql(`drop function trace_refuse_other_key;`)
    this.addSql(`alter table "organisation_key" drop column if exists "registry_key_id";`)
  }
}
