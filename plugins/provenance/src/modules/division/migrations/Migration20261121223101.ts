import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the models can't say: a subtree is a prefix of the code, whatever the database's collation;
 * and seats keep six decimals, which single precision loses.
 */
export class Migration20261121223101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table division alter column lng type double precision;`)
    this.addSql(`alter table division alter column lat type double precision;`)
    this.addSql(`create index division_code_prefix on division (code text_pattern_ops);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index division_code_prefix;`)
    this.addSql(`alter table division alter column lng type real;`)
    this.addSql(`alter table division alter column lat type real;`)
  }
}
