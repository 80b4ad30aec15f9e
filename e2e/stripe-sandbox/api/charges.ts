import { find, idOf } from "../engine/find.ts"
import { emit } from "../engine/emit.ts"
import { type Call, route } from "../http/route.ts"
import { mergeMetadata } from "../objects/payment-intent.ts"
import { listObjects } from "./list.ts"

function update({ world, path, params }: Call<"chargeUpdate">) {
  const row = find(world, "charge", path.id ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata, params.metadata)
  if (params.description !== undefined) row.object.description = params.description || null
  if (params.transfer_group !== undefined) row.object.transfer_group = params.transfer_group || null
  world.store.save(row)
  emit(world, "charge.updated", row.object)
  return row.object
}

export const chargeRoutes = [
  route("GET", "/v1/charges", {
    request: "chargeList",
    honours: [
      "created",
      "customer",
      "ending_before",
      "limit",
      "payment_intent",
      "starting_after",
      "transfer_group",
    ],
    run: ({ world, params }) =>
      listObjects(
        world,
        "charge",
        "/v1/charges",
        params,
        (charge) =>
          (params.payment_intent ?? idOf(charge.payment_intent)) === idOf(charge.payment_intent) &&
          (params.customer ?? idOf(charge.customer)) === idOf(charge.customer) &&
          (params.transfer_group ?? charge.transfer_group) === charge.transfer_group,
      ),
  }),
  route("GET", "/v1/charges/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "charge", path.id ?? "").object,
  }),
  route("POST", "/v1/charges/:id", {
    request: "chargeUpdate",
    honours: ["description", "metadata", "transfer_group"],
    run: update,
  }),
]
