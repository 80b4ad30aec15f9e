import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The tax on the commission, frozen at sale; what was sold before it was levied bears none. */
export class Migration20261122172300 extends Migration {
  override up(): void {
    this.addSql(
      `alter table if exists "consignment"
        add column if not exists "commission_tax_basis_points" integer not null default 0,
        add column if not exists "commission_tax_fen" integer not null default 0;`,
    )
  }

  override down(): void {
    this.addSql(
      `alter table if exists "consignment"
        drop column if exists "commission_tax_basis_points",
        drop column if exists "commission_tax_fen";`,
    )
  }
}
