import { answerDispute, closeDispute } from "../engine/dispute.ts"
import { find, idOf } from "../engine/find.ts"
import { type Call, route } from "../http/route.ts"
import { mergeMetadata } from "../objects/payment-intent.ts"
import { listObjects } from "./list.ts"

function updateDispute({ world, path, params }: Call<"disputeUpdate">) {
  const row = find(world, "dispute", path.id ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata, params.metadata)
  world.store.save(row)
  if (params.evidence) answerDispute(world, row, params.evidence, params.submit ?? true)
  return row.object
}

function close({ world, path }: Call<"retrieve">) {
  const row = find(world, "dispute", path.id ?? "")
  row.note.outcome = "lost"
  closeDispute(world, row.object.id)
  return row.object
}

export const disputeRoutes = [
  route("GET", "/v1/disputes", {
    request: "disputeList",
    honours: ["created", "ending_before", "limit", "starting_after", "charge", "payment_intent"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "dispute",
        "/v1/disputes",
        params,
        (object) =>
          (params.charge ?? idOf(object.charge)) === idOf(object.charge) &&
          (params.payment_intent ?? idOf(object.payment_intent)) === idOf(object.payment_intent),
      ),
  }),
  route("GET", "/v1/disputes/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "dispute", path.id ?? "").object,
  }),
  route("POST", "/v1/disputes/:id", {
    request: "disputeUpdate",
    honours: ["evidence", "metadata", "submit"],
    run: updateDispute,
  }),
  route("POST", "/v1/disputes/:id/close", { request: "retrieve", honours: "all", run: close }),
]
