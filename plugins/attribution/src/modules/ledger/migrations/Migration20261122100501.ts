import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ROLLUPS = ["ledger_rollup_delta", "ledger_month_rollup", "ledger_division_rollup"]

/**
 * What officials' figures need besides: refunds by themselves (an order edit also lowers a sale, and is
 * none), entries by day for periods that are no whole months, and the children of a division by
 * seller, product or circle.
 */
export class Migration20261122100501 extends Migration {
  override async up(): Promise<void> {
    for (const table of ROLLUPS) {
      this.addSql(`alter table ${table} add column refunded_fen bigint not null default 0;`)
    }
    // What was refunded before this column: deltas that add nothing else, folded like any other.
    this.addSql(`
      insert into ledger_rollup_delta (
        month, county_code, division_code, township_code, village_code, household_id, account,
        seller_id, product_id, circle, amount_fen, earned_fen, sold_fen, refunded_fen, entry_count,
        last_effective_on)
      select month, county_code, division_code, township_code, village_code, household_id, account,
             seller_id, product_id, circle, 0, 0, 0, sum(-amount_fen), 0, max(effective_on)
        from ledger_entry where account <> 'sales' and kind in ('refund', 'chargeback')
       group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    `)
    // By ranges of blocks: entries come in the order of their days, and a posting hardly notices it.
    this.addSql(`
      create index "IDX_ledger_entry_day" on ledger_entry using brin (effective_on)
        with (autosummarize = on);
    `)
    this.addSql(`
      create index "IDX_ledger_division_rollup_split"
        on ledger_division_rollup (parent_code, split_by, month)
        where split_by in ('seller', 'product', 'circle');
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_ledger_division_rollup_split";`)
    this.addSql(`drop index "IDX_ledger_entry_day";`)
    for (const table of ROLLUPS) {
      this.addSql(`alter table ${table} drop column refunded_fen;`)
    }
  }
}
