import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * What a crash leaves lying about, over several of Medusa's modules. Plain SQL, because Query can
 * not ask for "has no …", and reading two days of payments every minute to find none is no way.
 */

const lookBackDays = 7
/** The name under which a refund `r` is sent, as the provider's plugin names it. */
const refundName = "coalesce(r.metadata->>'intent_key', r.id)"

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

export type LeftRefund = {
  id: string
  payment_id: string
  order_id: string | null
  intent_id: string
  currency_code: string
  amount_fen: number
  /** Its name at the provider, the same over all tries. */
  reference: string
  is_sent: boolean
}

/** Refunds that were written down, and never sent to Stripe or never counted on their order. */
export async function refundsLeftBehind(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<LeftRefund[]> {
  return await select<LeftRefund>(
    container,
    `select * from (
       select r.id, p.id as payment_id, l.order_id, p.data->>'id' as intent_id, p.currency_code,
              round(r.amount * 100)::int as amount_fen,
              ${refundName} as reference, r.created_at,
              exists (select from provider_call c
                       where c.kind = 'refund' and c.status = 'succeeded'
                         and c.reference = ${refundName}) as is_sent,
              exists (select from order_transaction t
                       where t.order_id = l.order_id and t.reference = 'refund'
                         and t.reference_id in (r.id, p.id) and t.deleted_at is null) as is_counted
         from refund r
         join payment p on p.id = r.payment_id
         left join order_payment_collection l
           on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
        where r.deleted_at is null and p.provider_id like 'pp_stripe%'
          and r.created_at > now() - make_interval(days => ?)
          and r.created_at < now() - make_interval(secs => ?)) as known
      where not is_sent or (order_id is not null and not is_counted)
      order by created_at limit 100`,
    [lookBackDays, minimumAgeSeconds],
  )
}

export type LostRefund = {
  call_id: string
  /** The name under which it was sent. */
  reference: string
  /** The bank's id. */
  refund_id: string
  payment_id: string
  order_id: string | null
  amount_fen: number
}

/** Refunds that the bank made for us, and of which Medusa knows nothing any more. */
export async function refundsLost(
  container: MedusaContainer,
  minimumAgeSeconds: number,
): Promise<LostRefund[]> {
  return await select<LostRefund>(
    container,
    `select c.id as call_id, c.reference, c.provider_object_id as refund_id, p.id as payment_id,
            l.order_id, (c.request->>'amount')::int as amount_fen
       from provider_call c
       join provider_call made on made.provider_object_id = c.subject_id and made.kind = 'create'
         and made.deleted_at is null
       join payment p on p.payment_session_id = made.reference and p.deleted_at is null
       left join order_payment_collection l
         on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
      where c.kind = 'refund' and c.status = 'succeeded' and c.deleted_at is null
        and c.settled_at > now() - make_interval(days => ?)
        and c.settled_at < now() - make_interval(secs => ?)
        and not exists (select from refund r
                         where r.payment_id = p.id and r.deleted_at is null
                           and c.reference = ${refundName})
      order by c.settled_at limit 100`,
    [lookBackDays, minimumAgeSeconds],
  )
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
