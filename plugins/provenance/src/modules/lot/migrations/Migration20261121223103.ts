import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const REFERENCES = [
  ["lot_input", "lot_id", "lot"],
  ["lot_input", "delivery_id", "delivery"],
  ["lot_input", "input_lot_id", "lot"],
  ["lot_share", "lot_id", "lot"],
  ["lot_pack", "lot_id", "lot"],
  ["lot_allocation", "lot_id", "lot"],
  ["lot_allocation", "lot_pack_id", "lot_pack"],
] as const

/**
 * What a sealed lot is made of is never rewritten, not even in psql: its inputs and shares refuse
 * updates (a lot that failed to seal may still be discarded whole). And nothing dangles: what a
 * lot was made of and sold as can't be deleted from under it.
 */
export class Migration20261121223103 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create function lot_composition_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'a sealed lot keeps its composition: recall it and seal a new one instead of % on %', tg_op, old.id;
      end $$;
    `)
    for (const table of ["lot_input", "lot_share"]) {
      this.addSql(`
        create trigger ${table}_sealed before update on ${table}
        for each row execute function lot_composition_refuse_change();
      `)
    }
    for (const [table, column, target] of REFERENCES) {
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${target} (id);`,
      )
    }
    this.addSql(`create index delivery_village_prefix on delivery (village_code text_pattern_ops);`)
    this.addSql(
      `create index product_origin_county_prefix on product_origin (county_code text_pattern_ops);`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index product_origin_county_prefix;`)
    this.addSql(`drop index delivery_village_prefix;`)
    for (const [table, column] of REFERENCES) {
      this.addSql(`alter table ${table} drop constraint ${table}_${column}_fk;`)
    }
    for (const table of ["lot_input", "lot_share"]) {
      this.addSql(`drop trigger ${table}_sealed on ${table};`)
    }
    this.addSql(`drop function lot_composition_refuse_change;`)
  }
}
