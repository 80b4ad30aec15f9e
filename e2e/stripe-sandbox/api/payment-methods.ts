import { ApiError, invalidRequest } from "../errors.ts"
import { emit } from "../engine/emit.ts"
import { find, idOf } from "../engine/find.ts"
import { createPaymentMethod, resolvePaymentMethod } from "../engine/payment-methods.ts"
import { testCard } from "../engine/test-cards.ts"
import { type Call, route } from "../http/route.ts"
import { listObjects } from "./list.ts"

function attach({ world, path, params }: Call<"paymentMethodAttach">) {
  if (!params.customer) {
    throw invalidRequest("Missing required param: customer.", {
      code: "parameter_missing",
      param: "customer",
    })
  }
  find(world, "customer", params.customer, "customer")
  const row = resolvePaymentMethod(world, path.id ?? "")
  if (row.object.type !== "card") {
    throw invalidRequest(
      "This PaymentMethod is of a type that can't be attached to a customer: it serves one payment.",
    )
  }
  if (testCard(row.note.cardNumber ?? "")?.isRefusedOnAttach) {
    throw new ApiError(402, {
      type: "card_error",
      code: "card_declined",
      decline_code: "generic_decline",
      message: "Your card was declined.",
    })
  }
  row.object.customer = params.customer
  row.note.isConsumed = false
  world.store.save(row)
  emit(world, "payment_method.attached", row.object)
  return row.object
}

function detach({ world, path }: Call<"retrieve">) {
  const row = find(world, "payment_method", path.id ?? "")
  const customer = idOf(row.object.customer)
  if (customer === null) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
    )
  }
  row.object.customer = null
  row.note.isConsumed = true
  world.store.save(row)
  emit(world, "payment_method.detached", row.object, { customer })
  return row.object
}

const cursors = ["ending_before", "limit", "starting_after"] as const

export const paymentMethodRoutes = [
  route("POST", "/v1/payment_methods", {
    request: "paymentMethodCreate",
    honours: ["type", "card", "alipay", "wechat_pay", "billing_details", "metadata"],
    isPublic: true,
    run: ({ world, params }) => createPaymentMethod(world, params).object,
  }),
  route("GET", "/v1/payment_methods", {
    request: "paymentMethodList",
    honours: [...cursors, "customer", "type"],
    run: ({ world, params }) =>
      listObjects(
        world,
        "payment_method",
        "/v1/payment_methods",
        params,
        (method) =>
          idOf(method.customer) === (params.customer ?? null) &&
          (params.type === undefined || method.type === params.type),
      ),
  }),
  route("GET", "/v1/payment_methods/:id", {
    request: "retrieve",
    honours: "all",
    run: ({ world, path }) => find(world, "payment_method", path.id ?? "").object,
  }),
  route("POST", "/v1/payment_methods/:id/attach", {
    request: "paymentMethodAttach",
    honours: ["customer"],
    run: attach,
  }),
  route("POST", "/v1/payment_methods/:id/detach", {
    request: "retrieve",
    honours: "all",
    run: detach,
  }),
]
