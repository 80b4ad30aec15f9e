import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = [
  "ledger_transaction",
  "ledger_entry",
  "attribution_basis",
  "attribution_waiting_refund",
]

/**
 * Keeps the books honest in the database itself, whoever connects: rows are never updated or deleted,
 * and what a transaction gives to some accounts it takes from others.
 */
export class Migration20261121231100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function ledger_refuse_change() returns trigger language plpgsql as $$
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

    // Deferred to the commit, because a transaction's entries need not come in one statement.
    this.addSql(`
      create function ledger_refuse_unbalanced() returns trigger language plpgsql as $$
      declare
        imbalance_fen bigint;
      begin
        select sum(amount_fen) into imbalance_fen from ledger_entry
          where transaction_id = new.transaction_id and county_code = new.county_code;
        if imbalance_fen <> 0 then
          raise exception 'ledger transaction % does not balance: its entries sum to % fen, not 0',
            new.transaction_id, imbalance_fen;
        end if;
        return null;
      end $$;
    `)
    this.addSql(`
      create constraint trigger ledger_entry_balances after insert on ledger_entry
      deferrable initially deferred
      for each row execute function ledger_refuse_unbalanced();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger ledger_entry_balances on ledger_entry;`)
    this.addSql(`drop function ledger_refuse_unbalanced;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`drop trigger ${table}_append_only on ${table};`)
    }
    this.addSql(`drop function ledger_refuse_change;`)
  }
}
