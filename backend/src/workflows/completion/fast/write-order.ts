import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { insertRows, inTransaction, type Sql } from "../../../gather/sql"
import type { OrderRows, Reserved } from "./order-rows"
import type { WholeCart } from "./whole-cart"

export type Written = { displayId: number; reservationIds: string[] }

/**
 * Writes the order with its links, takes the stock and closes the cart: all of it in one
 * transaction or nothing, so that a crash leaves a whole order or none.
 *
 * @throws MedusaError NOT_ALLOWED without a code when the stock went to somebody else meanwhile, as
 * Medusa does: `runCompletion` then looks which goods those are.
 */
export async function writeOrder(
  container: MedusaContainer,
  cart: WholeCart,
  { tables, reservations }: OrderRows,
  mark: Record<string, string>,
): Promise<Written> {
  return await inTransaction(container, async (sql) => {
    await closeCart(sql, cart.id, mark)
    await takeStock(sql, reservations)
    let displayId = 0
    for (const [table, rows] of tables) {
      const tail = table === "order" ? "returning display_id" : ""
      const written = await insertRows<{ display_id: number }>(sql, table, rows, tail)
      displayId = written[0]?.display_id ?? displayId
    }
    return { displayId, reservationIds: await reserve(sql, reservations) }
  })
}

async function closeCart(sql: Sql, id: string, mark: Record<string, string>): Promise<void> {
  const closed = await sql(
    `update cart set completed_at = now(), updated_at = now(),
            metadata = coalesce(metadata, '{}') || cast(? as jsonb)
      where id = ? and completed_at is null and deleted_at is null returning id`,
    [JSON.stringify(mark), id],
  )
  if (closed.length === 1) return
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${id} was completed meanwhile.`)
}

/** Locked in the order of their ids, so that two carts with the same goods take turns. */
async function takeStock(sql: Sql, reservations: Reserved[]): Promise<void> {
  const wanted = new Map<string, number>()
  for (const { level_id, quantity } of reservations) {
    wanted.set(level_id, (wanted.get(level_id) ?? 0) + quantity)
  }
  if (wanted.size === 0) return
  await sql("select id from inventory_level where id = any(?) order by id for update", [
    [...wanted.keys()],
  ])
  const taken = await sql(
    `update inventory_level n
        set reserved_quantity = n.reserved_quantity + w.quantity, updated_at = now(),
            raw_reserved_quantity = jsonb_build_object(
              'value', trim_scale(n.reserved_quantity + w.quantity)::text, 'precision', 20)
       from jsonb_to_recordset(cast(? as jsonb)) as w(id text, quantity numeric)
      where n.id = w.id and n.deleted_at is null
        and n.stocked_quantity - n.reserved_quantity >= w.quantity
      returning n.id`,
    [JSON.stringify([...wanted].map(([id, quantity]) => ({ id, quantity })))],
  )
  if (taken.length === wanted.size) return
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not enough stock is left for this cart.")
}

async function reserve(sql: Sql, reservations: Reserved[]): Promise<string[]> {
  const now = new Date().toISOString()
  const rows = reservations.map(({ level_id: _level, ...row }) => ({
    ...row,
    id: generateEntityId(undefined, "resitem"),
    raw_quantity: { value: String(row.quantity), precision: 20 },
    allow_backorder: false,
    created_at: now,
    updated_at: now,
  }))
  await insertRows(sql, "reservation_item", rows)
  return rows.map(({ id }) => id)
}
