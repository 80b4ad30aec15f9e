import type Stripe from "stripe"
import { find } from "../engine/find.ts"
import { type Call, route } from "../http/route.ts"
import { listObjects } from "./list.ts"
import type { World } from "../engine/world.ts"

const keptSeconds = 30 * 86_400

function listEvents({ world, params }: Call<"eventList">) {
  const oldest = world.clock.seconds() - keptSeconds
  return listObjects(
    world,
    "event",
    "/v1/events",
    params,
    (event) =>
      event.created >= oldest &&
      isOfType(event.type, params.type, params.types) &&
      (params.delivery_success === undefined ||
        wasDelivered(world, event) === params.delivery_success),
  )
}

/** `type` may end in `*`: `charge.*`. */
function isOfType(type: string, wanted: string | undefined, types: string[] | undefined): boolean {
  if (types !== undefined && !types.includes(type)) return false
  if (wanted === undefined) return true
  return wanted.endsWith("*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}

const wasDelivered = (world: World, event: Stripe.Event) =>
  world.store
    .all("delivery")
    .filter((delivery) => delivery.eventId === event.id)
    .every((delivery) => delivery.status === "delivered")

const cursors = ["created", "ending_before", "limit", "starting_after"] as const

export const eventRoutes = [
  route("GET", "/v1/events", {
    request: "eventList",
    honours: [...cursors, "delivery_success", "type", "types"],
    run: listEvents,
  }),
  route("GET", "/v1/events/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "event", path.id ?? "").object,
  }),
]
