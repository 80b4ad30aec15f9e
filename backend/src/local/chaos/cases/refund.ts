import {
  complete,
  eventually,
  inTurns,
  openCarts,
  pay,
  type Sale,
  type Scene,
  sell,
  sellCarts,
} from "../basket.ts"
import type { LotMove } from "../staff.ts"

/** Money back in every way that operators find. */
export async function refundCase(scene: Scene): Promise<string[]> {
  const rounds = scene.isLong ? 3 : 1
  const broken: string[] = []
  for (let round = 0; round < rounds; round++) {
    const sales = await sell(scene, 3)
    broken.push(...(await inParts(scene, sales[0]!)))
    broken.push(...(await atOnce(scene, sales[1]!)))
    broken.push(...(await tooMuch(scene, sales[2]!)))
    broken.push(...(await beforePosting(scene)))
    broken.push(...(await acrossMonths(scene)))
    broken.push(...(await afterMove(scene)))
  }
  return broken
}

const fen = (yuan: number) => Math.round(yuan * 100)
/** Roughly a share of it, to the fen. */
const part = (yuan: number, share: number) => Math.max(1, Math.floor(fen(yuan) * share)) / 100

/** A little, the same little again (which is meant twice), and the rest. */
async function inParts({ ground: { operator } }: Scene, { paymentId, yuan }: Sale) {
  const little = part(yuan, 0.13)
  const rest = (fen(yuan) - 2 * fen(little)) / 100
  const statuses: number[] = []
  for (const amount of [little, little, rest]) {
    statuses.push(await operator.refund(paymentId, amount))
  }
  return statuses.every((status) => status === 200)
    ? []
    : [`three partial refunds were answered ${statuses.join(", ")}`]
}

/** Six operators at a time want 40 % back each: two get it. */
async function atOnce({ ground: { operator } }: Scene, { paymentId, yuan }: Sale) {
  const amounts = Array.from({ length: 6 }, () => part(yuan, 0.4))
  const statuses = await Promise.all(amounts.map((yuan) => operator.refund(paymentId, yuan)))
  const done = statuses.filter((status) => status === 200).length
  // A refund that finds the payment locked for too long is refused, and may be tried again.
  return done >= 1 && done <= 2 ? [] : [`${done} of six refunds of 40 % each went through`]
}

async function tooMuch({ ground: { operator } }: Scene, { paymentId, yuan }: Sale) {
  const over = await operator.refund(paymentId, (fen(yuan) + 1) / 100)
  const nothing = await operator.refund(paymentId, 0)
  const whole = await operator.refund(paymentId, yuan)
  const more = await operator.refund(paymentId, 0.01)
  const isRefused = (status: number) => status >= 400 && status < 500
  return [
    ...(isRefused(over) ? [] : [`a refund of more than was paid was answered ${over}`]),
    ...(isRefused(nothing) ? [] : [`a refund of nothing was answered ${nothing}`]),
    ...(whole === 200 ? [] : [`a whole refund was answered ${whole}`]),
    ...(isRefused(more) ? [] : [`a refund of what is back already was answered ${more}`]),
  ]
}

/** The journal is held up while the order is paid and paid back: both are posted afterwards. */
async function beforePosting(scene: Scene): Promise<string[]> {
  const { ground } = scene
  const [paying] = await openCarts(scene, 1, "alipay")
  const held = await ground.hold("ledger_transaction")
  let status: number
  try {
    await pay(scene, paying!)
    await complete(scene, paying!.cartId)
    const find = async () => await paymentOf(scene, paying!.cartId)
    await eventually(async () => (await find()) !== undefined, 20)
    const payment = await find()
    status = payment ? await ground.operator.refund(payment.id, part(payment.yuan, 0.5)) : 0
  } finally {
    await held.release()
  }
  return status === 200 ? [] : [`a refund before its posting was answered ${status}`]
}

async function paymentOf({ ground: { ask } }: Scene, cartId: string) {
  const [row] = await ask<{ id: string; yuan: number }>(
    `select p.id, p.amount::float as yuan from order_cart c
       join order_payment_collection l on l.order_id = c.order_id
       join payment p on p.payment_collection_id = l.payment_collection_id
      where c.cart_id = $1 and c.deleted_at is null and p.captured_at is not null`,
    [cartId],
  )
  return row
}

/** Sold last month, paid back in this one: last month's numbers stay as they were. */
async function acrossMonths(scene: Scene): Promise<string[]> {
  const { ask, operator } = scene.ground
  await ask(`create or replace function chaos_last_month() returns trigger language plpgsql as
             $$ begin new.created_at := now() - interval '1 month'; return new; end $$`)
  await ask(`create or replace trigger chaos_last_month before insert on capture
             for each row execute function chaos_last_month()`)
  const count = scene.isLong ? 2 : 1
  const sales = await sell(scene, count).finally(() =>
    ask("drop trigger chaos_last_month on capture"),
  )
  const before = await monthsOf(scene, sales)
  const amounts = sales.map(({ yuan }, i) => (i > 0 ? yuan : part(yuan, 0.5)))
  await inTurns(sales, 2, ({ paymentId }, i) => operator.refund(paymentId, amounts[i]!))
  await eventually(async () => (await monthsOf(scene, sales)).length === 2, 20)
  const after = await monthsOf(scene, sales)
  const closed = after.find(({ month }) => month === before[0]?.month)
  return before.length === 1 && after.length === 2 && closed?.fen === before[0]?.fen
    ? []
    : [`months before ${JSON.stringify(before)} and after ${JSON.stringify(after)} a refund`]
}

async function monthsOf({ ground: { ask } }: Scene, sales: Sale[]) {
  return await ask<{ month: string; fen: string }>(
    `select e.month, sum(e.amount_fen)::text as fen from ledger_entry e
       join consignment_line line on line.line_item_id = e.line_item_id
       join consignment c on c.id = line.consignment_id
      where c.order_id = any($1) and e.account <> 'sales' group by 1 order by 1`,
    [sales.map(({ orderId }) => orderId)],
  )
}

/** Picked in part from another lot, paid back in part, then whole: no lot's households keep a fen of it. */
async function afterMove(scene: Scene): Promise<string[]> {
  const { shop, clerk, operator } = scene.ground
  const [variantId] = await inManyLots(scene)
  const cartId = await shop.readyCart([{ variantId: variantId!, quantity: 2 }])
  const paying = { cartId, intentId: await shop.open(cartId, "alipay"), method: "alipay" as const }
  const [sale] = await sellCarts(scene, [paying])
  const { paymentId, orderId, yuan } = sale!
  const [move] = await moveFor(scene, orderId)
  if (!move) return [`order ${orderId} holds no packs that another lot has as well`]
  const moved = await clerk.move(move)
  const lots = async () => await lotsOf(scene, orderId)
  const isMoved = await eventually(async () => (await lots()).length === 2, 20)
  const little = part(yuan, 0.37)
  const statuses = [
    await operator.refund(paymentId, little),
    await operator.refund(paymentId, (fen(yuan) - fen(little)) / 100),
  ]
  const isBack = await eventually(async () => (await lots()).every(({ fen }) => fen === "0"), 20)
  return [
    ...(moved === 200 ? [] : [`a move to another lot was answered ${moved}`]),
    ...(isMoved ? [] : ["a move to another lot did not reach the books"]),
    ...(statuses.every((one) => one === 200) ? [] : [`refunds of it: ${statuses.join(", ")}`]),
    ...(isBack ? [] : [`after a whole refund lots keep ${JSON.stringify(await lots())}`]),
  ]
}

/** Goods that the clerk's cooperative sells from more lots than one. */
async function inManyLots({ ground: { ask } }: Scene): Promise<string[]> {
  const rows = await ask<{ variant_id: string }>(
    `select p.variant_id from lot_pack p join lot l on l.id = p.lot_id
       join member m on m.seller_id = l.seller_id and m.email = 'clerk.yanyuan@demo.local'
      where l.status = 'listed' and p.deleted_at is null
      group by 1 having count(distinct l.id) > 1 order by 1`,
  )
  return rows.map(({ variant_id }) => variant_id)
}

async function moveFor({ ground: { ask } }: Scene, orderId: string): Promise<LotMove[]> {
  return await ask<LotMove>(
    `select a.lot_id as "fromLotId", a.line_item_id as "lineItemId", 1 as units,
            other.lot_id as "toLotId"
       from lot_allocation a
       join lot_pack other on other.variant_id = a.variant_id and other.lot_id <> a.lot_id
       join lot l on l.id = other.lot_id and l.status = 'listed'
      where a.order_id = $1 and a.state = 'allocated' order by l.expires_on desc limit 1`,
    [orderId],
  )
}

async function lotsOf({ ground: { ask } }: Scene, orderId: string) {
  return await ask<{ lot_id: string; fen: string }>(
    `select e.lot_id, sum(e.amount_fen)::text as fen from ledger_entry e
       join consignment_line line on line.line_item_id = e.line_item_id
       join consignment c on c.id = line.consignment_id
      where c.order_id = $1 and e.lot_id is not null and e.account <> 'sales' group by 1`,
    [orderId],
  )
}
