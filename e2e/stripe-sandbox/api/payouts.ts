import { invalidRequest } from "../errors.ts"
import { emit } from "../engine/emit.ts"
import { find } from "../engine/find.ts"
import { cancelPayout, payOut } from "../engine/payout.ts"
import { type Call, route } from "../http/route.ts"
import { mergeMetadata } from "../objects/payment-intent.ts"
import { listObjects } from "./list.ts"

function create({ world, params }: Call<"payoutCreate">) {
  if (params.amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    })
  }
  return payOut(world, params).object
}

function update({ world, path, params }: Call<"payoutUpdate">) {
  const row = find(world, "payout", path.id ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata ?? {}, params.metadata)
  world.store.save(row)
  emit(world, "payout.updated", row.object)
  return row.object
}

function cancel({ world, path }: Call<"retrieve">) {
  const row = find(world, "payout", path.id ?? "")
  cancelPayout(world, row)
  return row.object
}

export const payoutRoutes = [
  route("POST", "/v1/payouts", {
    request: "payoutCreate",
    honours: [
      "amount",
      "currency",
      "description",
      "metadata",
      "method",
      "source_type",
      "statement_descriptor",
    ],
    run: create,
  }),
  route("GET", "/v1/payouts", {
    request: "payoutList",
    honours: ["created", "ending_before", "limit", "starting_after", "status"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "payout",
        "/v1/payouts",
        params,
        ({ status }) => params.status === undefined || status === params.status,
      ),
  }),
  route("GET", "/v1/payouts/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "payout", path.id ?? "").object,
  }),
  route("POST", "/v1/payouts/:id", { request: "payoutUpdate", honours: ["metadata"], run: update }),
  route("POST", "/v1/payouts/:id/cancel", { request: "retrieve", honours: "all", run: cancel }),
]
