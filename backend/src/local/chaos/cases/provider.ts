import { complete, fillCarts, openCarts, pay, type Sale, type Scene, sell } from "../basket.ts"

const create = "POST /v1/payment_intents"
const capture = "POST /v1/payment_intents/:id/capture"
const refund = "POST /v1/refunds"

const dayAndAnHour = 25 * 3600

/** Done and not said; done and said to have failed; not done. */
const modes = ["timeout_after", "error_after", "error_before"]

/** All of them, or in the short form the one that the seed draws. */
const drawModes = ({ isLong, random }: Scene) => (isLong ? modes : [random.pick(modes)])

/** As often as the client tries by itself: then its caller feels it. */
const times = 3

/** A provider that does what it was asked and does not say so, or says 500, or forgets its keys. */
export async function providerCase(scene: Scene): Promise<string[]> {
  const rounds = scene.isLong ? 4 : 1
  const broken: string[] = []
  for (let round = 0; round < rounds; round++) {
    for (const part of [lostCreates, lostCaptures, lostRefunds, oldKeys]) {
      broken.push(...(await part(scene)))
      await scene.ground.bank.heal()
    }
  }
  return broken
}

/** The page shows an error; the buyer presses again, pays, and is charged once. */
async function lostCreates(scene: Scene): Promise<string[]> {
  const { shop, bank } = scene.ground
  for (const mode of drawModes(scene)) {
    const [cartId] = await fillCarts(scene, 1)
    await bank.fail({ mode, route: create, times })
    const isOpen = await shop.open(cartId!, "alipay").then(
      () => true,
      () => false,
    )
    await bank.heal()
    scene.note(`${mode} on create: the first press ${isOpen ? "went through" : "was refused"}`)
    const paying = { cartId: cartId!, method: "alipay" } as const
    await pay(scene, { ...paying, intentId: await shop.open(cartId!, "alipay") })
    await complete(scene, cartId!)
  }
  return []
}

/** The order stands; its money is captured once, however often that has to be asked for. */
async function lostCaptures(scene: Scene): Promise<string[]> {
  const { bank } = scene.ground
  for (const mode of drawModes(scene)) {
    const [paying] = await openCarts(scene, 1, "card")
    await pay(scene, paying!)
    await bank.fail({ mode, route: capture, times })
    await complete(scene, paying!.cartId)
  }
  return []
}

/** The operator sees an error and presses again: one refund. */
async function lostRefunds(scene: Scene): Promise<string[]> {
  const { operator, bank } = scene.ground
  const sales = await sell(scene, modes.length)
  const broken: string[] = []
  for (const [i, { paymentId, yuan }] of sales.entries()) {
    await bank.fail({ mode: modes[i]!, route: refund, times })
    const first = await operator.refund(paymentId, yuan)
    await bank.heal()
    const second = first === 200 ? first : await operator.refund(paymentId, yuan)
    scene.note(`${modes[i]} on refund: answered ${first}, then ${second}`)
    if (second !== 200) broken.push(`a refund after ${modes[i]} was answered ${second}`)
  }
  return [...broken, ...(await notOnceRefunded(scene, sales))]
}

/** The answer was lost, and asked for again when the provider has forgotten the key. */
async function oldKeys(scene: Scene): Promise<string[]> {
  const { operator, bank, ask } = scene.ground
  const sales = await sell(scene, 1)
  const [{ paymentId, yuan }] = sales as [Sale]
  await bank.fail({ mode: "timeout_after", route: refund, times })
  const first = await operator.refund(paymentId, yuan)
  await bank.heal()
  await bank.advance(dayAndAnHour)
  await ask(`update provider_call set first_sent_at = first_sent_at - interval '25 hours',
                    last_sent_at = last_sent_at - interval '25 hours'
              where kind = 'refund' and status = 'open'`)
  const second = await operator.refund(paymentId, yuan)
  scene.note(`key older than a day: answered ${first}, then ${second}`)
  return await notOnceRefunded(scene, sales)
}

type Charge = { id: string; payment_intent: string; amount_refunded: number }

async function notOnceRefunded({ ground }: Scene, sales: Sale[]): Promise<string[]> {
  const charges = await ground.bank.list<Charge>("charges")
  const known = await ground.ask<{ id: string; intent: string; fen: number }>(
    `select id, data->>'id' as intent, round(amount * 100)::int as fen
       from payment where id = any($1)`,
    [sales.map(({ paymentId }) => paymentId)],
  )
  return known.flatMap(({ id, intent, fen }) => {
    const there = charges.find(({ payment_intent }) => payment_intent === intent)?.amount_refunded
    return there === fen ? [] : [`payment ${id}: ${there} fen of ${fen} were refunded`]
  })
}
