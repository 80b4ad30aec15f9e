import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Entries of a village or township by its days: the page of entries counts and sums all that match,
 * and read every entry of the months for the few of one village.
 */
export class Migration20261122200104 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index "IDX_ledger_entry_division"
        on ledger_entry (division_code text_pattern_ops, effective_on) where account <> 'sales';
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_ledger_entry_division";`)
  }
}
