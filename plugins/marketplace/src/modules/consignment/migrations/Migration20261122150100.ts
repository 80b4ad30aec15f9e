import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When a consignment was delivered, and who said so. */
export class Migration20261122150100 extends Migration {
  override up(): void {
    this.addSql(
      `alter table if exists "consignment"
        add column if not exists "delivered_at" timestamptz null,
        add column if not exists "delivery_said_by" text null
          check ("delivery_said_by" in ('buyer', 'operator', 'nobody'));`,
    )
  }

  override down(): void {
    this.addSql(
      `alter table if exists "consignment"
        drop column if exists "delivered_at",
        drop column if exists "delivery_said_by";`,
    )
  }
}
