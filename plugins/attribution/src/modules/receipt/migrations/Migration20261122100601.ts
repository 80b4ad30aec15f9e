import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Receipts of a period are found by the days of their facts, not by reading every receipt there is. */
export class Migration20261122100601 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index "IDX_receipt_fact_day" on receipt_fact (happened_on, receipt_id)
        where kind in ('paid', 'confirmed');
    `)
    this.addSql(`
      create index "IDX_household_receipt_due" on household_receipt (due_on)
        where due_on is not null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index "IDX_household_receipt_due";`)
    this.addSql(`drop index "IDX_receipt_fact_day";`)
  }
}
