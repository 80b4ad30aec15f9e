import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Imports of officials' files, looks at personal fields, and consents.
 *
 * `registry_import_row` is where a file waits between its dry run and its commit. It is unlogged:
 * half a million rows go through it, and a crash of the server costs an upload, never a fact. What
 * is personal in it is encrypted as in `household_identity`. Looks and consents are append-only in
 * the database itself. `key_id` says which key sealed a row; rows from before have none.
 */
export class Migration20261122012100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table household_identity add column key_id text null;`)
    this.addSql(`create index household_status_recorded on household_status (created_at);`)
    this.addSql(`
      create table registry_import (
        id text primary key,
        official_id text not null,
        division_code text not null,
        state text not null
          check (state in ('checking', 'refused', 'ready', 'committing', 'committed', 'failed')),
        kind text null check (kind in ('households', 'statuses')),
        encoding text null,
        file_digest text null,
        file_bytes bigint not null default 0,
        key_id text not null,
        row_count integer not null default 0,
        error_count integer not null default 0,
        new_household_count integer not null default 0,
        known_household_count integer not null default 0,
        new_status_count integer not null default 0,
        corrected_household_count integer not null default 0,
        ignored_columns jsonb not null default '[]',
        failure_code text null,
        created_at timestamptz not null default now(),
        checked_at timestamptz null,
        committing_at timestamptz null,
        committed_at timestamptz null
      );
    `)
    this.addSql(`create index registry_import_official on registry_import (official_id, id);`)
    this.addSql(`
      create table registry_import_error (
        import_id text not null references registry_import (id),
        row_number integer not null,
        column_name text null,
        code text not null,
        value text null
      );
    `)
    this.addSql(
      `create index registry_import_error_row on registry_import_error (import_id, row_number);`,
    )
    this.addSql(`
      create unlogged table registry_import_row (
        import_id text not null,
        row_number integer not null,
        household_id text not null,
        known_household_id text null,
        registry_key_digest text not null,
        previous_digest text null,
        content_digest text null,
        registry_key_cipher text null,
        head_name_cipher text null,
        head_count_cipher text null,
        village_code text null,
        label_zh text null,
        is_enrolled boolean null,
        valid_from text null,
        document_number text null
      );
    `)
    this.addSql(`create index registry_import_row_import on registry_import_row (import_id);`)
    this.addSql(`
      create table household_look (
        id text primary key,
        official_id text not null,
        official_division text not null,
        household_id text not null references household (id),
        village_code text not null,
        field text not null check (field in ('registry_key', 'head_name', 'head_count')),
        reason text not null,
        created_at timestamptz not null default now()
      );
    `)
    this.addSql(`create index household_look_official on household_look (official_id, id);`)
    this.addSql(
      `create index household_look_division on household_look (official_division text_pattern_ops, id);`,
    )
    this.addSql(`
      create table household_consent (
        id text primary key,
        household_id text not null references household (id),
        purpose text not null check (purpose in ('story', 'photo')),
        act text not null check (act in ('given', 'withdrawn')),
        evidence text not null,
        recorded_by text not null,
        created_at timestamptz not null default now()
      );
    `)
    this.addSql(
      `create index household_consent_household on household_consent (household_id, purpose);`,
    )
    this.addSql(`
      create function registry_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: record another row instead of % on %', tg_table_name, tg_op, old.id;
      end $$;
    `)
    for (const table of ["household_look", "household_consent"]) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function registry_refuse_change();
      `)
    }
  }

  override async down(): Promise<void> {
    for (const table of [
      "household_consent",
      "household_look",
      "registry_import_row",
      "registry_import_error",
      "registry_import",
    ]) {
      this.addSql(`drop table ${table};`)
    }
    this.addSql(`drop function registry_refuse_change;`)
    this.addSql(`drop index household_status_recorded;`)
    this.addSql(`alter table household_identity drop column key_id;`)
  }
}
