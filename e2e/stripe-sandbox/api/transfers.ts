import { invalidRequest } from "../errors.ts"
import { emit } from "../engine/emit.ts"
import { find, idOf } from "../engine/find.ts"
import { reverse, transfer } from "../engine/transfer.ts"
import { type Call, route } from "../http/route.ts"
import { mergeMetadata, stringsOf } from "../objects/payment-intent.ts"
import { listObjects, page } from "./list.ts"

function create({ world, params }: Call<"transferCreate">) {
  const { amount } = params
  if (amount === undefined) {
    throw invalidRequest("Missing required param: amount.", {
      code: "parameter_missing",
      param: "amount",
    })
  }
  if (amount < 1) {
    throw invalidRequest("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    })
  }
  return transfer(world, { ...params, amount }).object
}

function update({ world, path, params }: Call<"transferUpdate">) {
  const row = find(world, "transfer", path.id ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata, params.metadata)
  if (params.description !== undefined) row.object.description = params.description || null
  world.store.save(row)
  emit(world, "transfer.updated", row.object)
  return row.object
}

function createReversal({ world, path, params }: Call<"transferReversalCreate">) {
  const row = find(world, "transfer", path.id ?? "")
  const amount = params.amount === undefined ? {} : { amount: params.amount }
  const description = params.description === undefined ? {} : { description: params.description }
  return reverse(world, row, { ...amount, ...description, metadata: stringsOf(params.metadata) })
    .object
}

function listReversals({ world, path, params }: Call<"transferReversalList">) {
  const { id } = find(world, "transfer", path.id ?? "").object
  const rows = world.store
    .list("transfer_reversal", world.account)
    .filter((row) => idOf(row.object.transfer) === id)
  return page(rows, `/v1/transfers/${id}/reversals`, params)
}

function reversalOf({ world, path }: Call<"retrieve">) {
  const row = find(world, "transfer_reversal", path.reversal ?? "")
  return row.object
}

function updateReversal({ world, path, params }: Call<"transferReversalUpdate">) {
  const row = find(world, "transfer_reversal", path.reversal ?? "")
  row.object.metadata = mergeMetadata(row.object.metadata ?? {}, params.metadata)
  world.store.save(row)
  return row.object
}

const cursors = ["ending_before", "limit", "starting_after"] as const

export const transferRoutes = [
  route("POST", "/v1/transfers", {
    request: "transferCreate",
    honours: [
      "amount",
      "currency",
      "description",
      "destination",
      "metadata",
      "source_transaction",
      "source_type",
      "transfer_group",
    ],
    run: create,
  }),
  route("GET", "/v1/transfers", {
    request: "transferList",
    honours: [...cursors, "created", "destination", "transfer_group"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "transfer",
        "/v1/transfers",
        params,
        (object) =>
          (params.destination ?? idOf(object.destination)) === idOf(object.destination) &&
          (params.transfer_group ?? object.transfer_group) === object.transfer_group,
      ),
  }),
  route("GET", "/v1/transfers/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "transfer", path.id ?? "").object,
  }),
  route("POST", "/v1/transfers/:id", {
    request: "transferUpdate",
    honours: ["description", "metadata"],
    run: update,
  }),
  route("POST", "/v1/transfers/:id/reversals", {
    request: "transferReversalCreate",
    honours: ["amount", "description", "metadata"],
    run: createReversal,
  }),
  route("GET", "/v1/transfers/:id/reversals", {
    request: "transferReversalList",
    honours: cursors,
    run: listReversals,
  }),
  route("GET", "/v1/transfers/:id/reversals/:reversal", {
    request: "retrieve",
    honours: "all",
    run: reversalOf,
  }),
  route("POST", "/v1/transfers/:id/reversals/:reversal", {
    request: "transferReversalUpdate",
    honours: ["metadata"],
    run: updateReversal,
  }),
]
