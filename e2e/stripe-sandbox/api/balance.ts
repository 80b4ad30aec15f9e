import type Stripe from "stripe"
import { find, idOf } from "../engine/find.ts"
import { fundsOf, withStatus } from "../engine/money.ts"
import type { World } from "../engine/world.ts"
import { type Call, route } from "../http/route.ts"
import { listObjects } from "./list.ts"

function balance({ world }: Call<"retrieve">): Stripe.Balance {
  const funds = [...fundsOf(world, world.account)]
  const entry = (currency: string, amount: number) => ({
    amount,
    currency,
    source_types: { card: amount },
  })
  const object: Stripe.Balance = {
    object: "balance",
    available: funds.map(([currency, { available }]) => entry(currency, available)),
    livemode: false,
    pending: funds.map(([currency, { pending }]) => entry(currency, pending)),
    refund_and_dispute_prefunding: { available: [], pending: [] },
  } satisfies Stripe.Balance
  if (world.account === null) object.connect_reserved = reservedFor(world)
  return object
}

/** What the platform holds back because connected accounts are below zero. */
function reservedFor(world: World): Stripe.Balance.ConnectReserved[] {
  const reserved = new Map<string, number>()
  for (const { object } of world.store.list("account", null)) {
    if (object.controller?.losses?.payments !== "application") continue
    for (const [currency, { available, pending }] of fundsOf(world, object.id)) {
      const debt = Math.max(0, -(available + pending))
      if (debt > 0) reserved.set(currency, (reserved.get(currency) ?? 0) + debt)
    }
  }
  return [...reserved].map(([currency, amount]) => ({ amount, currency }))
}

function list({ world, params }: Call<"balanceTransactionList">) {
  const { type, source, currency } = params
  const answer = listObjects(
    world,
    "balance_transaction",
    "/v1/balance_transactions",
    params,
    (object) =>
      (type ?? object.type) === object.type &&
      (source ?? idOf(object.source)) === idOf(object.source) &&
      (currency ?? object.currency) === object.currency,
  )
  return { ...answer, data: answer.data.map((object) => withStatus(world, object)) }
}

export const balanceRoutes = [
  route("GET", "/v1/balance", { request: "retrieve", honours: "all", run: balance }),
  route("GET", "/v1/balance_transactions", {
    request: "balanceTransactionList",
    honours: ["created", "currency", "ending_before", "limit", "source", "starting_after", "type"],
    run: list,
  }),
  route("GET", "/v1/balance_transactions/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) =>
      withStatus(world, find(world, "balance_transaction", path.id ?? "").object),
  }),
]
