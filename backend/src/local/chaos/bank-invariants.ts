import type { Bank, BankEvent } from "./bank.ts"
import type { Ask } from "./ground.ts"

type Intent = {
  id: string
  status: string
  amount_received: number
  metadata: { session_id?: string }
}
type Charge = {
  id: string
  paid: boolean
  captured: boolean
  status: string
  amount_refunded: number
  payment_intent: string
}
type Known = {
  intent_id: string
  order_id: string | null
  amount_fen: number
  refunded_fen: number
}

/** The events that the inbox follows; of others it need not know. */
const followed = [
  /^payment_intent\.(succeeded|amount_capturable_updated|payment_failed|canceled)$/,
  /^charge\.(refunded|dispute\..+)$/,
  /^refund\.(failed|updated)$/,
]

/** How many invariants `brokenAtBank` looks at. */
export const bankInvariantCount = 6

/**
 * What must hold between the books here and the provider's own: asked of the provider's API, since
 * money that was taken there and is unknown here is the worst of all.
 */
export async function brokenAtBank(ask: Ask, bank: Bank): Promise<string[]> {
  const [intents, charges, events, known] = await Promise.all([
    bank.list<Intent>("payment_intents"),
    bank.list<Charge>("charges"),
    bank.list<BankEvent>("events"),
    paymentsKnown(ask),
  ])
  const taken = charges.filter(({ paid, status }) => paid && status === "succeeded")
  return [
    ...told("one charge per payment intent", repeated(taken.map((one) => one.payment_intent))),
    ...told("one payment intent per session", repeated(intents.flatMap(sessionOf))),
    ...told("no charge without its order or its refund", strays(intents, taken, known)),
    ...told("charge and payment agree", different(intents, known)),
    ...told("refunds agree with the bank's", refundedElsewise(taken, known)),
    ...told("every event reached the inbox", await missed(ask, events)),
  ]
}

const sessionOf = ({ metadata }: Intent) => (metadata.session_id ? [metadata.session_id] : [])

function told(name: string, found: string[]): string[] {
  return found.length > 0 ? [`${name}: ${found.slice(0, 5).join(", ")}`] : []
}

function repeated(ids: string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))]
}

async function paymentsKnown(ask: Ask): Promise<Map<string, Known>> {
  const rows = await ask<Known>(
    `select p.data->>'id' as intent_id, l.order_id, round(p.amount * 100)::int as amount_fen,
            (select coalesce(round(sum(r.amount) * 100), 0)::int from refund r
              where r.payment_id = p.id and r.deleted_at is null) as refunded_fen
       from payment p
       left join order_payment_collection l
         on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
      where p.provider_id = 'pp_stripe_stripe' and p.deleted_at is null`,
  )
  return new Map(rows.map((row) => [row.intent_id, row]))
}

function strays(intents: Intent[], taken: Charge[], known: Map<string, Known>): string[] {
  const refunded = new Map(taken.map((one) => [one.payment_intent, one.amount_refunded]))
  return intents
    .filter(({ id }) => !known.get(id)?.order_id)
    .filter(
      ({ id, status, amount_received }) =>
        status === "requires_capture" ||
        (amount_received > 0 && refunded.get(id) !== amount_received),
    )
    .map(({ id, status }) => `${id} ${status}`)
}

function different(intents: Intent[], known: Map<string, Known>): string[] {
  return intents
    .filter(({ id, amount_received }) => {
      const payment = known.get(id)
      return payment?.order_id && payment.amount_fen !== amount_received
    })
    .map(({ id }) => id)
}

function refundedElsewise(taken: Charge[], known: Map<string, Known>): string[] {
  // An authorisation that was let go counts as refunded there, and was never taken here.
  const captured = taken.filter((one) => one.captured)
  return captured.flatMap(({ payment_intent, amount_refunded }) => {
    const here = known.get(payment_intent)?.refunded_fen
    if (here === undefined || here === amount_refunded) return []
    return [`${payment_intent} ${here} fen here, ${amount_refunded} there`]
  })
}

async function missed(ask: Ask, events: BankEvent[]): Promise<string[]> {
  const wanted = events.filter(({ type }) => followed.some((pattern) => pattern.test(type)))
  const rows = await ask<{ event_id: string }>("select event_id from webhook_event")
  const here = new Set(rows.map(({ event_id }) => event_id))
  return wanted.filter(({ id }) => !here.has(id)).map(({ id, type }) => `${id} ${type}`)
}
