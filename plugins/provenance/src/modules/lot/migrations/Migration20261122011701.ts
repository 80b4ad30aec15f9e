import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What only grows: a correction is one more row, never a change of an old one. */
const APPEND_ONLY = {
  delivery_dispute_entry: "answer or resolve the dispute with one more entry",
  lot_process: "declare another process",
  lot_allocation_move: "move the allocation back with one more record",
  lot_damage: "record what is true now",
  label_print: "print another run",
} as const

const REFERENCES = [
  ["delivery_dispute_entry", "delivery_id", "delivery"],
  ["lot", "process_id", "lot_process"],
  ["lot_allocation_move", "from_lot_id", "lot"],
  ["lot_allocation_move", "to_lot_id", "lot"],
  ["lot_damage", "lot_id", "lot"],
  ["lot_damage", "lot_pack_id", "lot_pack"],
  ["label_print", "lot_pack_id", "lot_pack"],
] as const

/** What two parties confirmed. */
const CONFIRMED = [
  "seller_id",
  "household_id",
  "village_code",
  "product_kind",
  "grade",
  "net_g",
  "deduction_g",
  "price_fen_per_kg",
  "amount_fen",
  "deductions",
  "deducted_fen",
  "floor_fen_per_kg",
  "below_floor_reason",
  "delivered_on",
]

/**
 * Keeps, in the database itself, what the weighbridge and the store-room wrote down: a confirmed
 * delivery says the same for ever, a code is never swapped under a household, and disputes, moves,
 * damages, processes and label runs are append-only.
 */
export class Migration20261122011701 extends Migration {
  override async up(): Promise<void> {
    for (const [table, way] of Object.entries(APPEND_ONLY)) {
      this.addSql(`
        create function ${table}_refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception '${table} is append-only: ${way} instead of % on %', tg_op, old.id;
        end $$;
      `)
      this.addSql(`
        create trigger ${table}_append_only before update or delete on ${table}
        for each row execute function ${table}_refuse_change();
      `)
    }
    for (const [table, column, target] of REFERENCES) {
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (${column}) references ${target} (id);`,
      )
    }
    this.addSql(`
      create function delivery_keep_confirmed() returns trigger language plpgsql as $$
      begin
        raise exception 'delivery % is confirmed by both parties: void it and weigh again instead of changing it', old.id;
      end $$;
    `)
    const isChanged = CONFIRMED.map((name) => `old.${name} is distinct from new.${name}`)
    this.addSql(`
      create trigger delivery_confirmed_kept before update on delivery for each row
      when (old.confirmed_at is not null and (${isChanged.join(" or ")}))
      execute function delivery_keep_confirmed();
    `)
    this.addSql(`
      create function household_code_keep() returns trigger language plpgsql as $$
      begin
        raise exception 'household codes are kept: set a new one instead of % on %', tg_op, old.id;
      end $$;
    `)
    this.addSql(`
      create trigger household_code_kept before update on household_code for each row
      when (old.household_id is distinct from new.household_id
        or old.code_hash is distinct from new.code_hash or old.set_by is distinct from new.set_by
        or old.witness is distinct from new.witness)
      execute function household_code_keep();
    `)
    this.addSql(`
      create trigger household_code_stays before delete on household_code for each row
      execute function household_code_keep();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger household_code_stays on household_code;`)
    this.addSql(`drop trigger household_code_kept on household_code;`)
    this.addSql(`drop function household_code_keep;`)
    this.addSql(`drop trigger delivery_confirmed_kept on delivery;`)
    this.addSql(`drop function delivery_keep_confirmed;`)
    for (const [table, column] of REFERENCES) {
      this.addSql(`alter table ${table} drop constraint ${table}_${column}_fk;`)
    }
    for (const table of Object.keys(APPEND_ONLY)) {
      this.addSql(`drop trigger ${table}_append_only on ${table};`)
      this.addSql(`drop function ${table}_refuse_change;`)
    }
  }
}
