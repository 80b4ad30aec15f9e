import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = [
  "ledger_cause",
  "ledger_transaction",
  "ledger_entry",
  "funds_entry",
  "attribution_basis",
  "attribution_waiting",
]
const ENTRIES = ["ledger_entry", "funds_entry"]

/**
 * Keeps the books honest in the database itself, whoever connects: rows are never updated or deleted,
 * and what a transaction gives to some accounts it takes from others.
 */
export class Migration20261122011504 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function ledger_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception
          'ledger rows are append-only: post a correcting transaction instead of % on %',
          tg_op, tg_table_name;
      end $$;
    `)
    for (const table of APPEND_ONLY) {
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function ledger_refuse_change();
      `)
    }

    // Once per statement, not per row: a batch of 15 000 entries is checked by one grouped sum. So
    // all entries of a transaction are written by one statement.
    this.addSql(`
      create or replace function ledger_refuse_unbalanced() returns trigger language plpgsql as $$
      declare
        broken record;
      begin
        select transaction_id, county_code, sum(amount_fen) as fen into broken from added
          group by transaction_id, county_code having sum(amount_fen) <> 0 limit 1;
        if found then
          raise exception
            'ledger transaction % does not balance: its entries sum to % fen, not 0',
            broken.transaction_id, broken.fen;
        end if;
        select a.transaction_id into broken
          from (select distinct transaction_id, county_code, effective_on from added) a
          left join ledger_transaction t on t.id = a.transaction_id
            and t.county_code = a.county_code and t.effective_on = a.effective_on
         where t.id is null limit 1;
        if found then
          raise exception 'ledger entries name transaction %, which is not in the journal',
            broken.transaction_id;
        end if;
        return null;
      end $$;
    `)
    for (const table of ENTRIES) {
      this.addSql(`
        create trigger ${table}_balances after insert on ${table}
        referencing new table as added
        for each statement execute function ledger_refuse_unbalanced();
      `)
    }
    this.addPartitions()
  }

  private addPartitions(): void {
    this.addSql(`
      create or replace function ledger_create_partitions(first_month date, last_month date)
      returns integer language plpgsql as $$
      declare
        parent text;
        start date;
        created integer := 0;
      begin
        perform pg_advisory_xact_lock(hashtextextended('ledger_create_partitions', 0));
        foreach parent in array array['ledger_transaction', 'ledger_entry', 'funds_entry'] loop
          for start in select generate_series(
            date_trunc('month', first_month), date_trunc('month', last_month), interval '1 month')
          loop
            if to_regclass(format('%I', parent || to_char(start, '_YYYY_MM'))) is null then
              execute format('create table %I partition of %I for values from (%L) to (%L)',
                parent || to_char(start, '_YYYY_MM'), parent, start,
                (start + interval '1 month')::date);
              created := created + 1;
            end if;
          end loop;
        end loop;
        return created;
      end $$;
    `)
    // From here the job keeps half a year ahead; an old month is created when it is posted to.
    this.addSql(`
      select ledger_create_partitions(
        now()::date, (now() + interval '2 months')::date);
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function ledger_create_partitions;`)
    for (const table of ENTRIES) {
      this.addSql(`drop trigger ${table}_balances on ${table};`)
    }
    this.addSql(`drop function ledger_refuse_unbalanced;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`drop trigger ${table}_append_only on ${table};`)
    }
    this.addSql(`drop function ledger_refuse_change;`)
  }
}
