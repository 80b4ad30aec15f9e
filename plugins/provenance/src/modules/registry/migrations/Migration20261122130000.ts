import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Looks taken together as a list of names carry the list's id: they are bounded by lists, not by
 * the looks of an hour. A household's looks are found by the household.
 */
export class Migration20261122130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table household_look add column list_id text null;`)
    this.addSql(
      `create index household_look_household on household_look (household_id, created_at);`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index household_look_household;`)
    this.addSql(`alter table household_look drop column list_id;`)
  }
}
