import { invalidRequest } from "../errors.ts"
import { emit } from "../engine/emit.ts"
import { find, idOf } from "../engine/find.ts"
import { refund } from "../engine/refund.ts"
import type { World } from "../engine/world.ts"
import { type Call, route } from "../http/route.ts"
import { mergeMetadata, stringsOf } from "../objects/payment-intent.ts"
import type { Requests } from "../schema/requests.ts"
import { listObjects } from "./list.ts"

function create({ world, params }: Call<"refundCreate">) {
  const charged = chargeToRefund(world, params)
  const request = { reason: params.reason ?? null, metadata: stringsOf(params.metadata) }
  const amount = params.amount === undefined ? {} : { amount: params.amount }
  return refund(world, charged, { ...request, ...amount }).object
}

function chargeToRefund(world: World, params: Requests["refundCreate"]) {
  if (params.charge !== undefined) return find(world, "charge", params.charge, "charge")
  if (params.payment_intent === undefined) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    )
  }
  const intent = find(world, "payment_intent", params.payment_intent, "payment_intent").object
  const chargeId = intent.status === "succeeded" ? idOf(intent.latest_charge) : null
  if (chargeId === null) {
    throw invalidRequest(
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      {
        param: "payment_intent",
      },
    )
  }
  return find(world, "charge", chargeId)
}

function update({ world, path, params }: Call<"refundUpdate">) {
  const row = find(world, "refund", path.id ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata ?? {}, params.metadata)
  world.store.save(row)
  emit(world, "refund.updated", row.object)
  return row.object
}

export const refundRoutes = [
  route("POST", "/v1/refunds", {
    request: "refundCreate",
    honours: ["amount", "charge", "metadata", "payment_intent", "reason"],
    run: create,
  }),
  route("GET", "/v1/refunds", {
    request: "refundList",
    honours: ["charge", "created", "ending_before", "limit", "payment_intent", "starting_after"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "refund",
        "/v1/refunds",
        params,
        (object) =>
          (params.charge ?? idOf(object.charge)) === idOf(object.charge) &&
          (params.payment_intent ?? idOf(object.payment_intent)) === idOf(object.payment_intent),
      ),
  }),
  route("GET", "/v1/refunds/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "refund", path.id ?? "").object,
  }),
  route("POST", "/v1/refunds/:id", { request: "refundUpdate", honours: ["metadata"], run: update }),
]
