import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Makes `payment_allocation` append-only in the database itself, so that a psql session, a bug or
 * a future module can't rewrite which seller got which fen.
 */
export class Migration20261121230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function payment_allocation_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'payment_allocation is append-only: allocate a correcting capture or refund instead of % on %', tg_op, old.id;
      end $$;
    `)
    this.addSql(`
      create trigger payment_allocation_append_only before update or delete on payment_allocation
      for each row execute function payment_allocation_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists payment_allocation_append_only on payment_allocation;`)
    this.addSql(`drop function if exists payment_allocation_refuse_change;`)
  }
}
