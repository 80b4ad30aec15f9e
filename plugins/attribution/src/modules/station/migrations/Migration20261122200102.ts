import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The day of an income line's document: a newer one supersedes it. Files of before named none. */
export class Migration20261122200102 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "income_line" add column "document_date" text null`)
    this.addSql(
      `create index "IDX_income_line_division" on "income_line" ("division_code", "year")`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_income_line_division"`)
    this.addSql(`alter table "income_line" drop column "document_date"`)
  }
}
