import type Stripe from "stripe"
import { newId } from "../state/ids.ts"
import { schemaSource } from "../schema/validate.ts"
import type { World } from "./world.ts"

type EventOf<T extends Stripe.Event["type"]> = Extract<Stripe.Event, { type: T }>

/**
 * Records an event with the object as it is now, and a delivery for each endpoint that listens.
 * The compiler checks that the object is what the SDK's type of this event holds.
 */
export function emit<T extends Stripe.Event["type"]>(
  world: World,
  type: T,
  object: EventOf<T>["data"]["object"],
  previous?: Record<string, unknown>,
): void {
  const endpoints = world.settings.webhooks.filter((endpoint) => listens(endpoint.scope, world))
  const event = {
    id: newId("evt"),
    object: "event",
    ...(world.account === null ? {} : { account: world.account }),
    api_version: schemaSource.apiVersion,
    created: world.clock.seconds(),
    data: {
      object: structuredClone(object),
      ...(previous ? { previous_attributes: structuredClone(previous) } : {}),
    },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: world.cause,
    type,
  } satisfies Omit<Stripe.Event, "data" | "type"> & { data: unknown; type: T }
  // The union can't be narrowed by a type parameter; `object` above was checked against it.
  world.store.insert("event", event as unknown as Stripe.Event, world.account)
  for (const { url, secret } of endpoints) {
    const id = newId("whd")
    const nextAt = Date.now()
    const delivery = { id, eventId: event.id, url, secret, attempts: 0, nextAt, lastStatus: null }
    world.store.put("delivery", id, { ...delivery, status: "pending" })
  }
}

const listens = (scope: "all" | "connect" | "platform", world: World) =>
  scope === "all" || (scope === "connect") === (world.account !== null)
