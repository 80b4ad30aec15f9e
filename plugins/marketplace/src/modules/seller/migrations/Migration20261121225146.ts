import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121225146 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "seller" add constraint seller_commission_is_a_share check(commission_basis_points between 0 and 10000);`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "seller" drop constraint if exists seller_commission_is_a_share;`);
  }

}
