import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * What a crash leaves lying about, over several of Medusa's modules. Plain SQL, because Query can
 * not ask for "has no …", and reading two days of payments every minute to find none is no way.
 */

const lookBackDays = 7

/** Carts whose money is held and that have no order, longest waiting first. */
export async function cartsPaidWithoutOrder(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<string[]> {
  const rows = await select<{ cart_id: string }>(
    container,
    `select link.cart_id, min(p.created_at) as since
       from payment p
       join cart_payment_collection link
         on link.payment_collection_id = p.payment_collection_id and link.deleted_at is null
       left join order_cart placed on placed.cart_id = link.cart_id and placed.deleted_at is null
      where p.deleted_at is null and p.canceled_at is null and placed.order_id is null
        and p.created_at > now() - make_interval(days => ?)
        and p.created_at < now() - make_interval(secs => ?)
        and p.amount > coalesce((select sum(r.amount) from refund r
                                  where r.payment_id = p.id and r.deleted_at is null), 0)
      group by link.cart_id order by since limit 100`,
    [lookBackDays, minimumAgeSeconds],
  )
  return rows.map(({ cart_id }) => cart_id)
}

/** Reservations for line items of no order: stock that nobody is going to get. */
export async function orphanReservations(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<string[]> {
  const rows = await select<{ id: string }>(
    container,
    `select r.id from reservation_item r
      where r.deleted_at is null and r.line_item_id is not null
        and r.created_at < now() - make_interval(secs => ?)
        and not exists (select from order_line_item line
                         where line.id = r.line_item_id and line.deleted_at is null)
      order by r.created_at limit 100`,
    [minimumAgeSeconds],
  )
  return rows.map(({ id }) => id)
}

/** Confirmed deliveries that no household is owed yet, oldest first. */
export async function deliveriesWithoutReceipt(container: MedusaContainer): Promise<string[]> {
  const rows = await select<{ id: string }>(
    container,
    `select d.id from delivery d
      where d.confirmed_at is not null and d.deleted_at is null and d.amount_fen > 0
        and not exists (select from household_receipt r where r.delivery_id = d.id)
      order by d.confirmed_at limit 5000`,
    [],
  )
  return rows.map(({ id }) => id)
}

/** Orders that carry a mark (under `key` of their metadata), whether a cart names them or not. */
export async function ordersMarked(
  container: MedusaContainer,
  key: string,
  mark: string,
  since: Date | string,
): Promise<string[]> {
  const rows = await select<{ id: string }>(
    container,
    `select id from "order"
      where metadata->>? = ? and created_at >= ?::timestamptz and deleted_at is null`,
    [key, mark, new Date(since).toISOString()],
  )
  return rows.map(({ id }) => id)
}

/** The little of Knex that is used. */
type Connection = { raw: (sql: string, values: unknown[]) => PromiseLike<{ rows: unknown[] }> }

async function select<Row>(container: MedusaContainer, sql: string, values: unknown[]) {
  const connection: Connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await connection.raw(sql, values)
  // The caller names the row's shape; the statement and this type stand side by side.
  return rows as Row[]
}
