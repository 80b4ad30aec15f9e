import { emit } from "../engine/emit.ts"
import { find, idOf } from "../engine/find.ts"
import { type Call, route } from "../http/route.ts"
import { applyToCustomer, customerObject } from "../objects/customer.ts"
import { listObjects } from "./list.ts"

function create({ world, params }: Call<"customerCreate">) {
  const object = customerObject(world.clock.seconds(), params)
  world.store.insert("customer", object, world.account)
  emit(world, "customer.created", object)
  return object
}

function update({ world, path, params }: Call<"customerUpdate">) {
  const row = find(world, "customer", path.id ?? "")
  applyToCustomer(row.object, params)
  world.store.save(row)
  emit(world, "customer.updated", row.object)
  return row.object
}

function remove({ world, path }: Call<"retrieve">) {
  const { object } = find(world, "customer", path.id ?? "")
  for (const method of world.store.list("payment_method", world.account)) {
    if (idOf(method.object.customer) !== object.id) continue
    method.object.customer = null
    method.note.isConsumed = true
    world.store.save(method)
  }
  emit(world, "customer.deleted", object)
  world.store.remove("customer", object.id)
  return { id: object.id, object: "customer", deleted: true }
}

function methodsOf({ world, path, params }: Call<"customerPaymentMethodList">) {
  const id = find(world, "customer", path.id ?? "").object.id
  const url = `/v1/customers/${id}/payment_methods`
  return listObjects(
    world,
    "payment_method",
    url,
    params,
    (method) =>
      idOf(method.customer) === id && (params.type === undefined || method.type === params.type),
  )
}

const fields = [
  "address",
  "description",
  "email",
  "metadata",
  "name",
  "phone",
  "preferred_locales",
  "shipping",
] as const
const cursors = ["ending_before", "limit", "starting_after"] as const

export const customerRoutes = [
  route("POST", "/v1/customers", { request: "customerCreate", honours: fields, run: create }),
  route("GET", "/v1/customers", {
    request: "customerList",
    honours: [...cursors, "created", "email"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "customer",
        "/v1/customers",
        params,
        ({ email }) => params.email === undefined || email === params.email,
      ),
  }),
  route("GET", "/v1/customers/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "customer", path.id ?? "").object,
  }),
  route("POST", "/v1/customers/:id", { request: "customerUpdate", honours: fields, run: update }),
  route("DELETE", "/v1/customers/:id", { request: "retrieve", honours: "all", run: remove }),
  route("GET", "/v1/customers/:id/payment_methods", {
    request: "customerPaymentMethodList",
    honours: [...cursors, "type"],
    run: methodsOf,
  }),
]
