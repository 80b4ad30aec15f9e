import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122014532 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "payment_allocation" add column if not exists "outcome" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "payment_allocation" drop column if exists "outcome";`);
  }

}
